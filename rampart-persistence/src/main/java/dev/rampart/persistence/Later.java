package dev.rampart.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Adds to instants in SQL, where jOOQ has no {@link Duration}. */
public final class Later {

    private Later() {}

    public static Field<Instant> than(Field<Instant> instant, Duration by) {
        return than(instant, val(by.toNanos() / 1e9));
    }

    public static Field<Instant> than(Field<Instant> instant, Field<Double> seconds) {
        return field("({0} + {1} * interval '1 second')", SQLDataType.INSTANT, instant, seconds);
    }
}
