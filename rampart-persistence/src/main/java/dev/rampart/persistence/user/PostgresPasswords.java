package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.Passwords;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import java.time.Instant;

/** Passwords in the table {@code user_password}. */
public record PostgresPasswords(Statements statements, OrgId org) implements Passwords {

    @Override
    public void add(UserId user, PasswordHash hash, Instant now) {
        statements.later(insertInto(USER_PASSWORD)
                .set(USER_PASSWORD.ORG_ID, org.value())
                .set(USER_PASSWORD.USER_ID, user.value())
                .set(USER_PASSWORD.HASH, hash.encoded())
                .set(USER_PASSWORD.CHANGED_AT, now));
    }

    @Override
    public void set(UserId user, PasswordHash hash, Instant now) {
        statements.later(insertInto(USER_PASSWORD)
                .set(USER_PASSWORD.ORG_ID, org.value())
                .set(USER_PASSWORD.USER_ID, user.value())
                .set(USER_PASSWORD.HASH, hash.encoded())
                .set(USER_PASSWORD.CHANGED_AT, now)
                .onConflict(USER_PASSWORD.ORG_ID, USER_PASSWORD.USER_ID)
                .doUpdate()
                .set(USER_PASSWORD.HASH, hash.encoded())
                .set(USER_PASSWORD.CHANGED_AT, now));
    }

    @Override
    public void replaceHash(UserId user, PasswordHash verified, PasswordHash better) {
        statements.later(update(USER_PASSWORD)
                .set(USER_PASSWORD.HASH, better.encoded())
                .where(USER_PASSWORD.ORG_ID.eq(org.value()))
                .and(USER_PASSWORD.USER_ID.eq(user.value()))
                .and(USER_PASSWORD.HASH.eq(verified.encoded())));
    }
}
