package dev.rampart.persistence.grant;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Lists of words, as PostgreSQL compares them. */
public final class Words {

    private Words() {}

    /** Of a text with one space between them; none if it is empty. */
    static Field<String[]> of(Field<String> text) {
        return DSL.field("string_to_array({0}, ' ')", SQLDataType.CLOB.array(), text);
    }

    /** One by one: as a single value the driver would not know its type, and split the exchange to ask. */
    public static Field<String[]> of(Collection<String> words) {
        return array(words.stream().map(word -> val(word)).toList()).cast(SQLDataType.CLOB.array());
    }
}
