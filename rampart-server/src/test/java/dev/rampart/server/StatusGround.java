package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static java.util.Map.entry;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.ApiDocument.Operation;
import dev.rampart.server.StatusEvidence.Sent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares what operations are called on: for each call something new, so that none is in the way of another. */
final class StatusGround {

    /**
     * What only those may who administer the instance, or what would end the organization that all else is tried in.
     */
    private static final Set<String> OF_THE_SERVER =
            Set.of("createOrganization", "deleteOrganization", "restoreOrganization", "eraseOrganization");

    /** What there is none of. */
    static final String NOBODYS = "01990000-0000-7000-8000-000000000000";

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    /** A token may be used so often that the next is got in time. */
    private static final int CALLS_BY_A_TOKEN = 150;

    private static final String CLIENT = """
            {"client_id": "%s", "client_name": "A", "grant_types": ["client_credentials"]}""";

    /**
     * What an operation is sent when all is to be well; {@code %s} is a name that nobody has yet. Those that only
     * change something are content with nothing.
     */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("createUser", "{\"username\": \"%s\", \"password\": \"a password of some length\"}"),
            entry("changeUser", "{\"password\": \"a password of some length\"}"),
            entry("createClient", CLIENT),
            entry("createServiceAccount", "{\"client_id\": \"%s\", \"client_name\": \"A\"}"),
            entry("createGroup", "{\"name\": \"%s\"}"),
            entry("createRole", "{\"name\": \"%s\"}"),
            entry("createResourceServer", "{\"identifier\": \"urn:%s\", \"name\": \"A\"}"),
            entry("createInvitation", "{\"email\": \"%s@example.org\"}"),
            entry("createOrganization", "{\"slug\": \"%s\", \"name\": \"A\"}"),
            entry("eraseOrganization", "{\"slug\": \"%s\"}"),
            entry("rotateKey", "{\"algorithm\": \"RS256\", \"at_once\": true}"),
            entry("importUsers", "{\"username\": \"%s\"}\n"));

    private final TestServer server;
    private final AtomicInteger names = new AtomicInteger();
    private int calls;
    private AdminApi owner;
    private AdminApi root;

    StatusGround(TestServer server) throws IOException, InterruptedException {
        this.server = server;
        this.owner = AdminApi.of(server, GLOBEX, "boss");
        this.root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
    }

    /** Somebody who owns the organization. */
    AdminApi owner() throws IOException, InterruptedException {
        calls++;
        if (calls % CALLS_BY_A_TOKEN == 0) {
            owner = AdminApi.of(server, GLOBEX, "boss");
            root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        }
        return owner;
    }

    AdminApi root() {
        return root;
    }

    /** A token of somebody who may call it. */
    String token(Operation operation) throws IOException, InterruptedException {
        String owners = owner().token();
        return OF_THE_SERVER.contains(operation.act()) ? root.token() : owners;
    }

    String name() {
        return "name-" + names.incrementAndGet();
    }

    String body(Operation operation) {
        String known = BODIES.getOrDefault(operation.act(), operation.takesBody() ? "{}" : "");
        return known.formatted(name());
    }

    /** A call that does what it is for. */
    Sent ready(Operation operation) throws IOException, InterruptedException {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher variables = VARIABLE.matcher(operation.path());
        while (variables.find()) {
            names.put(variables.group(1), fresh(variables.group(1), names, operation));
        }
        String path = filled(operation, names);
        prepare(operation, path.substring(path.indexOf(AdminApi.PATH) + AdminApi.PATH.length()));
        String body = operation.act().equals("eraseOrganization")
                ? "{\"slug\": \"%s\"}".formatted(names.get("organization"))
                : body(operation);
        return new Sent(operation, path, body, token(operation));
    }

    /** The same call on what is not there. */
    Sent onNothing(Operation operation) throws IOException, InterruptedException {
        Map<String, String> names = new LinkedHashMap<>();
        VARIABLE.matcher(operation.path()).results().forEach(variable -> names.put(variable.group(1), NOBODYS));
        names.replace("organization", GLOBEX.toString());
        return new Sent(operation, filled(operation, names), body(operation), token(operation));
    }

    /** What stands in the path before its last step. */
    static String without(String path, int steps) {
        String shorter = path;
        for (int i = 0; i < steps; i++) {
            shorter = shorter.substring(0, shorter.lastIndexOf('/'));
        }
        return shorter;
    }

    private static String filled(Operation operation, Map<String, String> names) {
        return VARIABLE.matcher(operation.path())
                .replaceAll(match -> Matcher.quoteReplacement(
                        Optional.ofNullable(names.get(match.group(1))).orElseThrow()));
    }

    private void prepare(Operation operation, String path) throws IOException, InterruptedException {
        switch (operation.act()) {
            case "withdrawUserRole",
                    "withdrawClientRole",
                    "withdrawGroupRole",
                    "removeGroupUser",
                    "removeGroupClient" -> done(owner().send("PUT", path, "", Map.of()));
            case "restoreUser" -> done(owner().delete(without(path, 1)));
            case "restoreOrganization", "eraseOrganization" -> done(root.delete(without(path, 1)));
            default -> {
                // It needs nothing but what its path names.
            }
        }
    }

    private static AdminApi.Answer done(AdminApi.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(
                    "cannot prepare: " + answer.status() + " " + answer.http().body());
        }
        return answer;
    }

    /** The name of something that was not there before, in the organization. */
    String fresh(String variable, Map<String, String> names, Operation operation)
            throws IOException, InterruptedException {
        AdminApi api = owner();
        return switch (variable) {
            case "organization" ->
                OF_THE_SERVER.contains(operation.act())
                        ? made(root, "/organizations", "{\"slug\": \"%s\", \"name\": \"A\"}", "/slug")
                        : GLOBEX.toString();
            case "user" -> made(api, "/users", "{\"username\": \"%s\"}", "/id");
            case "client" -> made(api, "/clients", CLIENT, "/client_id");
            case "service_account" -> made(api, "/service-accounts", "{\"client_name\": \"%s\"}", "/client_id");
            case "group" -> made(api, "/groups", "{\"name\": \"%s\"}", "/id");
            case "role" -> made(api, "/roles", "{\"name\": \"%s\"}", "/id");
            case "resource_server" ->
                made(api, "/resource-servers", "{\"identifier\": \"urn:%s\", \"name\": \"A\"}", "/id");
            case "invitation" -> made(api, "/invitations", "{\"email\": \"%s@example.org\"}", "/id");
            case "token" -> made(api, "/initial-access-tokens", "{\"description\": \"%s\"}", "/id");
            case "secret" ->
                api.get("/clients/" + names.get("client") + "/secrets").text("/items/0/id");
            case "session" -> session(api);
            case "consent" -> consent(api);
            case "key" -> retiredKey(api);
            case "event" -> api.get("/audit-events").text("/items/0/id");
            default -> throw new AssertionError("make a %s, for %s".formatted(variable, operation));
        };
    }

    private String made(AdminApi api, String path, String body, String pointer)
            throws IOException, InterruptedException {
        return done(api.post(path, body.formatted(name()))).text(pointer);
    }

    private String consent(AdminApi api) throws IOException, InterruptedException {
        try (TestBrowser person = new TestBrowser()) {
            new CodeFlow(server.issuer(GLOBEX), person).consent();
        }
        return api.get("/consents").text("/items/0/id");
    }

    private String session(AdminApi api) throws IOException, InterruptedException {
        try (TestBrowser person = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), person);
            flow.redeem(flow.signIn(Map.of()));
        }
        return api.get("/sessions").text("/items/0/id");
    }

    /** Not of those that sign the tokens of service accounts, for these are needed. */
    private static String retiredKey(AdminApi api) throws IOException, InterruptedException {
        done(api.post("/keys", "{\"algorithm\": \"RS256\", \"at_once\": true}"));
        return key(api, "retired");
    }

    static String key(AdminApi api, String state) throws IOException, InterruptedException {
        return api.get("/keys")
                .json()
                .path("items")
                .valueStream()
                .filter(key -> key.path("state").asString().equals(state))
                .map(key -> key.path("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
