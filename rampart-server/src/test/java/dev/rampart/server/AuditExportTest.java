package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.server.AdminApi.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log as a file: everything that a search finds, in its order, and no more than had happened. */
final class AuditExportTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int EVENTS = 2_500;

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
    void hasALineForEachEventTheOldestFirst() throws Exception {
        importPeople(EVENTS);
        later();

        Answer file = owner.get("/audit-events/export?type=user.created");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit-events.jsonl\"");
        List<JsonNode> events = events(file);
        assertThat(events).extracting(event -> event.at("/type").asString()).containsOnly("user.created");
        assertThat(events)
                .extracting(event -> event.at("/id").asString())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.at("/target/name").asString())
                .containsAll(
                        IntStream.range(0, EVENTS).mapToObj(i -> "person" + i).toList());
        assertThat(events).hasSize(EVENTS + 1);
    }

    @Test
    void findsWhatTheListFinds() throws Exception {
        importPeople(3);
        later();
        JsonNode one =
                owner.get("/audit-events?type=user.created&limit=1").json().at("/items/0");

        for (String filter : List.of(
                "target=" + one.at("/target/id").asString(),
                "request_id=" + one.at("/request_id").asString() + "&type=user.created",
                "actor=boss&outcome=success&type=user.created",
                "type=client.created&until=" + server.clock.instant(),
                "since=2100-01-01T00:00:00Z")) {
            List<String> listed = ids(owner.get("/audit-events?sort=created_at&limit=200&" + filter)
                    .json()
                    .at("/items"));

            List<JsonNode> exported = events(owner.get("/audit-events/export?" + filter));

            assertThat(exported)
                    .extracting(event -> event.at("/id").asString())
                    .as(filter)
                    .isEqualTo(listed);
        }
        assertThat(events(owner.get("/audit-events/export"))).contains(one);
    }

    @Test
    void leavesOneEventThatIsNotInIt() throws Exception {
        later();

        Answer file = owner.get("/audit-events/export");

        assertThat(file.http().body()).isNotEmpty().doesNotContain("audit.exported");
        JsonNode noted = owner.get("/audit-events?type=audit.exported").json().path("items");
        assertThat(noted.size()).isEqualTo(1);
        assertThat(noted.at("/0/actor/id").asString()).isEqualTo("boss");
    }

    @Test
    void isForThoseWhoMayReadTheLog() throws Exception {
        assertThat(AdminApi.of(server, GLOBEX, "reader")
                        .get("/audit-events/export")
                        .status())
                .isEqualTo(200);
        assertThat(AdminApi.of(server, GLOBEX, "help")
                        .get("/audit-events/export")
                        .status())
                .isEqualTo(403);
        assertThat(owner.get("/audit-events/export?since=yesterday").status()).isEqualTo(400);
        assertThat(owner.get("/audit-events?type=audit.exported")
                        .json()
                        .path("items")
                        .size())
                .as("nothing is noted of what was refused")
                .isEqualTo(1);
    }

    private void importPeople(int count) throws Exception {
        String lines = IntStream.range(0, count)
                .mapToObj("{\"username\": \"person%d\"}"::formatted)
                .collect(joining("\n"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.at(AdminApi.PATH + "/users/import")))
                .header("Authorization", "Bearer " + owner.token())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        Answer answer = new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        assertThat(answer.json().path("imported").asInt()).isEqualTo(count);
    }

    /** What happens in the instant of an export is left to the next one. */
    private void later() {
        server.clock.advance(Duration.ofSeconds(1));
    }

    private static List<JsonNode> events(Answer file) {
        return file.http()
                .body()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }
}
