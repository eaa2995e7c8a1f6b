package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.organization.OrgSlug;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an invitation over the mail to a person who is signed in. */
final class InvitationFlowTest {

    private static final String PASSWORD = "a password of her own";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private TestServer server;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        boss = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesAPersonWithTheRolesThatWereGiven() throws Exception {
        AdminApi.Answer made = boss.post("/invitations", """
                {"email": "Eve@Example.org", "roles": ["helpdesk"], "given_name": "Eve", "family_name": "Ito"}""");
        Mail mail = onlyMail();

        HttpResponse<String> done = accept(link(mail));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/state")).isEqualTo("pending");
        assertThat(mail.to().value()).isEqualTo("Eve@Example.org");
        assertThat(mail.sender()).isEqualTo("Organization globex-two");
        assertThat(mail.subject()).contains("Organization globex-two");
        assertThat(mail.html()).contains("Accept the invitation");
        assertThat(done.statusCode()).isEqualTo(200);
        AdminApi.Answer accepted = boss.get("/invitations/" + made.text("/id"));
        assertThat(accepted.text("/state")).isEqualTo("accepted");
        AdminApi.Answer person = boss.get("/users/" + accepted.text("/user_id"));
        assertThat(person.text("/email")).isEqualTo("Eve@Example.org");
        assertThat(person.json().path("email_verified").asBoolean(false)).isTrue();
        assertThat(person.text("/given_name")).isEqualTo("Eve");
        assertThat(boss.get("/users/" + accepted.text("/user_id") + "/roles").text("/items/0/name"))
                .isEqualTo("helpdesk");
        assertThat(signsIn("eve@example.org")).isTrue();
    }

    @Test
    void tellsTheLinkToNobodyButTheInvited() throws Exception {
        AdminApi.Answer made = boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String token = link(onlyMail()).replaceAll(".*token=", "");

        assertThat(made.http().body() + made.http().headers()).doesNotContain(token);
        assertThat(boss.get("/invitations").http().body()).doesNotContain(token);
        assertThat(boss.get("/audit-events").http().body())
                .contains("invitation.created")
                .doesNotContain(token);
    }

