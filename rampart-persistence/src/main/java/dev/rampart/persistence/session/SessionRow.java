package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.SESSION;

import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.key.PersonalKeys;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** A session as columns, of {@link LiveSession#withEverybodyEnabled}. */
public final class SessionRow {

    private static final Field<String> USER_NAME = People.displayName().as("user_name");

    public static final List<SelectFieldOrAsterisk> COLUMNS = List.of(
            SESSION.SESSION_ID,
            SESSION.USER_ID,
            USER_NAME,
            SESSION.AUTH_TIME,
            SESSION.ACR,
            SESSION.AMR,
            APP_USER.PERSONAL_KEY);

    private SessionRow() {}

    public static Session toDomain(Record row, PersonalKeys keys) {
        keys.meet(row.get(SESSION.USER_ID), row.get(APP_USER.PERSONAL_KEY));
        return new Session(
                new SessionId(row.get(SESSION.SESSION_ID)),
                new UserId(row.get(SESSION.USER_ID)),
                row.get(USER_NAME),
                new Authentication(row.get(SESSION.AUTH_TIME), row.get(SESSION.ACR), List.of(row.get(SESSION.AMR))));
    }
}
