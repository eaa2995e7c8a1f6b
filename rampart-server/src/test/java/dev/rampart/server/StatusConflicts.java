package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;

import dev.rampart.server.ApiDocument.Operation;
import dev.rampart.server.StatusEvidence.Sent;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings about what operations contradict: names that are taken, last owners, things that were done already. */
final class StatusConflicts {

    /** What is done so often contradicts what was done before, unless it never does. */
    private static final int TIMES = 3;

    private final StatusGround ground;
    private final StatusEvidence evidence;
    private @Nullable String lastOwner;

    StatusConflicts(StatusGround ground, StatusEvidence evidence) {
        this.ground = ground;
        this.evidence = evidence;
    }

    void provoke(Operation operation) throws IOException, InterruptedException {
        switch (operation.act()) {
            case "changeUser" -> takenName(operation, "/users", "username");
            case "changeGroup" -> takenName(operation, "/groups", "name");
            case "changeRole" -> takenName(operation, "/roles", "name");
            case "deleteGroup" -> {
                Sent sent = ground.ready(operation);
                String id = sent.path().substring(sent.path().lastIndexOf('/') + 1);
                ground.owner()
                        .post(
                                "/groups",
                                "{\"name\": \"%s\", \"parent_group_id\": \"%s\"}".formatted(ground.name(), id));
                evidence.call(sent);
            }
            case "forgetKey" -> {
                Sent sent = ground.ready(operation);
                evidence.call(sent.at(
                        StatusGround.without(sent.path(), 1) + "/" + StatusGround.key(ground.owner(), "active")));
            }
            case "resendInvitation" -> {
                Sent sent = ground.ready(operation);
                String invitation = StatusGround.without(sent.path(), 1);
                ground.owner().delete(invitation.substring(invitation.indexOf("/invitations")));
                evidence.call(sent);
            }
            case "eraseOrganization" -> {
                Sent sent = ground.ready(operation);
                String path = StatusGround.without(sent.path(), 1) + "/restore";
                ground.root().send("POST", path.substring(AdminApi.PATH.length()), "", Map.of());
                evidence.call(sent);
            }
            case "withdrawUserRole" -> on(operation, "/users/%s/roles/owner".formatted(lastOwner()));
            case "deleteUser" -> on(operation, "/users/" + lastOwner());
            case "eraseUser" -> on(operation, "/users/%s/erase".formatted(lastOwner()));
            case "removeGroupUser" -> onLastGroup(operation, "/groups/%s/members/users/%s");
            case "withdrawGroupRole" -> onLastGroup(operation, "/groups/%s/roles/owner");
            default -> again(operation);
        }
    }

    private void again(Operation operation) throws IOException, InterruptedException {
        Sent sent = ground.ready(operation);
        // A key that is there at once contradicts nothing; one that is announced does.
        Sent same = operation.act().equals("rotateKey") ? sent.with("{\"algorithm\": \"RS256\"}") : sent;
        int status = 0;
        for (int i = 0; i < TIMES && status < 300; i++) {
            status = evidence.call(same);
        }
    }

    private void takenName(Operation operation, String list, String field) throws IOException, InterruptedException {
        String body = "{\"%s\": \"%s\"}".formatted(field, ground.name());
        ground.owner().post(list, body);
        evidence.call(ground.ready(operation).with(body));
    }

    /** The only person who owns the organization. */
    private String lastOwner() throws IOException, InterruptedException {
        if (lastOwner == null) {
            String id = ground.owner()
                    .post("/users", "{\"username\": \"the-last\"}")
                    .text("/id");
            ground.owner().send("PUT", "/users/%s/roles/owner".formatted(id), "", Map.of());
            lastOwner = id;
        }
        return lastOwner;
    }

    /** As long as this takes they own it by a group alone. */
    private void onLastGroup(Operation operation, String path) throws IOException, InterruptedException {
        AdminApi owner = ground.owner();
        String direct = "/users/%s/roles/owner".formatted(lastOwner());
        String group = owner.post("/groups", "{\"name\": \"%s\"}".formatted(ground.name()))
                .text("/id");
        String place = "/groups/%s/members/users/%s".formatted(group, lastOwner());
        owner.send("PUT", "/groups/%s/roles/owner".formatted(group), "", Map.of());
        owner.send("PUT", place, "", Map.of());
        owner.delete(direct);

        on(operation, path.formatted(group, lastOwner()));

        owner.send("PUT", direct, "", Map.of());
        owner.delete(place);
    }

    private void on(Operation operation, String path) throws IOException, InterruptedException {
        String root = operation.path().contains("{organization}")
                ? AdminApi.PATH + "/organizations/" + GLOBEX
                : AdminApi.PATH;
        evidence.call(new Sent(operation, root + path, ground.body(operation), ground.token(operation)));
    }
}
