package dev.rampart.domain.walk;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.user.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may do what in one organization, by plain sets, and what an act that is done makes of it. */
final class Model {

    final Map<RoleKey, Power> roles = new HashMap<>();
    final Map<GroupId, Optional<GroupId>> groups = new HashMap<>();
    final Map<UserId, Person> people = new HashMap<>();
    final Map<ClientId, Account> accounts = new HashMap<>();
    private final Map<RoleHolder, Set<RoleKey>> given = new HashMap<>();
    private final Map<RoleHolder, Set<GroupId>> places = new HashMap<>();

    Model() {
        for (Role role : Role.values()) {
            roles.put(role, Power.of(role));
        }
    }

    record Person(boolean enabled, boolean deleted, boolean signedIn, boolean demanded) {

        static final Person NEW = new Person(true, false, false, false);

        boolean couldSignIn() {
            return enabled && !deleted;
        }

        Person signedIn(boolean now) {
            return new Person(enabled, deleted, now, demanded);
        }
    }

    record Account(boolean enabled, int secrets) {}

    static RoleHolder holder(UserId id) {
        return new RoleHolder(RoleHolder.Kind.USER, id.toString());
    }

    static RoleHolder holder(ClientId id) {
        return new RoleHolder(RoleHolder.Kind.CLIENT, id.value());
    }

    Model copy() {
        Model copy = new Model();
        copy.roles.putAll(roles);
        copy.groups.putAll(groups);
        copy.people.putAll(people);
        copy.accounts.putAll(accounts);
        given.forEach((holder, keys) -> copy.given.put(holder, new HashSet<>(keys)));
        places.forEach((member, in) -> copy.places.put(member, new HashSet<>(in)));
        return copy;
    }

    boolean isGiven(RoleHolder holder, RoleKey role) {
        return given.getOrDefault(holder, Set.of()).contains(role);
    }

    boolean isIn(RoleHolder member, GroupId group) {
        return places.getOrDefault(member, Set.of()).contains(group);
    }

    void give(RoleHolder holder, RoleKey role) {
        given.computeIfAbsent(holder, _ -> new HashSet<>()).add(role);
    }

    void put(RoleHolder member, GroupId group) {
        places.computeIfAbsent(member, _ -> new HashSet<>()).add(group);
    }

    /**
     * By the roles that they were given, and that the groups were that they are in, and those above these. Of a group:
     * what whoever is in it may do by it.
     */
    Power power(RoleHolder holder) {
        Power power = given(holder);
        for (GroupId first : first(holder)) {
            Optional<GroupId> next = Optional.of(first);
            while (next.isPresent()) {
                power = power.and(given(next.get().asHolder()));
                next = groups.getOrDefault(next.get(), Optional.empty());
            }
        }
        return power;
    }

    private Power given(RoleHolder holder) {
        Power power = Power.NONE;
        for (RoleKey role : given.getOrDefault(holder, Set.of())) {
            power = power.and(roles.getOrDefault(role, Power.NONE));
        }
        return power;
    }

    private Set<GroupId> first(RoleHolder holder) {
        return holder.kind() == RoleHolder.Kind.GROUP
                ? Set.of(new GroupId(UUID.fromString(holder.id())))
                : places.getOrDefault(holder, Set.of());
    }

    private boolean isOwner(RoleHolder holder) {
        boolean owns = isGiven(holder, Role.OWNER);
        for (GroupId first : first(holder)) {
            Optional<GroupId> next = Optional.of(first);
            while (next.isPresent() && !owns) {
                owns = isGiven(next.get().asHolder(), Role.OWNER);
                next = groups.getOrDefault(next.get(), Optional.empty());
            }
        }
        return owns;
    }

    boolean isOwned() {
        return people.entrySet().stream()
                .anyMatch(person -> person.getValue().couldSignIn() && isOwner(holder(person.getKey())));
    }

    /** Whether a switch stands already as an act would turn it. */
    boolean isSoAlready(Act act) {
        return switch (act) {
            case Act.EnablePerson(UserId id, boolean enabled) -> person(id).enabled() == enabled;
            case Act.DemandPassword(UserId id, boolean demanded) -> person(id).demanded() == demanded;
            default -> false;
        };
    }

