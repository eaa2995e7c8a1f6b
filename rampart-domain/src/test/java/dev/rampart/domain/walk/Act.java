package dev.rampart.domain.walk;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/** Something that can change who may do what, tried by somebody. */
sealed interface Act {

    record CreateRole(Power power) implements Act {}

    record ChangeRole(RoleKey role, Power power) implements Act {}

    record RemoveRole(RoleKey role) implements Act {}

    record Assign(RoleHolder holder, RoleKey role) implements Act {}

    record Withdraw(RoleHolder holder, RoleKey role) implements Act {}

    record CreateGroup(Optional<GroupId> parent) implements Act {}

    record MoveGroup(GroupId group, Optional<GroupId> next) implements Act {}

    record RemoveGroup(GroupId group) implements Act {}

    record AddMember(GroupId group, RoleHolder member) implements Act {}

    record RemoveMember(GroupId group, RoleHolder member) implements Act {}

    record CreateAccount(ClientId id) implements Act {}

    record AddSecret(ClientId id) implements Act {}

    record EnableAccount(ClientId id, boolean enabled) implements Act {}

    record RemoveAccount(ClientId id) implements Act {}

    /** One that is about a person. */
    sealed interface OfPerson extends Act {}

    record CreatePerson(String name, boolean withPassword) implements OfPerson {}

    /** Somebody who brings roles along. */
    record ImportPerson(String name, Set<Role> roles) implements OfPerson {

        public ImportPerson {
            roles = Set.copyOf(roles);
        }
    }

    record SetPassword(UserId id) implements OfPerson {}

    record DemandPassword(UserId id, boolean demanded) implements OfPerson {}

    record ChangeAddress(UserId id, String name) implements OfPerson {}

    record EnablePerson(UserId id, boolean enabled) implements OfPerson {}

    record DeletePerson(UserId id) implements OfPerson {}

    record RestorePerson(UserId id) implements OfPerson {}

    record ErasePerson(UserId id) implements OfPerson {}

    /** What its route takes. */
    default Permission needed() {
        return switch (this) {
            case CreateRole _, ChangeRole _, RemoveRole _ -> Permission.ROLE_WRITE;
            case Assign _, Withdraw _ -> Permission.ROLE_ASSIGN;
            case CreateGroup _, MoveGroup _, RemoveGroup _, AddMember _, RemoveMember _ -> Permission.GROUP_WRITE;
            case CreateAccount _ -> Permission.SERVICE_ACCOUNT_WRITE;
            case AddSecret _, EnableAccount _, RemoveAccount _ -> Permission.CLIENT_WRITE;
            case CreatePerson _, SetPassword _, DemandPassword _, ChangeAddress _, EnablePerson _ ->
                Permission.USER_WRITE;
            case ImportPerson _ -> Permission.USER_IMPORT;
            case DeletePerson _, RestorePerson _, ErasePerson _ -> Permission.USER_DELETE;
        };
    }

    /** Whom somebody could act as by it, if they did not have a way to already. */
    default Optional<RoleHolder> opens() {
        return switch (this) {
            case SetPassword(UserId id) -> Optional.of(Model.holder(id));
            case DemandPassword(UserId id, boolean _) -> Optional.of(Model.holder(id));
            case ChangeAddress(UserId id, String _) -> Optional.of(Model.holder(id));
            case EnablePerson(UserId id, boolean _) -> Optional.of(Model.holder(id));
            case RestorePerson(UserId id) -> Optional.of(Model.holder(id));
            case AddSecret(ClientId id) -> Optional.of(Model.holder(id));
            case EnableAccount(ClientId id, boolean _) -> Optional.of(Model.holder(id));
            case CreateRole _,
                    ChangeRole _,
                    RemoveRole _,
                    Assign _,
                    Withdraw _,
                    CreateGroup _,
                    MoveGroup _,
                    RemoveGroup _,
                    AddMember _,
                    RemoveMember _,
                    CreateAccount _,
                    RemoveAccount _,
                    CreatePerson _,
                    ImportPerson _,
                    DeletePerson _,
                    ErasePerson _ -> Optional.empty();
        };
    }
}
