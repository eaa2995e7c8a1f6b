package dev.rampart.persistence.client;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Values of a row that may be missing. */
final class Cells {

    private Cells() {}

    /** A null has to stand in the text of the statement: bound, its type would be unknown. */
    static <T> void put(Map<Field<?>, Object> row, Field<T> column, @Nullable T value) {
        row.put(column, value == null ? inline(null, column) : val(value, column));
    }
}
