package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static org.jooq.impl.DSL.coalesce;

import org.jooq.Field;

/** What queries about sessions say of a person. */
public final class People {

    private People() {}

    /** As {@code User.displayName}: the name, else what they sign in with. */
    public static Field<String> displayName() {
        return coalesce(APP_USER.NAME, APP_USER.USERNAME, APP_USER.EMAIL);
    }
}