    @Test
    void isNotUsedUpByLookingAtIt() throws Exception {
        boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String link = link(onlyMail());

        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(link).statusCode()).isEqualTo(200);
            assertThat(browser.get(link).body()).contains("eve@example.org");
        }

        assertThat(accept(link).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAPasswordAndStillWorks() throws Exception {
        boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String link = link(onlyMail());

        try (TestBrowser browser = new TestBrowser()) {
            HttpResponse<String> again = browser.submit(browser.get(link), form(link, "short"));

            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).contains("Too short");
            assertThat(browser.submit(again, form(link, PASSWORD)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void worksOnceHoweverManyTryTogether() throws Exception {
        boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String link = link(onlyMail());
        List<Callable<Integer>> tries = new ArrayList<>();
        List<TestBrowser> browsers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            TestBrowser browser = new TestBrowser();
            browsers.add(browser);
            HttpResponse<String> page = browser.get(link);
            tries.add(() -> status(browser, page, link));
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(tries.size())) {
            for (Future<Integer> each : threads.invokeAll(tries)) {
                statuses.add(each.get());
            }
        }
        browsers.forEach(TestBrowser::close);

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(410);
        assertThat(boss.get("/users?q=eve").json().path("items")).hasSize(1);
    }

    @Test
    void leadsToAPageThatExplainsWhenTheLinkWorksNoMore() throws Exception {
        AdminApi.Answer made = boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String link = link(onlyMail());
        server.clock.advance(Duration.ofDays(7));

        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(link).statusCode()).isEqualTo(410);
            assertThat(browser.get(link).body()).contains("This invitation doesn’t work");
            assertThat(browser.get(link.replaceAll("token=.*", "token=wrong")).statusCode())
                    .isEqualTo(410);
        }
        assertThat(boss().get("/invitations/" + made.text("/id")).text("/state"))
                .isEqualTo("expired");
    }

    @Test
    void worksByTheNewestLinkWhenItIsSentAgain() throws Exception {
        AdminApi.Answer made = boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String first = link(onlyMail());

        assertThat(boss.post("/invitations/" + made.text("/id") + "/resend", "").status())
                .isEqualTo(200);
        server.work();
        String second = link(server.mailbox.all().getFirst().mail());

        assertThat(second).isNotEqualTo(first);
        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(first).statusCode()).isEqualTo(410);
        }
        assertThat(accept(second).statusCode()).isEqualTo(200);
    }

    @Test
    void worksNoMoreWhenItIsTakenBack() throws Exception {
        AdminApi.Answer made = boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        String one = "/invitations/" + made.text("/id");

        assertThat(boss.delete(one).status()).isEqualTo(204);

        assertThat(boss.delete(one).status()).isEqualTo(409);
        assertThat(boss.get(one).text("/state")).isEqualTo("revoked");
        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(link(onlyMail())).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void refusesAnAddressThatSomebodyHasOrThatIsInvited() throws Exception {
        assertThat(boss.post("/invitations", "{\"email\": \"" + EMAIL.toUpperCase(Locale.ROOT) + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(boss.post("/invitations", "{\"email\": \"eve@example.org\"}").status())
                .isEqualTo(201);
        assertThat(boss.post("/invitations", "{\"email\": \"EVE@example.org\"}").status())
                .isEqualTo(409);
        server.work();
        assertThat(server.mailbox.all()).hasSize(1);
    }

    @Test
    void givesNoRoleThatTheCallerDoesNotHold() throws Exception {
        AdminApi admin = AdminApi.of(server, GLOBEX, "root");

        assertThat(admin.post("/invitations", "{\"email\": \"eve@example.org\", \"roles\": [\"owner\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(boss.post("/invitations", "{\"email\": \"eve@example.org\", \"roles\": [\"instance-admin\"]}")
                        .status())
                .isEqualTo(403);
        AdminApi.Answer owner = boss.post("/invitations", "{\"email\": \"eve@example.org\", \"roles\": [\"owner\"]}");
        assertThat(admin.post("/invitations/" + owner.text("/id") + "/resend", "")
                        .status())
                .isEqualTo(403);
        server.work();
        assertThat(server.mailbox.all()).hasSize(1);
    }

    @Test
    void refusesAPeriodThatIsOverOrTooLong() throws Exception {
        for (String time : List.of("2026-01-01T00:00:00Z", "2026-01-31T00:00:01Z")) {
            assertThat(boss.post("/invitations", """
                    {"email": "eve@example.org", "expires_at": "%s"}""".formatted(time)).pointers())
                    .containsExactly("/expires_at");
        }
        assertThat(boss.post("/invitations", """
                {"email": "eve@example.org", "expires_at": "2026-01-31T00:00:00Z"}""").status()).isEqualTo(201);
    }

    @Test
    void invitesTheOwnerOfANewOrganization() throws Exception {
        AdminApi instance = AdminApi.of(server, OrgSlug.DEFAULT, "root");

        AdminApi.Answer made = instance.post("/organizations", """
                {"slug": "initech", "name": "Initech", "owner_email": "bill@initech.example"}""");
        Mail mail = onlyMail();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("owner_email")).isFalse();
        assertThat(mail.sender()).isEqualTo("Initech");
        assertThat(link(mail)).startsWith(server.at("/o/initech/invitation?token="));
        assertThat(accept(link(mail)).statusCode()).isEqualTo(200);
        AdminApi.Answer invited = instance.get("/organizations/initech/invitations");
        assertThat(invited.text("/items/0/state")).isEqualTo("accepted");
        assertThat(invited.text("/items/0/roles/0")).isEqualTo("owner");
        assertThat(instance.post("/organizations", """
                {"slug": "initech", "name": "Initech",
                "owner_email": "bill@initech.example"}""").status()).isEqualTo(409);
    }

    @Test
    void showsTheMailOfDevToPeopleAndPrograms() throws Exception {
        boss.post("/invitations", "{\"email\": \"eve@example.org\"}");
        OutgoingMail mail = outgoing();
        String one = server.at("/dev/mailbox/" + mail.id());

        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(server.at("/dev/mailbox")).body())
                    .contains("eve@example.org", "/dev/mailbox/" + mail.id());
            assertThat(browser.get(one).body()).contains(mail.mail().subject().replace("&", "&amp;"));
            HttpResponse<String> html = browser.get(one + "/html");
            assertThat(html.body()).isEqualTo(mail.mail().html());
            assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("sandbox; default-src 'none'");
            assertThat(browser.get(server.at("/dev/mailbox.json")).body())
                    .contains("\"to\":\"eve@example.org\"", "/invitation?token=");
            assertThat(browser.get(server.issuer(GLOBEX).at("/dev/mailbox.json"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    /** The token of before has expired when time has passed. */
    private AdminApi boss() throws Exception {
        return AdminApi.of(server, GLOBEX, "boss");
    }

    private Mail onlyMail() {
        return outgoing().mail();
    }

    private OutgoingMail outgoing() {
        server.work();
        assertThat(server.mailbox.all()).hasSize(1);
        return server.mailbox.all().getFirst();
    }

    private static String link(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static HttpResponse<String> accept(String link) throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            return browser.submit(browser.get(link), form(link, PASSWORD));
        }
    }

    private static int status(TestBrowser browser, HttpResponse<String> page, String link) throws Exception {
        HttpResponse<String> answer = browser.submit(page, form(link, PASSWORD));
        // Only so many passwords are hashed at the same time: whoever was told to wait comes back.
        return answer.statusCode() == 503 ? status(browser, answer, link) : answer.statusCode();
    }

    private static Map<String, String> form(String link, String password) {
        return Map.of("token", link.replaceAll(".*token=", ""), "name", "Eve Ito", "password", password);
    }

    private boolean signsIn(String email) throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            HttpResponse<String> page = new CodeFlow(server.issuer(GLOBEX), browser).signInPage(Map.of());
            return browser.submit(page, Map.of("username", email, "password", PASSWORD))
                            .statusCode()
                    == 303;
        }
    }
}
