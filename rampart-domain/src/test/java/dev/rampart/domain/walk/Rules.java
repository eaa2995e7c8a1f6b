package dev.rampart.domain.walk;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What may become of an act, as the manual has it.
 *
 * @param by what whoever tries holds
 */
record Rules(Model model, Power by) {

    private static final int SECRETS_MAX = 2;

    Verdict judge(Act act) {
        if (!by.has(act.needed())) {
            return Verdict.TURNED_AWAY;
        }
        if (!isThere(act)) {
            return Verdict.UNKNOWN;
        }
        return isAllowed(act) && keepsAnOwner(act) ? Verdict.DONE : Verdict.REFUSED;
    }

    /** Whether they could give it to somebody, or take it away, or rule whoever has it. */
    static boolean outranks(Power by, Power other) {
        return giveable(by).covers(other);
    }

    /** Whoever says which applications have roles may give any of these. */
    static Power giveable(Power by) {
        return by.has(Permission.RESOURCE_SERVER_WRITE) ? by.and(Power.APPLICATIONS) : by;
    }

    private boolean isThere(Act act) {
        return switch (act) {
            case Act.CreateRole _, Act.CreateGroup _, Act.CreateAccount _, Act.CreatePerson _, Act.ImportPerson _ ->
                true;
            case Act.ChangeRole(RoleKey role, Power _) -> model.roles.containsKey(role);
            case Act.RemoveRole(RoleKey role) -> model.roles.containsKey(role);
            case Act.Assign(RoleHolder holder, RoleKey role) -> isThere(holder) && model.roles.containsKey(role);
            case Act.Withdraw(RoleHolder holder, RoleKey role) -> isThere(holder) && model.isGiven(holder, role);
            case Act.MoveGroup(GroupId group, Optional<GroupId> _) -> model.groups.containsKey(group);
            case Act.RemoveGroup(GroupId group) -> model.groups.containsKey(group);
            case Act.AddMember(GroupId group, RoleHolder member) -> model.groups.containsKey(group) && isThere(member);
            case Act.RemoveMember(GroupId group, RoleHolder member) -> model.isIn(member, group);
            case Act.AddSecret(ClientId id) -> model.accounts.containsKey(id);
            case Act.EnableAccount(ClientId id, boolean _) -> model.accounts.containsKey(id);
            case Act.RemoveAccount(ClientId id) -> model.accounts.containsKey(id);
            // Who may set no password is told so before anybody looks whose it would be.
            case Act.SetPassword(UserId id) -> isListed(id) || !by.has(Permission.USER_SET_PASSWORD);
            case Act.DemandPassword(UserId id, boolean _) -> isListed(id);
            case Act.ChangeAddress(UserId id, String _) -> isListed(id);
            case Act.EnablePerson(UserId id, boolean _) -> isListed(id);
            case Act.DeletePerson(UserId id) -> isListed(id);
            case Act.RestorePerson(UserId id) -> model.people.containsKey(id) && !isListed(id);
            case Act.ErasePerson(UserId id) -> model.people.containsKey(id);
        };
    }

    private boolean isThere(RoleHolder holder) {
        return switch (holder.kind()) {
            case USER -> isListed(new UserId(UUID.fromString(holder.id())));
            case CLIENT -> model.accounts.containsKey(new ClientId(holder.id()));
            case GROUP -> model.groups.containsKey(new GroupId(UUID.fromString(holder.id())));
        };
    }

    private boolean isListed(UserId id) {
        Model.Person person = model.people.get(id);
        return person != null && !person.deleted();
    }

    private boolean isAllowed(Act act) {
        return switch (act) {
            case Act.CreateRole(Power power) -> mayMake(power);
            case Act.ChangeRole(RoleKey role, Power power) -> mayTouch(role) && mayMake(power);
            case Act.RemoveRole(RoleKey role) -> mayTouch(role);
            case Act.Assign(RoleHolder _, RoleKey role) -> role != Role.INSTANCE_ADMIN && outranks(role);
            case Act.Withdraw(RoleHolder _, RoleKey role) -> role != Role.INSTANCE_ADMIN && outranks(role);
            case Act.CreateGroup(Optional<GroupId> parent) ->
                parent.isEmpty() || (hasRoomFor(1, parent.get()) && mayCarry(parent.get()));
            case Act.MoveGroup(GroupId group, Optional<GroupId> next) -> mayMove(group, next);
            case Act.RemoveGroup(GroupId group) -> height(group) == 1 && mayCarry(group);
            case Act.AddMember(GroupId group, RoleHolder _) -> mayCarry(group);
            case Act.RemoveMember(GroupId group, RoleHolder _) -> mayCarry(group);
            case Act.CreateAccount _ -> true;
            case Act.AddSecret(ClientId id) -> mayRule(Model.holder(id)) && secrets(id) < SECRETS_MAX;
            case Act.EnableAccount(ClientId id, boolean _) -> mayRule(Model.holder(id));
            case Act.RemoveAccount(ClientId id) -> mayRule(Model.holder(id));
            case Act.CreatePerson(String _, boolean withPassword) ->
                !withPassword || by.has(Permission.USER_SET_PASSWORD);
            case Act.ImportPerson(String _, Set<Role> roles) -> roles.isEmpty() || mayBring(roles);
            case Act.SetPassword(UserId id) -> by.has(Permission.USER_SET_PASSWORD) && mayRule(Model.holder(id));
            case Act.DemandPassword(UserId id, boolean _) ->
                model.isSoAlready(act) || (by.has(Permission.USER_SET_PASSWORD) && mayRule(Model.holder(id)));
            case Act.ChangeAddress(UserId id, String _) -> mayRule(Model.holder(id));
            case Act.EnablePerson(UserId id, boolean _) -> model.isSoAlready(act) || mayRule(Model.holder(id));
            case Act.DeletePerson(UserId id) -> mayRule(Model.holder(id));
            case Act.RestorePerson(UserId id) -> mayRule(Model.holder(id));
            case Act.ErasePerson(UserId id) -> mayRule(Model.holder(id));
        };
    }

