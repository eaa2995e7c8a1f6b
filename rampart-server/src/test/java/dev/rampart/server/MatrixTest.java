package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.SERVICE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.http.Payload;
import dev.rampart.http.Route;
import dev.rampart.http.exchange.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may call which route of the admin API, in a file for reviewers: a line for each route, a column for each built-in
 * role. {@code -Dgolden.rewrite=true} writes it anew and fails. Each cell is tried over HTTP.
 */
final class MatrixTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/rampart/server/matrix.txt");
    private static final String YES = "yes";
    private static final String NO = "-";

    /** Nothing has this tag, so that nobody who may call an operation sets it going. */
    private static final Map<String, String> HARMLESS = Map.of("If-Match", "\"none of ours\"");

    private static final List<Column> COLUMNS = List.of(
            new Column("owner", GLOBEX, "boss", Optional.of(Role.OWNER)),
            new Column("admin", GLOBEX, "root", Optional.of(Role.ADMIN)),
            new Column("auditor", GLOBEX, "reader", Optional.of(Role.AUDITOR)),
            new Column("helpdesk", GLOBEX, "help", Optional.of(Role.HELPDESK)),
            new Column("instance-admin", OrgSlug.DEFAULT, "root", Optional.of(Role.INSTANCE_ADMIN)),
            new Column("none", GLOBEX, SERVICE, Optional.empty()));

    private static TestServer server;

    /** A role, and the service account that has it and no other. */
    private record Column(String name, OrgSlug from, String account, Optional<Role> role) {

        boolean may(Permission permission) {
            return role.stream().anyMatch(held -> held.permissions().contains(permission));
        }

        String mark(Permission permission) {
            return may(permission) ? YES : NO;
        }
    }

    /** A route, and what it takes. */
    private record Line(Route route, Permission permission) {}

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isTheOneThatWasReviewed() throws IOException {
        String wired = matrix();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, wired);
        }

        assertThat(Boolean.getBoolean("golden.rewrite")).isFalse();
        assertThat(wired).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void hasAColumnForEveryBuiltInRole() {
        assertThat(COLUMNS.stream().flatMap(column -> column.role().stream())).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void holdsOverHttp() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Column column : COLUMNS) {
            AdminApi caller = AdminApi.of(server, column.from(), column.account());
            for (Line line : lines()) {
                int status = call(caller, line.route());
                if (isDenied(status) == column.may(line.permission())) {
                    wrong.add("%s: %s: %d".formatted(column.name(), line.route(), status));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Whoever may is told what is wrong with the body, or else with the version. */
    private static boolean isDenied(int status) {
        return switch (status) {
            case 403 -> true;
            case 400, 412 -> false;
            default -> throw new AssertionError("this is no answer to whoever may, and none to the others: " + status);
        };
    }

    private static int call(AdminApi caller, Route route) throws Exception {
        String path = route.path()
                .substring(AdminApi.PATH.length())
                .replace("{organization}", GLOBEX.toString())
                .replaceAll("\\{[a-z_]+}", StatusGround.NOBODYS);
        boolean json = route.payload() == Payload.JSON || route.payload() == Payload.MERGE_PATCH;
        return caller.send(route.methods().getFirst(), path, json ? "{}" : "", HARMLESS)
                .status();
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Route route : server.routes().all()) {
            if (route.access() instanceof Access.Permitted(Permission permission)) {
                lines.add(new Line(route, permission));
            }
        }
        return lines;
    }

    private static String matrix() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of("", "", "permission"), COLUMNS.stream().map(Column::name))
                .toList());
        for (Line line : lines()) {
            rows.add(Stream.concat(
                            Stream.of(
                                    line.route().methods().getFirst(),
                                    line.route().path(),
                                    line.permission().toString()),
                            COLUMNS.stream().map(column -> column.mark(line.permission())))
                    .toList());
        }
        return rows.stream().map(row -> aligned(row, rows)).collect(joining("\n", "", "\n"));
    }

    private static String aligned(List<String> row, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            text.append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
