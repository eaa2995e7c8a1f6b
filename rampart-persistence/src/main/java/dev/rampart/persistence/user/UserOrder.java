package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.User;
import dev.rampart.persistence.Keyset;
import java.util.Optional;
import org.jooq.Field;

/** The orders that a list of people can be read in. Whoever has no such name comes before those who have. */
final class UserOrder {

    private static final Field<String> USERNAME = orNothing(APP_USER.USERNAME_CANONICAL);
    private static final Field<String> EMAIL = orNothing(APP_USER.EMAIL_CANONICAL);

    private UserOrder() {}

    /** Ids are ordered by time, so that they alone say who came first. */
    static Keyset keyset(PageRequest request) {
        return switch (request.order().key()) {
            case CREATED_AT -> Keyset.byId(APP_USER.USER_ID, request);
            case EMAIL -> Keyset.byTextAndId(EMAIL, APP_USER.USER_ID, request);
            case USERNAME -> Keyset.byTextAndId(USERNAME, APP_USER.USER_ID, request);
            case CLIENT_NAME, NAME, SLUG -> throw Keyset.unknown(request.order().key());
        };
    }

    /** Where in that order somebody stands. */
    static Position position(User user, SortKey key) {
        String id = user.id().toString();
        return switch (key) {
            case CREATED_AT -> Position.of(id);
            case EMAIL -> Position.of(orNothing(user.email()), id);
            case USERNAME -> Position.of(orNothing(user.username()), id);
            case CLIENT_NAME, NAME, SLUG -> throw Keyset.unknown(key);
        };
    }

    /** Written as the index has it. */
    private static Field<String> orNothing(Field<String> canonical) {
        return Keyset.byCharacters(coalesce(canonical, inline("")));
    }

    private static String orNothing(Optional<String> name) {
        return name.map(text -> CanonicalName.of(text).value()).orElse("");
    }
}
