package dev.rampart.domain.walk;

import static dev.rampart.domain.testing.Samples.ACME;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Chooses who tries what, among all that there is or was. */
final class Picker {

    private static final int KINDS = 22;

    /** Those by which others are got, or kept from being got. */
    private static final List<Permission> TELLING = List.of(
            Permission.ROLE_WRITE,
            Permission.ROLE_ASSIGN,
            Permission.GROUP_WRITE,
            Permission.USER_WRITE,
            Permission.USER_DELETE,
            Permission.USER_IMPORT,
            Permission.USER_SET_PASSWORD,
            Permission.CLIENT_WRITE,
            Permission.SERVICE_ACCOUNT_WRITE,
            Permission.RESOURCE_SERVER_WRITE,
            Permission.ORGANIZATION_CREATE,
            Permission.AUDIT_READ);

    private static final List<Role> BUILT_IN = List.of(Role.values());
    private static final int TRIES = 4;

    private final Random random;
    final List<UserId> people;
    final List<ClientId> accounts;
    final List<GroupId> groups;
    final List<RoleKey> roles;
    private int names;

    Picker(Start start, Random random) {
        this.random = random;
        this.people = new ArrayList<>(start.people());
        this.accounts = new ArrayList<>(Start.ACCOUNTS);
        this.groups = new ArrayList<>(start.groups());
        this.roles = new ArrayList<>(start.roles());
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Some of those rights that matter here. */
    static Power power(Random random) {
        Power power = switch (random.nextInt(8)) {
            case 0 -> Power.ofApplication("editor");
            case 1 -> Power.ofApplication("viewer");
            default -> Power.NONE;
        };
        for (Permission permission : TELLING) {
            if (random.nextInt(permission == Permission.ORGANIZATION_CREATE ? 20 : 3) == 0) {
                power = power.and(Power.of(permission));
            }
        }
        return power;
    }

    /** Mostly somebody who may do something. */
    Caller caller(Model model) {
        int luck = random.nextInt(40);
        if (luck < 2) {
            return luck == 0 ? Start.STRANGER : Start.STEWARD;
        }
        RoleHolder holder = caller();
        for (int i = 0; i < TRIES && model.power(holder).isNothing(); i++) {
            holder = caller();
        }
        return new Caller(ACME, holder);
    }

    private RoleHolder caller() {
        int i = random.nextInt(people.size() + accounts.size());
        return i < people.size() ? Model.holder(people.get(i)) : Model.holder(accounts.get(i - people.size()));
    }

    private RoleHolder holder() {
        return random.nextInt(3) == 0 ? any(groups, random).asHolder() : caller();
    }

    private Optional<GroupId> place() {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(groups, random));
    }

    Act act() {
        return switch (random.nextInt(KINDS)) {
            case 0 -> new Act.CreateRole(power(random));
            case 1, 2 -> new Act.ChangeRole(any(roles, random), power(random));
            case 3 -> new Act.RemoveRole(any(roles, random));
            case 4, 5, 6 -> new Act.Assign(holder(), any(roles, random));
            case 7, 8 -> new Act.Withdraw(holder(), any(roles, random));
            case 9 -> new Act.CreateGroup(place());
            case 10, 11 -> new Act.MoveGroup(any(groups, random), place());
            case 12 -> new Act.RemoveGroup(any(groups, random));
            case 13, 14 -> new Act.AddMember(any(groups, random), caller());
            case 15 -> new Act.RemoveMember(any(groups, random), caller());
            case 16 -> ofAccount();
            default -> ofPerson();
        };
    }

    private Act ofAccount() {
        ClientId id = any(accounts, random);
        return switch (random.nextInt(4)) {
            case 0 -> new Act.CreateAccount(new ClientId("made-" + names++));
            case 1 -> new Act.AddSecret(id);
            case 2 -> new Act.EnableAccount(id, random.nextBoolean());
            default -> new Act.RemoveAccount(id);
        };
    }

    private Act ofPerson() {
        UserId id = any(people, random);
        return switch (random.nextInt(9)) {
            case 0 -> new Act.CreatePerson("made-" + names++, random.nextBoolean());
            case 1 -> new Act.SetPassword(id);
            case 2 -> new Act.DemandPassword(id, random.nextBoolean());
            case 3 -> new Act.ChangeAddress(id, "renamed-" + names++);
            case 4 -> new Act.EnablePerson(id, random.nextBoolean());
            case 5 -> new Act.DeletePerson(id);
            case 6 -> new Act.RestorePerson(id);
            case 7 -> new Act.ImportPerson("made-" + names++, brought());
            default -> new Act.ErasePerson(id);
        };
    }

    private Set<Role> brought() {
        return random.nextInt(3) == 0 ? Set.of() : Set.of(any(BUILT_IN, random));
    }

    /** What an act made may be chosen from now on. */
    void meet(Act act, Model.Made made) {
        switch (act) {
            case Act.CreateRole _ -> roles.add(made.role());
            case Act.CreateGroup _ -> groups.add(made.group());
            case Act.CreatePerson _, Act.ImportPerson _ -> people.add(made.person());
            case Act.CreateAccount(ClientId id) -> accounts.add(id);
            default -> {
                // Nothing new.
            }
        }
    }
}
