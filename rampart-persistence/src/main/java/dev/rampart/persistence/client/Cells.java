package dev.rampart.persistence.client;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import java.util.Optional;
import org.jooq.Field;

/** Values of a row that may be missing. */
final class Cells {

    private Cells() {}

    /** A null has to stand in the text of the statement: bound, its type would be unknown. */
    static <T> void put(Map<Field<?>, Object> row, Field<T> column, Optional<T> value) {
        row.put(column, value.<Field<T>>map(present -> val(present, column)).orElseGet(() -> inline(null, column)));
    }
}
