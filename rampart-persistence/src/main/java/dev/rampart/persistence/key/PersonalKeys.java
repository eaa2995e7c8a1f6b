package dev.rampart.persistence.key;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The keys of people in the table {@code app_user}. They come along with the statements that look a person up, so that
 * whoever writes an event about them need not ask for one.
 */
public record PersonalKeys(Statements statements, OrgId org, Vault vault, MetKeys met) {

    /** Takes note of a key that came along; null: the person has none yet. */
    public void meet(@Nullable UUID user, byte @Nullable [] sealed) {
        if (user != null && sealed != null) {
            met.add(new PersonalKey(org, user.toString(), sealed));
        }
    }

    /** The key of a new person, to be stored with them. */
    public PersonalKey make(UUID user) {
        PersonalKey key = vault.newPersonalKey(org, user.toString());
        met.add(key);
        return key;
    }

    /**
     * The key of a person of {@code from}. Nothing if there is no such person, and nothing for a person of another
     * organization who has not been met: their row is out of reach.
     */
    public Optional<PersonalKey> of(OrgId from, String user) {
        PersonalKey known = met.find(from, user);
        return known == null && from.equals(org) ? stored(UUID.fromString(user)) : Optional.ofNullable(known);
    }

    private Optional<PersonalKey> stored(UUID user) {
        Optional<Record> row = row(user);
        byte @Nullable [] sealed =
                row.map(found -> found.get(APP_USER.PERSONAL_KEY)).orElse(null);
        if (row.isPresent() && sealed == null) {
            return added(user).or(() -> stored(user)); // Somebody else may just have made one.
        }
        meet(user, sealed);
        return Optional.ofNullable(sealed).map(key -> new PersonalKey(org, user.toString(), key));
    }

    /** Whoever is older than their key gets it now. It is not taken note of: the unit of work may fail. */
    private Optional<PersonalKey> added(UUID user) {
        PersonalKey key = vault.newPersonalKey(org, user.toString());
        boolean added = statements
                .query(update(APP_USER)
                        .set(APP_USER.PERSONAL_KEY, key.sealed())
                        .where(isUser(user))
                        .and(APP_USER.PERSONAL_KEY.isNull())
                        .returning(APP_USER.USER_ID))
                .isNotEmpty();
        return added ? Optional.of(key) : Optional.empty();
    }

    private Optional<Record> row(UUID user) {
        return statements.query(select(APP_USER.PERSONAL_KEY).from(APP_USER).where(isUser(user))).stream()
                .findFirst();
    }

    private Condition isUser(UUID user) {
        return APP_USER.ORG_ID.eq(org.value()).and(APP_USER.USER_ID.eq(user));
    }
}
