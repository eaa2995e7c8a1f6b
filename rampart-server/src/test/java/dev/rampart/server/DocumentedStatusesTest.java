package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.persistence.TestPostgres;
import dev.rampart.server.ApiDocument.Operation;
import dev.rampart.server.StatusEvidence.Sent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every status that the description of the API promises is provoked, operation by operation, and every answer is held
 * against what is said of it: whatever is not described is a fault, be it a status, a type or a field.
 */
final class DocumentedStatusesTest {

    private static final int TOO_MANY_PARAMETERS = 101;
    private static final int TOO_LONG = 257 * 1024;

    /** A token's rate within a minute, and more. */
    private static final int TOO_OFTEN = 700;

    /** How many files are read or written at a time, and more. */
    private static final int FILES = 5;

    /**
     * It takes several readers, each slower than all buffers between them and the server; or two calls with one
     * Idempotency-Key of which the second comes before the first has been answered.
     */
    private static final Set<String> NOT_PROVOKED = Set.of(
            "createInitialAccessToken 409",
            "createInitialAccessTokenInOrganization 409",
            "exportAuditEvents 503",
            "exportAuditEventsInOrganization 503",
            "exportUsers 503",
            "exportUsersInOrganization 503");

    private static final int TRIES = 10;

    /** So that each is let in before the next one asks. */
    private static final int APART_MILLIS = 150;

    private static final String IF_MATCH = "If-Match";