    Person person(UserId id) {
        return people.getOrDefault(id, Person.NEW);
    }

    /** What comes of an act that is done; {@code made} is what it made, if anything. */
    void apply(Act act, Made made) {
        switch (act) {
            case Act.CreateRole(Power power) -> roles.put(made.role(), power);
            case Act.ChangeRole(RoleKey role, Power power) -> roles.put(role, power);
            case Act.RemoveRole(RoleKey role) -> {
                roles.remove(role);
                given.values().forEach(keys -> keys.remove(role));
            }
            case Act.Assign(RoleHolder holder, RoleKey role) -> give(holder, role);
            case Act.Withdraw(RoleHolder holder, RoleKey role) ->
                given.getOrDefault(holder, new HashSet<>()).remove(role);
            case Act.CreateGroup(Optional<GroupId> parent) -> groups.put(made.group(), parent);
            case Act.MoveGroup(GroupId group, Optional<GroupId> next) -> groups.put(group, next);
            case Act.RemoveGroup(GroupId group) -> {
                groups.remove(group);
                given.remove(group.asHolder());
                places.values().forEach(in -> in.remove(group));
            }
            case Act.AddMember(GroupId group, RoleHolder member) -> put(member, group);
            case Act.RemoveMember(GroupId group, RoleHolder member) ->
                places.getOrDefault(member, new HashSet<>()).remove(group);
            case Act.CreateAccount(ClientId id) -> accounts.put(id, new Account(true, 1));
            case Act.AddSecret(ClientId id) ->
                accounts.computeIfPresent(id, (_, old) -> new Account(old.enabled(), old.secrets() + 1));
            case Act.EnableAccount(ClientId id, boolean enabled) ->
                accounts.computeIfPresent(id, (_, old) -> new Account(enabled, old.secrets()));
            case Act.RemoveAccount(ClientId id) -> {
                accounts.remove(id);
                forget(holder(id));
            }
            case Act.OfPerson ofPerson -> applyToPeople(ofPerson, made);
        }
    }

    private void applyToPeople(Act.OfPerson act, Made made) {
        switch (act) {
            case Act.CreatePerson _ -> people.put(made.person(), Person.NEW);
            case Act.ImportPerson(String _, Set<Role> brought) -> {
                people.put(made.person(), Person.NEW);
                brought.forEach(role -> give(holder(made.person()), role));
            }
            case Act.SetPassword(UserId id) -> people.computeIfPresent(id, (_, old) -> old.signedIn(false));
            case Act.DemandPassword(UserId id, boolean demanded) ->
                people.computeIfPresent(
                        id,
                        (_, old) -> new Person(
                                old.enabled(),
                                old.deleted(),
                                old.signedIn() && (old.demanded() || !demanded),
                                demanded));
            case Act.EnablePerson(UserId id, boolean enabled) ->
                people.computeIfPresent(
                        id, (_, old) -> new Person(enabled, old.deleted(), enabled && old.signedIn(), old.demanded()));
            case Act.DeletePerson(UserId id) ->
                people.computeIfPresent(id, (_, old) -> new Person(old.enabled(), true, false, old.demanded()));
            case Act.RestorePerson(UserId id) ->
                people.computeIfPresent(id, (_, old) -> new Person(old.enabled(), false, false, old.demanded()));
            case Act.ErasePerson(UserId id) -> {
                people.remove(id);
                forget(holder(id));
            }
            case Act.ChangeAddress _ -> {}
        }
    }

    private void forget(RoleHolder holder) {
        given.remove(holder);
        places.remove(holder);
    }

    /** What an act made, by the name that it was given. */
    sealed interface Made {

        default RoleKey role() {
            return ((MadeRole) this).id();
        }

        default GroupId group() {
            return ((MadeGroup) this).id();
        }

        default UserId person() {
            return ((MadePerson) this).id();
        }
    }

    record Nothing() implements Made {}

    record MadeRole(OwnRoleId id) implements Made {}

    record MadeGroup(GroupId id) implements Made {}

    record MadePerson(UserId id) implements Made {}
}
