package dev.rampart.persistence.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.user.ChangeUser;
import dev.rampart.domain.user.CreateUser;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.persistence.PostgresScene;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may demand that somebody chooses another password: whoever may set it. */
final class PasswordDemandRightsTest {

    private static final Authority SETS = may(Permission.USER_WRITE, Permission.USER_SET_PASSWORD);
    private static final Authority ONLY_WRITES = may(Permission.USER_WRITE);

    private final UnitOfWork<Stores> work = PostgresScene.fresh().unitOfWork();
    private final FakeClock clock = new FakeClock();
    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final FakeEntropy entropy = new FakeEntropy();
    private final CreateUser create = new CreateUser(work, hasher, clock, entropy);
    private final ChangeUser change = new ChangeUser(work, hasher, clock, entropy);

    @Test
    void isDemandedOfSomebodyNewByWhomeverMaySetIt() {
        assertThat(create(ONLY_WRITES, true)).isEqualTo(new CreateUser.PasswordForbidden());
        assertThat(create(ONLY_WRITES, false)).isInstanceOf(CreateUser.Created.class);
    }

    @Test
    void isDemandedAndForgivenByWhomeverMaySetIt() {
        ManagedUser made = ((CreateUser.Created) create(SETS, true)).user();

        ChangeUser.Outcome forgiven = change(made, ONLY_WRITES);
        ChangeUser.Outcome allowed = change(made, SETS);

        assertThat(forgiven).isEqualTo(new ChangeUser.Forbidden(ChangeUser.Refusal.PASSWORD_FORBIDDEN));
        assertThat(((ChangeUser.Changed) allowed).user().passwordChangeRequired())
                .isFalse();
    }

    private CreateUser.Outcome create(Authority by, boolean demanded) {
        return create.create(ACME, new CreateUser.Request(blank -> named(blank, demanded), Optional.empty(), by));
    }

    private ChangeUser.Outcome change(ManagedUser made, Authority by) {
        return change.change(
                ACME,
                made.user().id(),
                new ChangeUser.Request(before -> named(before, false), Optional.empty(), Expected.ANY, by));
    }

    private static ManagedUser named(ManagedUser blank, boolean demanded) {
        User user = blank.user();
        User named = new User(
                user.id(),
                Optional.of("eve"),
                Optional.empty(),
                false,
                user.profile(),
                true,
                user.createdAt(),
                user.updatedAt());
        return new ManagedUser(named, blank.attributes(), demanded, blank.version());
    }

    private static Authority may(Permission... permissions) {
        return new Authority(Cause.SYSTEM, Set.of(permissions));
    }
}
