package dev.rampart.persistence.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.user.ImportLine;
import dev.rampart.domain.user.ImportLine.Reason;
import dev.rampart.domain.user.ImportLine.Rejection;
import dev.rampart.domain.user.ImportUsers;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.TestPostgres;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Who may import what, and what is there when an import breaks off. */
final class ImportUsersTest {

    private static final Authority OWNER = may(Role.OWNER.permissions());

    private final PostgresScene scene = PostgresScene.fresh();
    private final UnitOfWork<Stores> work = scene.unitOfWork();
    private final ImportUsers useCase =
            new ImportUsers(work, new FakePasswordHasher(), new FakeClock(), new FakeEntropy());
    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void makesNobodyWhoseHashOrDemandOrRolesTheCallerMayNotGive() {
        List<ImportLine> lines = List.of(
                line(1, "one").build(),
                line(2, "two").hash("$fake$v=1$x").build(),
                line(3, "three").demanded().build(),
                line(4, "four").roles(Role.AUDITOR).build());

        int made = imported(ACME, lines.iterator(), may(Set.of(Permission.USER_IMPORT, Permission.ROLE_ASSIGN)));

        assertThat(made).isEqualTo(1);
        assertThat(rejections)
                .containsExactly(
                        new Rejection(2, Reason.PASSWORD_FORBIDDEN),
                        new Rejection(3, Reason.DEMAND_FORBIDDEN),
                        new Rejection(4, Reason.ROLES_FORBIDDEN));
    }

    @Test
    void makesSomebodyWithEverythingThatTheCallerMayGive() {
        ImportLine line = line(1, "one")
                .hash("$fake$v=1$x")
                .demanded()
                .roles(Role.AUDITOR)
                .build();

        assertThat(imported(ACME, List.of(line).iterator(), OWNER)).isEqualTo(1);

        assertThat(people(ACME)).extracting(ManagedUser::passwordChangeRequired).containsExactly(true);
        assertThat(people(GLOBEX)).isEmpty();
        assertThat(scene.audited(ACME)).hasSize(1);
    }

    @Test
    void givesPowerOverEveryOrganizationToNobody() {
        ImportLine line = line(1, "one").roles(Role.INSTANCE_ADMIN).build();

        assertThat(imported(ACME, List.of(line).iterator(), may(Set.of(Permission.values()))))
                .isZero();
        assertThat(rejections).containsExactly(new Rejection(1, Reason.ROLES_FORBIDDEN));
    }

    @Test
    void keepsWholeBatchesWhenTheFileBreaksOff() {
        int batches = 2;
        Iterator<ImportLine> breaking = IntStream.range(0, batches * ImportUsers.BATCH + 50)
                .mapToObj(i -> {
                    if (i == batches * ImportUsers.BATCH + 40) {
                        throw new IllegalStateException("broke off");
                    }
                    return line(i + 1, "person" + i).build();
                })
                .iterator();

        assertThatThrownBy(() -> imported(ACME, breaking, OWNER)).hasMessage("broke off");

        assertThat(scene.audited(ACME)).hasSize(batches * ImportUsers.BATCH);
        assertThat(people(ACME)).hasSize(batches * ImportUsers.BATCH);
    }

    @Test
    void hasThePlannerToldOfPeopleWhoComeByTheHundred() {
        DSLContext owner = DSL.using(TestPostgres.server().asOwner(), SQLDialect.POSTGRES);
        owner.execute("TRUNCATE app_user CASCADE");
        String known = "SELECT reltuples FROM pg_class WHERE oid = 'app_user'::regclass";
        assertThat(owner.fetchSingle(known).get(0, Integer.class)).isNotPositive();
        int people = 8 * ImportUsers.BATCH;

        imported(
                ACME,
                IntStream.range(0, people)
                        .mapToObj(i -> line(i + 1, "person" + i).build())
                        .iterator(),
                OWNER);

        assertThat(owner.fetchSingle(known).get(0, Integer.class)).isBetween(people / 4, people);
    }

    private int imported(OrgId org, Iterator<ImportLine> lines, Authority by) {
        return useCase.importAll(org, lines, new ImportUsers.Request(false, by, rejections::add));
    }

    private List<ManagedUser> people(OrgId org) {
        return work.one(org, stores -> stores.userRegister().page(PageRequest.first(PageRequest.LIMIT_MAX)))
                .items();
    }

    private static Authority may(Set<Permission> permissions) {
        return new Authority(Cause.SYSTEM, permissions, Set.of());
    }

    private static Line line(long number, String username) {
        return new Line(number, username, Optional.empty(), false, Set.of());
    }

    /** A line that is being written. */
    private record Line(
            long number, String username, Optional<PasswordHash> password, boolean demands, Set<Role> held) {

        Line hash(String encoded) {
            return new Line(number, username, Optional.of(new PasswordHash(encoded)), demands, held);
        }

        Line demanded() {
            return new Line(number, username, password, true, held);
        }

        Line roles(Role... roles) {
            return new Line(number, username, password, demands, Set.of(roles));
        }

        ImportLine build() {
            return new ImportLine(number, this::filled, password, held);
        }

        private ManagedUser filled(ManagedUser blank) {
            User user = blank.user();
            User named = new User(
                    user.id(),
                    Optional.of(username),
                    Optional.empty(),
                    false,
                    user.profile(),
                    true,
                    user.createdAt(),
                    user.updatedAt());
            return new ManagedUser(named, blank.attributes(), demands, blank.version());
        }
    }
}
