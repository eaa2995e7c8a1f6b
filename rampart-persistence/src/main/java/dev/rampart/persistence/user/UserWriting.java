package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.USER_TOKEN;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.AddressPart;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.schema.tables.AppUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Writes people down, with the words they are found by. */
record UserWriting(Statements statements, OrgId org, PersonalKeys keys) {

    /** Whether username and address were still free. */
    boolean add(ManagedUser managed) {
        return !addAll(List.of(managed)).isEmpty();
    }

    /** Who of these was added: username and address were still free. */
    Set<UserId> addAll(List<ManagedUser> people) {
        var insert = insertInto(APP_USER).set(newRow(people.getFirst()));
        for (ManagedUser managed : people.subList(1, people.size())) {
            insert = insert.newRecord().set(newRow(managed));
        }
        Set<UserId> added = statements.query(insert.onConflictDoNothing().returning(APP_USER.USER_ID)).stream()
                .map(row -> new UserId(row.get(APP_USER.USER_ID)))
                .collect(toSet());
        addWords(people.stream()
                .map(ManagedUser::user)
                .filter(user -> added.contains(user.id()))
                .toList());
        return added;
    }

    /** Whether username and address were free. The row is locked; another's may come first, and then this fails. */
    boolean replace(ManagedUser managed) {
        User user = managed.user();
        boolean replaced = statements
                .query(update(APP_USER)
                        .set(row(managed))
                        .where(APP_USER.ORG_ID.eq(org.value()))
                        .and(APP_USER.USER_ID.eq(user.id().value()))
                        .and(notExists(selectOne().from(OTHER).where(isTakenBySomebodyElse(user))))
                        .returning(APP_USER.USER_ID))
                .isNotEmpty();
        if (replaced) {
            statements.later(deleteFrom(USER_TOKEN)
                    .where(USER_TOKEN.ORG_ID.eq(org.value()))
                    .and(USER_TOKEN.USER_ID.eq(user.id().value())));
            addWords(List.of(user));
        }
        return replaced;
    }

    private static final AppUser OTHER = APP_USER.as("other");

    private Condition isTakenBySomebodyElse(User user) {
        Condition username =
                canonical(user.username()).map(OTHER.USERNAME_CANONICAL::eq).orElse(falseCondition());
        Condition email = canonical(user.email()).map(OTHER.EMAIL_CANONICAL::eq).orElse(falseCondition());
        return OTHER.ORG_ID
                .eq(org.value())
                .and(OTHER.USER_ID.ne(user.id().value()))
                .and(username.or(email));
    }

    private void addWords(List<User> users) {
        var insert = insertInto(USER_TOKEN, USER_TOKEN.ORG_ID, USER_TOKEN.TOKEN, USER_TOKEN.USER_ID);
        boolean any = false;
        for (User user : users) {
            for (String word : SearchWords.of(user)) {
                insert = insert.values(org.value(), word, user.id().value());
                any = true;
            }
        }
        if (any) {
            statements.later(insert.onConflictDoNothing());
        }
    }

    private Map<Field<?>, Field<?>> newRow(ManagedUser managed) {
        Map<Field<?>, Field<?>> row = row(managed);
        put(row, APP_USER.ORG_ID, org.value());
        put(row, APP_USER.USER_ID, managed.user().id().value());
        put(row, APP_USER.CREATED_AT, managed.user().createdAt());
        put(row, APP_USER.PERSONAL_KEY, keys.make(managed.user().id().value()).sealed());
        return row;
    }

    private static Map<Field<?>, Field<?>> row(ManagedUser managed) {
        User user = managed.user();
        Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
        put(row, APP_USER.USERNAME, user.username().orElse(null));
        put(row, APP_USER.USERNAME_CANONICAL, canonical(user.username()).orElse(null));
        put(row, APP_USER.EMAIL, user.email().orElse(null));
        put(row, APP_USER.EMAIL_CANONICAL, canonical(user.email()).orElse(null));
        put(row, APP_USER.EMAIL_VERIFIED, user.emailVerified());
        put(row, APP_USER.PHONE_NUMBER_VERIFIED, user.profile().phoneNumberVerified());
        put(row, APP_USER.ATTRIBUTES, JSONB.jsonb(managed.attributes()));
        put(row, APP_USER.ENABLED, user.enabled());
        put(row, APP_USER.PASSWORD_CHANGE_REQUIRED, managed.passwordChangeRequired());
        put(row, APP_USER.VERSION, managed.version());
        put(row, APP_USER.UPDATED_AT, user.updatedAt());
        for (StandardClaim claim : StandardClaim.values()) {
            put(row, UserRow.column(claim), user.profile().get(claim).orElse(null));
        }
        for (AddressPart part : AddressPart.values()) {
            put(row, UserRow.column(part), user.profile().address().get(part));
        }
        return row;
    }

    private static <T> void put(Map<Field<?>, Field<?>> row, Field<T> column, @Nullable T value) {
        row.put(column, value == null ? inline(null, column) : val(value, column));
    }

    private static Optional<String> canonical(Optional<String> name) {
        return name.map(text -> CanonicalName.of(text).value());
    }
}