    /** In this organization nobody makes organizations. */
    private boolean mayMake(Power power) {
        return !power.has(Permission.ORGANIZATION_CREATE) && outranks(by, power);
    }

    private boolean mayBring(Set<Role> roles) {
        return by.has(Permission.ROLE_ASSIGN)
                && roles.stream().allMatch(role -> role != Role.INSTANCE_ADMIN && outranks(role));
    }

    private boolean mayTouch(RoleKey role) {
        return role instanceof OwnRoleId && outranks(role);
    }

    private boolean outranks(RoleKey role) {
        return outranks(by, model.roles.getOrDefault(role, Power.NONE));
    }

    private boolean mayRule(RoleHolder holder) {
        return outranks(by, model.power(holder));
    }

    /** Whether they may give and take what somebody holds by being in a group. */
    private boolean mayCarry(GroupId group) {
        Power carried = model.power(group.asHolder());
        return carried.isNothing() || (by.has(Permission.ROLE_ASSIGN) && outranks(by, carried));
    }

    private boolean mayMove(GroupId group, Optional<GroupId> next) {
        Optional<GroupId> before = model.groups.getOrDefault(group, Optional.empty());
        if (before.equals(next)) {
            return true;
        }
        boolean mayLeave = before.isEmpty() || mayCarry(before.get());
        boolean mayCome = next.isEmpty()
                || (!isIn(next.get(), group) && hasRoomFor(height(group), next.get()) && mayCarry(next.get()));
        return mayLeave && mayCome;
    }

    /** Whether a group is another or lies somewhere in it. */
    private boolean isIn(GroupId group, GroupId other) {
        Optional<GroupId> next = Optional.of(group);
        while (next.isPresent() && !next.get().equals(other)) {
            next = model.groups.getOrDefault(next.get(), Optional.empty());
        }
        return next.isPresent();
    }

    private boolean hasRoomFor(int levels, GroupId parent) {
        int depth = 0;
        Optional<GroupId> next = Optional.of(parent).filter(model.groups::containsKey);
        while (next.isPresent()) {
            depth++;
            next = model.groups.getOrDefault(next.get(), Optional.empty());
        }
        return depth > 0 && depth + levels <= Group.DEPTH_MAX;
    }

    private int height(GroupId group) {
        return 1
                + model.groups.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(Optional.of(group)))
                        .mapToInt(entry -> height(entry.getKey()))
                        .max()
                        .orElse(0);
    }

    private int secrets(ClientId id) {
        return model.accounts.getOrDefault(id, new Model.Account(false, 0)).secrets();
    }

    private boolean keepsAnOwner(Act act) {
        if (!mayLoseSomebody(act) || !model.isOwned()) {
            return true;
        }
        Model after = model.copy();
        after.apply(act, new Model.Nothing());
        return after.isOwned();
    }

    private static boolean mayLoseSomebody(Act act) {
        return switch (act) {
            case Act.Withdraw _,
                    Act.MoveGroup _,
                    Act.RemoveGroup _,
                    Act.RemoveMember _,
                    Act.EnablePerson _,
                    Act.DeletePerson _,
                    Act.ErasePerson _ -> true;
            case Act.CreateRole _,
                    Act.ChangeRole _,
                    Act.RemoveRole _,
                    Act.Assign _,
                    Act.CreateGroup _,
                    Act.AddMember _,
                    Act.CreateAccount _,
                    Act.AddSecret _,
                    Act.EnableAccount _,
                    Act.RemoveAccount _,
                    Act.CreatePerson _,
                    Act.ImportPerson _,
                    Act.SetPassword _,
                    Act.DemandPassword _,
                    Act.ChangeAddress _,
                    Act.RestorePerson _ -> false;
        };
    }
}
