package dev.rampart.persistence.audit;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.rampart.domain.audit.PersonalPart;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.audit.RecordedEvent.Party;
import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A row of the audit log with the keys of the people it tells of, and what they open. */
record RecordedRow(OrgId org, Vault vault) {

    private static final Field<byte[]> ACTOR_KEY = field(name("actor_key"), SQLDataType.BLOB);
    private static final Field<byte[]> TARGET_KEY = field(name("target_key"), SQLDataType.BLOB);

    /** All that {@link #toDomain} needs. */
    static List<Field<?>> columns(OrgId org) {
        return List.of(
                AUDIT_EVENT.ID,
                AUDIT_EVENT.TYPE,
                AUDIT_EVENT.ACTOR_KIND,
                AUDIT_EVENT.ACTOR_ID,
                AUDIT_EVENT.ACTOR_NAME,
                AUDIT_EVENT.ACTOR_ORG_ID,
                AUDIT_EVENT.TARGET_KIND,
                AUDIT_EVENT.TARGET_ID,
                AUDIT_EVENT.TARGET_NAME,
                AUDIT_EVENT.IP,
                AUDIT_EVENT.USER_AGENT,
                AUDIT_EVENT.REQUEST_ID,
                AUDIT_EVENT.SESSION_ID,
                AUDIT_EVENT.OUTCOME,
                AUDIT_EVENT.REASON,
                AUDIT_EVENT.CHANGES,
                AUDIT_EVENT.CREATED_AT,
                AUDIT_EVENT.ACTOR_PERSONAL,
                AUDIT_EVENT.TARGET_PERSONAL,
                key(org, AUDIT_EVENT.ACTOR_PERSONAL.isNotNull().and(AUDIT_EVENT.ACTOR_ORG_ID.isNull()), Side.ACTOR)
                        .as(ACTOR_KEY),
                key(org, AUDIT_EVENT.TARGET_PERSONAL.isNotNull(), Side.TARGET).as(TARGET_KEY));
    }

    /** Looked up row by row, for the few rows of a page, and by nothing but an id, so that the index is used. */
    private static Field<byte[]> key(OrgId org, Condition isThere, Side side) {
        Field<String> person = switch (side) {
            case ACTOR -> AUDIT_EVENT.ACTOR_ID;
            case TARGET -> AUDIT_EVENT.TARGET_ID;
        };
        return field(select(APP_USER.PERSONAL_KEY)
                .from(APP_USER)
                .where(APP_USER.ORG_ID.eq(org.value()))
                .and(APP_USER.USER_ID.eq(when(isThere, person.cast(SQLDataType.UUID)))));
    }

    RecordedEvent toDomain(Record row) {
        Told actor = ofActor(row);
        Told target = ofTarget(row);
        return new RecordedEvent(
                row.get(AUDIT_EVENT.ID),
                row.get(AUDIT_EVENT.TYPE),
                actor.party(row, AUDIT_EVENT.ACTOR_KIND, AUDIT_EVENT.ACTOR_ID, AUDIT_EVENT.ACTOR_NAME),
                Optional.ofNullable(row.get(AUDIT_EVENT.ACTOR_ORG_ID)).map(OrgId::new),
                Optional.ofNullable(row.get(AUDIT_EVENT.TARGET_KIND))
                        .map(_ -> target.party(
                                row, AUDIT_EVENT.TARGET_KIND, AUDIT_EVENT.TARGET_ID, AUDIT_EVENT.TARGET_NAME)),
                actor.say(PersonalPart::ip)
                        .or(() -> target.say(PersonalPart::ip))
                        .or(() -> Optional.ofNullable(row.get(AUDIT_EVENT.IP))),
                actor.say(PersonalPart::userAgent)
                        .or(() -> target.say(PersonalPart::userAgent))
                        .or(() -> Optional.ofNullable(row.get(AUDIT_EVENT.USER_AGENT))),
                Optional.ofNullable(row.get(AUDIT_EVENT.REQUEST_ID)),
                Optional.ofNullable(row.get(AUDIT_EVENT.SESSION_ID)),
                row.get(AUDIT_EVENT.OUTCOME),
                Optional.ofNullable(row.get(AUDIT_EVENT.REASON)),
                row.get(AUDIT_EVENT.CHANGES).data(),
                row.get(AUDIT_EVENT.CREATED_AT),
                target.part().map(PersonalPart::changes).orElseGet(TreeMap::new),
                Optional.ofNullable(row.get(AUDIT_EVENT.ACTOR_PERSONAL)).filter(_ -> isFromElsewhere(row)));
    }

    /** What a row says of somebody; nothing, and erased, if it cannot be opened. */
    private record Told(Optional<PersonalPart> part, boolean erased) {

        static final Told NOTHING = new Told(Optional.empty(), false);

        Optional<String> say(Function<PersonalPart, Optional<String>> what) {
            return part.flatMap(what);
        }

        Party party(Record row, Field<String> kind, Field<String> id, Field<String> called) {
            return new Party(
                    row.get(kind),
                    Optional.ofNullable(row.get(id)),
                    say(PersonalPart::name).or(() -> Optional.ofNullable(row.get(called))),
                    erased);
        }
    }

    private Told ofActor(Record row) {
        byte @Nullable [] part = row.get(AUDIT_EVENT.ACTOR_PERSONAL);
        if (part == null || isFromElsewhere(row)) {
            return Told.NOTHING;
        }
        Optional<PersonalKey> key = key(row.get(ACTOR_KEY), row.get(AUDIT_EVENT.ACTOR_ID));
        return opened(key, Side.ACTOR.place(row.get(AUDIT_EVENT.ID)), part);
    }

    private Told ofTarget(Record row) {
        byte @Nullable [] part = row.get(AUDIT_EVENT.TARGET_PERSONAL);
        if (part == null) {
            return Told.NOTHING;
        }
        Optional<PersonalKey> key = key(row.get(TARGET_KEY), row.get(AUDIT_EVENT.TARGET_ID));
        return opened(key, Side.TARGET.place(row.get(AUDIT_EVENT.ID)), part);
    }

    private static boolean isFromElsewhere(Record row) {
        return row.get(AUDIT_EVENT.ACTOR_ORG_ID) != null;
    }

    private Optional<PersonalKey> key(byte @Nullable [] key, String person) {
        return Optional.ofNullable(key).map(bytes -> new PersonalKey(org, person, bytes));
    }

    private Told opened(Optional<PersonalKey> key, Vault.Place place, byte[] part) {
        Optional<PersonalPart> told = key.flatMap(known -> vault.openPersonal(known, org, place, part))
                .map(PersonalPart::of);
        return new Told(told, told.isEmpty());
    }
}
