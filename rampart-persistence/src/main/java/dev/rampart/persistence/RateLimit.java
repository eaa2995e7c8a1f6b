package dev.rampart.persistence;

import static dev.rampart.persistence.schema.Tables.REQUEST_RATE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import java.time.Instant;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;

/**
 * Counts a request against its network's rate, as part of another statement.
 *
 * <p>The generic cell rate algorithm: a network has one instant at which its next request is due, and is refused while
 * that lies further ahead than a burst. Exact over all nodes, since one row decides.
 */
public record RateLimit(OrgId org, Bucket bucket, String network, Rate rate, Instant now) {

    private static final String NAME = "rate";

    /** What is counted. Each has a rate of its own. */
    public enum Bucket {
        ADMIN("admin"),
        LOGIN("login"),
        REGISTER("register"),
        TOKEN("token");

        private final String text;

        Bucket(String text) {
            this.text = text;
        }
    }

    /** Goes first among a statement's common table expressions. It has a row if the request may pass. */
    public CommonTableExpression<Record1<Integer>> counted() {
        if (rate.isUnlimited()) {
            return name(NAME).fields("passed").as(selectOne());
        }
        Field<Instant> due = greatest(REQUEST_RATE.DUE_AT, now(now));
        return name(NAME)
                .fields("passed")
                .as(insertInto(REQUEST_RATE)
                        .set(REQUEST_RATE.ORG_ID, org.value())
                        .set(REQUEST_RATE.BUCKET, bucket.text)
                        .set(REQUEST_RATE.NETWORK, network)
                        .set(REQUEST_RATE.DUE_AT, now.plus(rate.interval()))
                        .onConflict(REQUEST_RATE.ORG_ID, REQUEST_RATE.BUCKET, REQUEST_RATE.NETWORK)
                        .doUpdate()
                        .set(REQUEST_RATE.DUE_AT, Later.than(due, rate.interval()))
                        .where(due.le(now(now.plus(rate.burst()))))
                        .returningResult(one().as("passed")));
    }

    /** Whether the request may pass, for the rest of the statement. */
    public static Condition passed() {
        return exists(selectOne().from(table(name(NAME))));
    }

    /** When the next request is due, as it was before this one. */
    public Field<Instant> due() {
        return field(select(REQUEST_RATE.DUE_AT)
                .from(REQUEST_RATE)
                .where(REQUEST_RATE.ORG_ID.eq(org.value()))
                .and(REQUEST_RATE.BUCKET.eq(bucket.text))
                .and(REQUEST_RATE.NETWORK.eq(network)));
    }

    /**
     * When a refused request may be tried again. {@code due} is missing where the network's first request was counted
     * by another statement after this one had begun.
     */
    public Instant retryAt(@Nullable Instant due) {
        return due == null ? now.plus(rate.interval()) : due.minus(rate.burst());
    }

    /** When the next request is due, now that this one has passed. {@code due} is as it was before. */
    public Instant dueAfter(@Nullable Instant due) {
        if (rate.isUnlimited()) {
            return now;
        }
        Instant from = due == null || due.isBefore(now) ? now : due;
        return from.plus(rate.interval());
    }

    private static Field<Instant> now(Instant now) {
        return val(now, REQUEST_RATE.DUE_AT);
    }
}
