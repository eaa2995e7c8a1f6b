package dev.rampart.domain.walk;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.PASSWORD;

import dev.rampart.domain.Stores;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.user.ChangeUser;
import dev.rampart.domain.user.CreateUser;
import dev.rampart.domain.user.ImportLine;
import dev.rampart.domain.user.ImportUsers;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.RemoveUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.walk.House.Said;
import dev.rampart.domain.walk.Model.MadePerson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The part of the {@link House} that is about people. */
final class HouseOfPeople {

    private final CreateUser creation;
    private final ChangeUser changes;
    private final RemoveUser removal;
    private final ImportUsers imports;

    HouseOfPeople(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        FakePasswordHasher hasher = new FakePasswordHasher();
        this.creation = new CreateUser(work, hasher, clock, entropy);
        this.changes = new ChangeUser(work, hasher, clock, entropy);
        this.removal = new RemoveUser(work, clock, entropy);
        this.imports = new ImportUsers(work, hasher, clock, entropy);
    }

    Said perform(Act.OfPerson act, Authority by) {
        return switch (act) {
            case Act.CreatePerson(String name, boolean withPassword) ->
                said(creation.create(
                        ACME,
                        new CreateUser.Request(
                                blank -> edited(blank, name, blank.user().enabled()), password(withPassword), by)));
            case Act.ImportPerson(String name, Set<Role> roles) -> imported(name, roles, by);
            case Act.SetPassword(UserId id) -> change(id, UnaryOperator.identity(), password(true), by);
            case Act.DemandPassword(UserId id, boolean demanded) ->
                change(id, before -> demanded(before, demanded), password(false), by);
            case Act.ChangeAddress(UserId id, String name) ->
                change(id, before -> edited(before, name, before.user().enabled()), password(false), by);
            case Act.EnablePerson(UserId id, boolean enabled) ->
                change(
                        id,
                        before -> edited(before, before.user().username().orElseThrow(), enabled),
                        password(false),
                        by);
            case Act.DeletePerson(UserId id) -> said(removal.delete(ACME, id, asked(by)));
            case Act.RestorePerson(UserId id) -> said(removal.restore(ACME, id, asked(by)));
            case Act.ErasePerson(UserId id) -> said(removal.erase(ACME, id, asked(by)));
        };
    }

    private Said change(UserId id, UnaryOperator<ManagedUser> edit, Optional<Secret> password, Authority by) {
        return said(changes.change(ACME, id, new ChangeUser.Request(edit, password, Expected.ANY, by)));
    }

    private Said imported(String name, Set<Role> roles, Authority by) {
        List<UserId> made = new ArrayList<>();
        ImportLine line = new ImportLine(
                1,
                blank -> {
                    made.add(blank.user().id());
                    return edited(blank, name, true);
                },
                Optional.empty(),
                roles);
        int count = imports.importAll(ACME, List.of(line).iterator(), new ImportUsers.Request(false, by, _ -> {}));
        return count == 1 ? new Said(Verdict.DONE, new MadePerson(made.getLast())) : Said.of(Verdict.REFUSED);
    }

    private static Optional<Secret> password(boolean wanted) {
        return wanted ? Optional.of(PASSWORD) : Optional.empty();
    }

    private static RemoveUser.Request asked(Authority by) {
        return new RemoveUser.Request(by, Expected.ANY);
    }

    private static ManagedUser edited(ManagedUser before, String name, boolean enabled) {
        User user = before.user();
        User after = new User(
                user.id(),
                Optional.of(name),
                user.email(),
                user.emailVerified(),
                user.profile(),
                enabled,
                user.createdAt(),
                user.updatedAt());
        return new ManagedUser(after, before.attributes(), before.passwordChangeRequired(), before.version());
    }

    private static ManagedUser demanded(ManagedUser before, boolean demanded) {
        return new ManagedUser(before.user(), before.attributes(), demanded, before.version());
    }

    private static Said said(CreateUser.Outcome outcome) {
        return switch (outcome) {
            case CreateUser.Created(ManagedUser user) ->
                new Said(Verdict.DONE, new MadePerson(user.user().id()));
            case CreateUser.PasswordForbidden _ -> Said.of(Verdict.REFUSED);
            case CreateUser.NameTaken _, CreateUser.PasswordInvalid _, CreateUser.Busy _ ->
                throw new IllegalStateException("nothing is wrong with them: " + outcome);
        };
    }

    private static Said said(ChangeUser.Outcome outcome) {
        return switch (outcome) {
            case ChangeUser.Changed _ -> Said.of(Verdict.DONE);
            case ChangeUser.Unknown() -> Said.of(Verdict.UNKNOWN);
            case ChangeUser.Forbidden _ -> Said.of(Verdict.REFUSED);
            case ChangeUser.Stale _, ChangeUser.NameTaken _, ChangeUser.PasswordInvalid _, ChangeUser.Busy _ ->
                throw new IllegalStateException("nothing is wrong with it: " + outcome);
        };
    }

    private static Said said(RemoveUser.Outcome outcome) {
        return switch (outcome) {
            case RemoveUser.Deleted _, RemoveUser.Restored _, RemoveUser.Erased _ -> Said.of(Verdict.DONE);
            case RemoveUser.Unknown() -> Said.of(Verdict.UNKNOWN);
            case RemoveUser.Forbidden _ -> Said.of(Verdict.REFUSED);
            case RemoveUser.Stale _ -> throw new IllegalStateException("any version was expected");
        };
    }
}
