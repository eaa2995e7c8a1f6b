package dev.rampart.persistence;

import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.shared.PageRequest;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/** Where a page of a list begins, and how the list is ordered: by plain columns that an index has in this order. */
public record Keyset(Condition beyond, SortField<?> order) {

    private static final String LAST = "\uffff";

    /** By an id that is ordered by time (RFC 9562 §5.7). */
    public static Keyset byId(Field<UUID> id, PageRequest request) {
        boolean descending = request.order().isDescending();
        Condition beyond = request.after()
                .map(position -> UUID.fromString(position.keys().getFirst()))
                .map(last -> descending ? id.lt(last) : id.gt(last))
                .orElse(trueCondition());
        return new Keyset(beyond, descending ? id.desc() : id.asc());
    }

    /** By a text that is its own order. */
    public static Keyset byText(Field<String> key, PageRequest request) {
        boolean descending = request.order().isDescending();
        Condition beyond = request.after()
                .map(position -> position.keys().getFirst())
                .map(last -> descending ? key.lt(last) : key.gt(last))
                .orElse(trueCondition());
        return new Keyset(beyond, descending ? key.desc() : key.asc());
    }

    /** Whether a text begins so: a range, which an index keeps under row-level security as it does not keep LIKE. */
    public static Condition beginsWith(Field<String> text, String prefix) {
        return text.ge(prefix).and(text.lt(prefix + LAST));
    }
}