    private static TestServer server;
    private static ApiDocument document;
    private static StatusEvidence evidence;
    private static StatusGround ground;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        document = ApiDocument.of(server);
        evidence = new StatusEvidence(server, document);
        ground = new StatusGround(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void provokesEveryStatusThatIsDocumented(TestReporter reporter) throws Exception {
        String nobody = AdminApi.of(server, GLOBEX, SERVICE).token();
        StatusConflicts conflicts = new StatusConflicts(ground, evidence);
        for (Operation operation : document.operations()) {
            try {
                refuse(operation, nobody);
                succeed(operation);
                if (operation.statuses().contains(409)) {
                    conflicts.provoke(operation);
                }
            } catch (AssertionError e) {
                evidence.tell(operation, String.valueOf(e.getMessage()));
            }
        }
        waitForEachOther();
        new StatusFiles(server, ground, evidence).provoke(document);
        askTooOften();
        stopHashing();

        reporter.publishEntry("statuses", Integer.toString(evidence.documented().size()));
        assertThat(evidence.faults()).as("answers that are not as documented").isEmpty();
        assertThat(evidence.missing())
                .as("documented, and never provoked")
                .containsExactlyInAnyOrderElementsOf(NOT_PROVOKED);
    }

    /** What the comparison is worth. */
    @Test
    void noticesAFieldThatIsNotDescribed() throws Exception {
        Operation reading = operation("readUser");
        HttpResponse<String> answer = evidence.call(ground.ready(reading), Map.of());
        ObjectNode user = (ObjectNode) JsonMapper.shared().readTree(answer.body());
        ObjectNode planted = user.deepCopy().put("unlisted", 1);
        ObjectNode deeper = user.deepCopy();
        deeper.putObject("address").put("unlisted", 1);

        assertThat(faults(reading, 200, user)).isEmpty();
        assertThat(faults(reading, 200, planted)).singleElement().asString().contains("unlisted");
        assertThat(faults(reading, 200, deeper)).singleElement().asString().contains("/address", "unlisted");
        assertThat(faults(reading, 200, user.deepCopy().put("enabled", "yes"))).hasSize(1);
        assertThat(faults(reading, 404, user)).isNotEmpty();
        assertThat(faults(reading, 418, user)).containsExactly("is not documented");
        assertThat(document.faults(reading, 200, "text/html", "")).containsExactly("is of the type text/html");
    }

    private static List<String> faults(Operation operation, int status, JsonNode body) {
        String type = status < 300 ? "application/json" : "application/problem+json";
        return document.faults(operation, status, type, body.toString());
    }

    private static Operation operation(String act) {
        return document.operations().stream()
                .filter(operation -> operation.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    /** What is refused before anything is looked for, or because it is not there. */
    private static void refuse(Operation operation, String nobody) throws Exception {
        Sent nothing = ground.onNothing(operation);
        evidence.call(nothing.by(""));
        evidence.call(nothing.by("no token"));
        evidence.call(nothing.by(nobody));
        evidence.call(nothing.at(nothing.path() + "?x" + "&x".repeat(TOO_MANY_PARAMETERS)));
        evidence.call(nothing, Map.of(IF_MATCH, "\"none of ours\""));
        if (operation.path().contains("{")) {
            evidence.call(nothing.at(nothing.path().replace("/" + GLOBEX, "/nowhere")));
        }
        if (operation.takes("cursor")) {
            evidence.call(nothing.at(nothing.path() + "?cursor=none"));
        }
        if (operation.takesBody()) {
            evidence.call(nothing.with("{\"unheard_of\": 1}"));
        }
        if (operation.statuses().contains(413)) {
            sendTooMuch(nothing.with("x".repeat(TOO_LONG)));
            evidence.call(nothing.with("x"), Map.of("Content-Type", "text/plain"));
        }
    }

    /** Whoever is still sending when the connection ends has heard nothing, and tries again. */
    private static void sendTooMuch(Sent sent) throws InterruptedException {
        boolean heard = false;
        for (int i = 0; i < TRIES && !heard; i++) {
            try {
                evidence.call(sent);
                heard = true;
            } catch (IOException e) {
                Thread.sleep(APART_MILLIS);
            }
        }
    }

    private static void succeed(Operation operation) throws Exception {
        HttpResponse<String> done = evidence.call(ground.ready(operation), Map.of());
        if (done.statusCode() != operation.success()) {
            evidence.tell(operation, "%d %s".formatted(done.statusCode(), done.body()));
        }
        if (operation.takes(IF_MATCH)) {
            evidence.call(ground.ready(operation), Map.of(IF_MATCH, "\"999999\""));
        }
        if (operation.takes("Idempotency-Key")) {
            Sent once = ground.ready(operation);
            Map<String, String> key = Map.of("Idempotency-Key", ground.name());
            evidence.call(once, key);
            evidence.call(once.with(once.body().isEmpty() ? "{}" : once.body() + " "), key);
        }
        String tag = done.headers().firstValue("ETag").orElse("");
        if (operation.method().equals("GET") && !tag.isEmpty()) {
            evidence.call(ground.ready(operation), Map.of("If-None-Match", tag));
        }
    }

    /** While nobody can look at a person, files lie open, and what was begun is under way. */
    private static void waitForEachOther() throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        for (Operation operation : document.operations()) {
            if (operation.act().equals("importUsers")) {
                for (int i = 0; i < FILES; i++) {
                    Sent file = ground.ready(operation);
                    calls.add(() -> evidence.call(file));
                }
            }
            if (operation.act().equals("restoreUser")) {
                Sent restoring = ground.ready(operation);
                Map<String, String> key = Map.of("Idempotency-Key", ground.name());
                calls.add(() -> evidence.call(restoring, key));
                calls.add(() -> evidence.call(restoring, key));
            }
        }
        try (Connection connection = TestPostgres.server().asSuperuser().getConnection();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            lockPeople(connection);
            List<Future<Object>> begun = new ArrayList<>();
            for (Callable<Object> call : calls) {
                begun.add(threads.submit(call));
                Thread.sleep(APART_MILLIS);
            }
            threads.shutdown();
            // Whoever waits for the same write is told after five seconds that it is under way.
            assertThat(threads.awaitTermination(8, TimeUnit.SECONDS)).isFalse();
            connection.rollback();
            for (Future<Object> each : begun) {
                each.get();
            }
        }
    }

    private static void lockPeople(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE app_user IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static void askTooOften() throws Exception {
        AdminApi busy = AdminApi.of(server, GLOBEX, "boss");
        int status = 200;
        for (int i = 0; i < TOO_OFTEN && status == 200; i++) {
            status = busy.get("/keys").status();
        }
        assertThat(status).isEqualTo(429);
        for (Operation operation : document.operations()) {
            evidence.call(ground.onNothing(operation).by(busy.token()));
        }
    }

    private static void stopHashing() throws Exception {
        server.stopHashing();
        for (Operation operation : document.operations()) {
            if (operation.act().equals("createUser")) {
                evidence.call(ground.ready(operation));
            }
            if (operation.act().equals("changeUser")) {
                evidence.call(ground.ready(operation));
            }
        }
    }
}
