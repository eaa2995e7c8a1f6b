package dev.rampart.persistence.user;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.Users;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;

/** People in the table {@code app_user}. */
public record PostgresUsers(Statements statements, OrgId org, PersonalKeys keys) implements Users {

    @Override
    public boolean add(User user) {
        return new UserWriting(statements, org, keys).add(new ManagedUser(user, ManagedUser.NO_ATTRIBUTES, false, 1));
    }
}
