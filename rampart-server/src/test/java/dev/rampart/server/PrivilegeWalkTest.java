package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Service accounts give and take each other's roles at random, and never get more than somebody could give. */
final class PrivilegeWalkTest {

    private static final int STEPS = 500;
    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<String> ACCOUNTS = List.of("root", "boss", "reader", "help");

    private final Map<String, Set<Role>> held = new HashMap<>(Map.of(
            "root", EnumSet.of(Role.ADMIN),
            "boss", EnumSet.of(Role.OWNER),
            "reader", EnumSet.of(Role.AUDITOR),
            "help", EnumSet.of(Role.HELPDESK)));

    @Test
    void neverEndsWithARightThatNobodyCouldGive(TestReporter reporter) throws Exception {
        long seed = System.nanoTime();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        int granted = 0;
        try (TestServer server = TestServer.started()) {
            Map<String, AdminApi> callers = new HashMap<>();
            for (String account : ACCOUNTS) {
                callers.put(account, AdminApi.of(server, GLOBEX, account));
            }
            for (int step = 0; step < STEPS; step++) {
                String actor = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
                String target = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
                Role role = ROLES.get(random.nextInt(ROLES.size()));
                boolean gives = random.nextInt(3) > 0;

                int status = Objects.requireNonNull(callers.get(actor))
                        .send(gives ? "PUT" : "DELETE", "/clients/%s/roles/%s".formatted(target, role), "", Map.of())
                        .status();

                assertThat(status)
                        .as("seed %d, step %d: %s %s %s %s", seed, step, actor, gives ? "gives" : "takes", role, target)
                        .isEqualTo(expected(actor, target, role, gives));
                granted += status == 204 && gives ? 1 : 0;
                server.clock.advance(Duration.ofMillis(400));
                if (step % 100 == 99) {
                    callers.replaceAll((account, old) -> renewed(server, account));
                }
            }
        }
        reporter.publishEntry("roles given", Integer.toString(granted));
        assertThat(granted).isPositive();
    }

    private int expected(String actor, String target, Role role, boolean gives) {
        Set<Permission> may = permissions(actor);
        if (!may.contains(Permission.ROLE_ASSIGN)) {
            return 403;
        }
        Set<Role> roles = held.getOrDefault(target, Set.of());
        if (!gives && !roles.contains(role)) {
            return 404;
        }
        if (role == Role.INSTANCE_ADMIN || !may.containsAll(role.permissions())) {
            return 403;
        }
        if (gives) {
            roles.add(role);
        } else {
            roles.remove(role);
        }
        return 204;
    }

    private Set<Permission> permissions(String account) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        held.getOrDefault(account, Set.of()).forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    private static AdminApi renewed(TestServer server, String account) {
        try {
            return AdminApi.of(server, GLOBEX, account);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
