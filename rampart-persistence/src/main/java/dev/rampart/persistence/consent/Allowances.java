package dev.rampart.persistence.consent;

import static dev.rampart.persistence.schema.Tables.CONSENT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;

import dev.rampart.domain.consent.Consents.Answer;
import dev.rampart.domain.consent.Consents.Question;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.grant.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;

/** What was allowed, as two columns. */
public final class Allowances {

    private Allowances() {}

    public static Allowed toDomain(Record row) {
        return of(row.get(CONSENT.SCOPES), row.get(CONSENT.RESOURCES));
    }

    static Allowed of(String[] scopes, String[] resources) {
        return new Allowed(
                new Scopes(new LinkedHashSet<>(
                        Arrays.stream(scopes).map(Scope::new).toList())),
                Arrays.stream(resources).map(Resource::new).toList());
    }

    public static Field<String[]> scopes(Allowed allowed) {
        return Words.of(allowed.scopes().values().stream().map(Scope::value).toList());
    }

    public static Field<String[]> resources(Allowed allowed) {
        return Words.of(allowed.resources().stream().map(Resource::value).toList());
    }

    /** Adds to what was allowed before. */
    static Query added(OrgId org, Question question, Answer answer, Instant now) {
        return insertInto(CONSENT)
                .set(CONSENT.ORG_ID, org.value())
                .set(CONSENT.USER_ID, question.session().user().value())
                .set(CONSENT.CLIENT_ID, question.client().value())
                .set(CONSENT.CONSENT_ID, answer.id().value())
                .set(CONSENT.SCOPES, scopes(question.asked()))
                .set(CONSENT.RESOURCES, resources(question.asked()))
                .set(CONSENT.CREATED_AT, now)
                .set(CONSENT.UPDATED_AT, now)
                .onConflict(CONSENT.ORG_ID, CONSENT.USER_ID, CONSENT.CLIENT_ID)
                .doUpdate()
                .set(CONSENT.SCOPES, both(CONSENT.SCOPES))
                .set(CONSENT.RESOURCES, both(CONSENT.RESOURCES))
                .set(CONSENT.UPDATED_AT, now);
    }

    private static Field<String[]> both(Field<String[]> words) {
        return field("ARRAY(SELECT DISTINCT unnest({0} || {1}))", words.getDataType(), words, excluded(words));
    }
}
