package dev.rampart.http.bulk;

import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the columns of a CSV file may be called: as the properties of a shape, those of an object behind a dot. */
final class CsvColumns {

    private static final char DOT = '.';

    private CsvColumns() {}

    /** Every column there may be, in the order of the shape. */
    static List<String> all(Shape shape) {
        List<String> columns = new ArrayList<>();
        for (Property property : shape.properties()) {
            if (property.kind() instanceof Kind.ObjectOf(Shape inner)) {
                inner.properties().forEach(part -> columns.add(property.name() + DOT + part.name()));
            } else {
                columns.add(property.name());
            }
        }
        return columns;
    }

    /** What a column is for; nothing if the shape has no such property. */
    static Optional<Column> find(Shape shape, String name) {
        int dot = name.indexOf(DOT);
        if (dot < 0) {
            return shape.property(name)
                    .filter(property -> !(property.kind() instanceof Kind.ObjectOf))
                    .map(property -> new Column(Optional.empty(), property));
        }
        String outer = name.substring(0, dot);
        return shape.property(outer)
                .flatMap(property -> property.kind() instanceof Kind.ObjectOf(Shape inner)
                        ? inner.property(name.substring(dot + 1))
                        : Optional.empty())
                .map(property -> new Column(Optional.of(outer), property));
    }

    /**
     * One column.
     *
     * @param within the object that the property belongs to; empty: the record itself
     */
    record Column(Optional<String> within, Property property) {}
}
