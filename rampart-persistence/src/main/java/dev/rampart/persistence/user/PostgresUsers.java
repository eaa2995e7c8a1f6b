package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static org.jooq.impl.DSL.insertInto;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.AddressPart;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.Users;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.schema.tables.records.AppUserRecord;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;

/** People in the table {@code app_user}. */
public record PostgresUsers(Statements statements, OrgId org) implements Users {

    private static final JSONB NO_ATTRIBUTES = JSONB.jsonb("{}");

    @Override
    public boolean add(User user) {
        InsertSetMoreStep<AppUserRecord> insert = insertInto(APP_USER)
                .set(APP_USER.ORG_ID, org.value())
                .set(APP_USER.USER_ID, user.id().value())
                .set(APP_USER.USERNAME, user.username().orElse(null))
                .set(
                        APP_USER.USERNAME_CANONICAL,
                        user.username().map(PostgresUsers::canonical).orElse(null))
                .set(APP_USER.EMAIL, user.email().orElse(null))
                .set(
                        APP_USER.EMAIL_CANONICAL,
                        user.email().map(PostgresUsers::canonical).orElse(null))
                .set(APP_USER.EMAIL_VERIFIED, user.emailVerified())
                .set(APP_USER.PHONE_NUMBER_VERIFIED, user.profile().phoneNumberVerified())
                .set(APP_USER.ATTRIBUTES, NO_ATTRIBUTES)
                .set(APP_USER.ENABLED, user.enabled())
                .set(APP_USER.VERSION, 1L)
                .set(APP_USER.CREATED_AT, user.createdAt())
                .set(APP_USER.UPDATED_AT, user.updatedAt());
        for (StandardClaim claim : StandardClaim.values()) {
            insert = insert.set(UserRow.column(claim), user.profile().get(claim).orElse(null));
        }
        for (AddressPart part : AddressPart.values()) {
            insert = insert.set(UserRow.column(part), user.profile().address().get(part));
        }
        return statements
                .query(insert.onConflictDoNothing().returning(APP_USER.USER_ID))
                .isNotEmpty();
    }

    private static String canonical(String name) {
        return CanonicalName.of(name).value();
    }
}
