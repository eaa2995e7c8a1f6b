package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.user.UserIntake;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;

/** People in the tables that tell of them, many rows in a statement. */
public record PostgresUserIntake(Statements statements, OrgId org, PersonalKeys keys) implements UserIntake {

    private static final Field<String> NAME = field(name("name"), String.class);

    /** Else the plans made for an empty table stay, and each of these people is looked for among all of them. */
    private static final Query NOTE_GROWTH = query("SELECT note_growth_of_people()");

    /** By the row of the organization, in a way in which the keys that refer to it do not wait. */
    @Override
    public void begin() {
        statements.later(select(ORGANIZATION.ORG_ID)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ORG_ID.eq(org.value()))
                .forNoKeyUpdate());
    }

    @Override
    public Set<CanonicalName> taken(Set<CanonicalName> names) {
        Map<Boolean, List<CanonicalName>> byKind = names.stream().collect(partitioningBy(CanonicalName::isEmail));
        return statements
                .query(among(APP_USER.EMAIL_CANONICAL, byKind.getOrDefault(true, List.of()))
                        .unionAll(among(APP_USER.USERNAME_CANONICAL, byKind.getOrDefault(false, List.of()))))
                .stream()
                .map(row -> new CanonicalName(row.get(NAME)))
                .collect(toSet());
    }

    private Select<Record1<String>> among(Field<String> column, List<CanonicalName> names) {
        return select(column.as(NAME))
                .from(APP_USER)
                .where(APP_USER.ORG_ID.eq(org.value()))
                .and(column.in(names.stream().map(CanonicalName::value).toList()));
    }

    @Override
    public Set<UserId> add(List<Newcomer> people, Instant now) {
        UserWriting writing = new UserWriting(statements, org, keys);
        Set<UserId> added = writing.addAll(people.stream().map(Newcomer::user).toList());
        List<Newcomer> newcomers = people.stream()
                .filter(newcomer -> added.contains(newcomer.user().user().id()))
                .toList();
        addPasswords(newcomers, now);
        statements.later(NOTE_GROWTH);
        return added;
    }

    private void addPasswords(List<Newcomer> newcomers, Instant now) {
        var insert = insertInto(
                USER_PASSWORD,
                USER_PASSWORD.ORG_ID,
                USER_PASSWORD.USER_ID,
                USER_PASSWORD.HASH,
                USER_PASSWORD.CHANGED_AT);
        boolean any = false;
        for (Newcomer newcomer : newcomers) {
            if (newcomer.password().isPresent()) {
                PasswordHash hash = newcomer.password().get();
                insert = insert.values(org.value(), newcomer.user().user().id().value(), hash.encoded(), now);
                any = true;
            }
        }
        if (any) {
            statements.later(insert);
        }
    }
}
