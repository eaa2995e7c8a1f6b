package dev.rampart.persistence;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.shared.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.SortField;

/** Where a page of a list begins, and how the list is ordered: by plain columns that an index has in this order. */
public record Keyset(Condition beyond, List<SortField<?>> order) {

    private static final String LAST = "\uffff";

    /** By an id that is ordered by time (RFC 9562 §5.7). */
    public static Keyset byId(Field<UUID> id, PageRequest request) {
        boolean descending = request.order().descending();
        Condition beyond = request.after()
                .map(position -> UUID.fromString(position.keys().getFirst()))
                .map(last -> descending ? id.lt(last) : id.gt(last))
                .orElse(trueCondition());
        return new Keyset(beyond, List.of(sorted(id, descending)));
    }

    /** By a text that is its own order. */
    public static Keyset byText(Field<String> key, PageRequest request) {
        boolean descending = request.order().descending();
        Condition beyond = request.after()
                .map(position -> position.keys().getFirst())
                .map(last -> descending ? key.lt(last) : key.gt(last))
                .orElse(trueCondition());
        return new Keyset(beyond, List.of(sorted(key, descending)));
    }

    /** By a text that many may have, and what tells these apart. */
    public static <T> Keyset byTextAndId(Field<String> text, Field<T> id, PageRequest request) {
        boolean descending = request.order().descending();
        Row2<String, T> place = row(text, id);
        Condition beyond = request.after()
                .map(position -> row(
                        val(position.keys().getFirst(), text),
                        val(position.keys().getLast(), id)))
                .map(last -> descending ? place.lt(last) : place.gt(last))
                .orElse(trueCondition());
        return new Keyset(beyond, List.of(sorted(text, descending), sorted(id, descending)));
    }

    /** That this list cannot be read in that order, which whoever asks should have been told. */
    public static IllegalArgumentException unknown(PageRequest.SortKey key) {
        return new IllegalArgumentException("this list is not sorted by " + key);
    }

    /** A text in the order of its characters, whatever the collation of the database is. */
    public static Field<String> byCharacters(Field<String> text) {
        return text.collate("C");
    }

    private static SortField<?> sorted(Field<?> field, boolean descending) {
        return descending ? field.desc() : field.asc();
    }

    /** Whether a text begins so: a range, which an index keeps under row-level security as it does not keep LIKE. */
    public static Condition beginsWith(Field<String> text, String prefix) {
        return text.ge(prefix).and(text.lt(prefix + LAST));
    }
}
