package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.server.AdminApi.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** People who come and go in files. */
final class UserFileTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    /** Of {@code correct horse battery}. */
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";

    private static final String GOOD_AND_BAD = """
                {"username": "one", "email": "one@example.org", "given_name": "Uno", "attributes": {"a": 1}}
                {"username": "two", "shoe_size": 43, "email": "no address"}

                not JSON
                {"username": "ADA"}
                {"username": "five", "email": "ONE@example.org"}
                {"given_name": "Nobody"}
                {"username": "seven", "password": "correct horse battery"}
                {"username": "eight", "password_hash": "{SSHA}abc"}
                {"username": "nine", "password_hash": "$2b$15$%s"}
                {"username": "five", "roles": ["instance-admin"]}
                {"username": "five", "roles": ["helpdesk"]}
                {"username": "id", "id": "00000000-0000-7000-8000-000000000000"}
                """.formatted(BCRYPT.substring(7));

    private TestServer server;
    private AdminApi owner;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makePeopleAndTellOfEveryBadLine() throws Exception {
        Answer dry = send(JSON_LINES, "?dry_run=true", GOOD_AND_BAD);
        Map<String, Long> before = Tables.counts();
        Answer wet = send(JSON_LINES, "", GOOD_AND_BAD);

        assertThat(wet.status()).as(wet.http().body()).isEqualTo(200);
        assertThat(wrong(wet))
                .containsExactly(
                        "2 /shoe_size",
                        "2 /email",
                        "4 ",
                        "5 /username",
                        "6 /email",
                        "7 ",
                        "8 /password",
                        "9 /password_hash",
                        "10 /password_hash",
                        "11 /roles",
                        "13 /id");
        assertThat(wrong(dry)).isEqualTo(wrong(wet));
        assertThat(figures(wet)).containsExactly(12, 2, 10);
        assertThat(figures(dry)).containsExactly(12, 2, 10);
        assertThat(wet.json().path("errors_truncated").asBoolean(true)).isFalse();
        assertThat(Tables.counts().getOrDefault("app_user", 0L)).isEqualTo(before.getOrDefault("app_user", 0L) + 2);
        assertThat(owner.get("/users?q=uno").text("/items/0/email")).isEqualTo("one@example.org");
        String five = owner.get("/users?q=five").text("/items/0/id");
        assertThat(owner.get("/users/" + five + "/roles").text("/items/0/id")).isEqualTo("helpdesk");
        Answer events = owner.get("/audit-events?type=user.created&actor=boss");
        assertThat(events.json().path("items").size()).isEqualTo(2);
        assertThat(events.http().body()).contains("\"roles\"", "helpdesk");
    }

    @Test
    void leaveNothingBehindInADryRun() throws Exception {
        Map<String, Long> before = Tables.counts();
        int events = owner.get("/audit-events").json().path("items").size();

        Answer dry = send(CSV, "?dry_run=true", "username\none\ntwo\none\n");

        assertThat(figures(dry)).containsExactly(3, 2, 1);
        assertThat(dry.json().path("dry_run").asBoolean()).isTrue();
        assertThat(Tables.counts()).isEqualTo(before);
        assertThat(owner.get("/audit-events").json().path("items").size()).isEqualTo(events);
    }

    @Test
    void mayBeSentAgain() throws Exception {
        String file = people(250);
        assertThat(figures(send(JSON_LINES, "", file))).containsExactly(250, 250, 0);

        Answer again = send(JSON_LINES, "", file);

        assertThat(figures(again)).containsExactly(250, 0, 250);
        assertThat(again.json().path("errors").size()).isEqualTo(500);
        assertThat(again.text("/errors/0/detail")).contains("somebody's already");
        assertThat(send(JSON_LINES, "", file, Map.of("Idempotency-Key", "k")).status())
                .isEqualTo(400);
    }

    @Test
    void mayBeCsv() throws Exception {
        Answer answer = send(CSV, "", """
                username,email,name,address.country,enabled,attributes,password_change_required
                one,one@example.org,"Lovelace, ""Ada\""",UK,false,"{""a"": 1}",true
                two,two@example.org
                three,,,,maybe
                """);

        assertThat(wrong(answer)).containsExactly("4 /enabled");
        Answer one = owner.get("/users?q=lovelace");
        assertThat(one.text("/items/0/name")).isEqualTo("Lovelace, \"Ada\"");
        assertThat(one.text("/items/0/address/country")).isEqualTo("UK");
        assertThat(one.json().at("/items/0/enabled").asBoolean(true)).isFalse();
        assertThat(one.json().at("/items/0/password_change_required").asBoolean())
                .isTrue();
        Answer unknown = send(CSV, "", "username,shoe_size\none,43\n");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.pointers()).containsExactly("/shoe_size");
        assertThat(send(CSV, "", "").status()).isEqualTo(400);
        assertThat(send("application/json", "", "{}").status()).isEqualTo(415);
    }

    @Test
    void bringHashesThatAreReplacedAtTheFirstSignIn() throws Exception {
        send(JSON_LINES, "", """
                {"username": "bea", "password_hash": "%s"}
                {"username": "dja", "password_hash": "%s"}
                {"username": "arg", "password_hash": "%s"}
                """.formatted(
                        BCRYPT,
                        "pbkdf2_sha256$2000$NaCl0123abcd$3DRDxWns4bdm9ctiO2+9MrfWuzxinCsRMAAIg8UbX0M=",
                        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));

        for (Map.Entry<String, String> person : Map.of(
                        "bea", "correct horse battery", "dja", "correct horse battery", "arg", "password")
                .entrySet()) {
            assertThat(signsIn(person.getKey(), "something else")).isFalse();
            assertThat(signsIn(person.getKey(), person.getValue())).isTrue();
            assertThat(hash(person.getKey())).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
            assertThat(signsIn(person.getKey(), person.getValue())).isTrue();
        }
    }

    @Test
    void bringTenThousandPeopleWithAHundredBadLines(TestReporter reporter) throws Exception {
        String good = people(10_000);
        String file = IntStream.range(0, 100)
                .mapToObj(i -> "{\"username\": \"person%d\"}\n".formatted(i * 100))
                .collect(joining("", good, ""));
        long began = System.nanoTime();

        Answer answer = send(JSON_LINES, "", file);

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        reporter.publishEntry("10,000 people imported", took.toMillis() + " ms");
        assertThat(figures(answer)).containsExactly(10_100, 10_000, 100);
        assertThat(answer.json().path("errors").size()).isEqualTo(100);
        assertThat(Tables.query("SELECT count(*) FROM audit_event WHERE type = 'user.created' AND actor_id = 'boss'"))
                .containsExactly(List.of("10000"));
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void areTakenByTwoAtOnceWithoutMakingAnybodyTwice() throws Exception {
        String file = people(600);
        String backwards =
                Stream.of(file.split("\n", -1)).sorted((a, b) -> b.compareTo(a)).collect(joining("\n"));

        List<Answer> answers = Together.call(2, i -> send(JSON_LINES, "", i == 0 ? file : backwards));

        assertThat(answers.stream().map(Answer::status)).containsOnly(200);
        assertThat(answers.stream().mapToInt(answer -> figures(answer).get(1)).sum())
                .isEqualTo(600);
    }

    @Test
    void tellOfNoMoreErrorsThanALimitAllows() throws Exception {
        Answer answer = send(JSON_LINES, "", "{}\n".repeat(1001));

        assertThat(answer.json().path("errors").size()).isEqualTo(1000);
        assertThat(answer.json().path("errors_truncated").asBoolean()).isTrue();
        assertThat(figures(answer)).containsExactly(1001, 0, 1001);
    }

    @Test
    void areWrittenForEverybodyThereIs() throws Exception {
        send(JSON_LINES, "", people(450));
        owner.post(
                "/users", "{\"username\": \"formula\", \"name\": \"=1+1\", \"password\": \"%s\"}".formatted(PASSWORD));

        Answer lines = owner.get("/users/export");
        Answer csv = owner.get("/users/export?format=csv");

        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.http().body().lines()).hasSize(452).allMatch(line -> line.startsWith("{\"id\":\""));
        assertThat(lines.http().body()).contains("person449@example.org").doesNotContain("argon2", "password\"");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"users.csv\"");
        assertThat(csv.http().body().lines()).hasSize(453);
        assertThat(csv.http().body())
                .startsWith("id,username,email,")
                .contains("'=1+1")
                .doesNotContain("argon2");
        assertThat(owner.get("/users/export?format=xml").status()).isEqualTo(400);
        assertThat(owner.get("/audit-events?type=user.exported")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(send("HEAD", "/users/export", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(AdminApi.of(server, GLOBEX, "help").get("/users/export").status())
                .isEqualTo(403);
    }

    @Test
    void areCutOffWhereTheyAreTooLong() throws Exception {
        byte[] line = "{\"username\": \"%s\"}\n".formatted("x".repeat(30_000)).getBytes(UTF_8);
        long lines = 100L * 1024 * 1024 / line.length + 20; // What comes behind a cut is thrown away, up to a MiB.

        Answer answer = send(
                "POST",
                "/users/import?dry_run=true",
                BodyPublishers.ofByteArrays(
                        () -> Stream.generate(() -> line).limit(lines).iterator()),
                Map.of("Content-Type", JSON_LINES));

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().path("errors_truncated").asBoolean()).isTrue();
        assertThat(answer.json().path("read").asLong()).isLessThan(lines);
    }

    private static String people(int count) {
        return IntStream.range(0, count).mapToObj(i -> """
                        {"username": "person%1$d", "email": "person%1$d@example.org", "given_name": "Given%1$d", \
                        "family_name": "Family", "password_hash": "%2$s"}
                        """.formatted(i, BCRYPT)).collect(joining());
    }

    private boolean signsIn(String username, String password) throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            browser.submit(flow.signInPage(Map.of()), Map.of("username", username, "password", password));
            return browser.cookies().containsKey("rampart_session_" + GLOBEX);
        }
    }

    private static String hash(String username) throws Exception {
        return Tables.query("SELECT hash FROM user_password JOIN app_user USING (org_id, user_id) WHERE username = '%s'"
                        .formatted(username))
                .getFirst()
                .getFirst();
    }

    private static List<String> wrong(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("pointer").asString(""))
                .toList();
    }

    /** Read, imported, rejected. */
    private static List<Integer> figures(Answer answer) {
        return Stream.of("read", "imported", "rejected")
                .map(name -> answer.json().path(name).asInt(-1))
                .toList();
    }

    private Answer send(String type, String query, String file) throws Exception {
        return send(type, query, file, Map.of());
    }

    private Answer send(String type, String query, String file, Map<String, String> more) throws Exception {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", type);
        return send("POST", "/users/import" + query, BodyPublishers.ofString(file), headers);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(AdminApi.PATH + path)))
                .header("Authorization", "Bearer " + owner.token())
                .method(method, body);
        headers.forEach(request::header);
        return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }
}
