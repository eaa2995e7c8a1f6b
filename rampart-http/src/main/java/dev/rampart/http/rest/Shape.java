package dev.rampart.http.rest;

import java.util.List;
import java.util.Optional;

/** A JSON object of the API: its name in the description, and everything that may stand in it. */
public record Shape(String name, List<Property> properties) {

    public Shape {
        properties = List.copyOf(properties);
    }

    public static Shape of(String name, Property... properties) {
        return new Shape(name, List.of(properties));
    }

    /** A page of a list of these. */
    public Shape page() {
        return of(
                name + "List",
                Property.of("items", new Kind.ListOf(new Kind.ObjectOf(this), Integer.MAX_VALUE))
                        .asRequired(),
                Property.of("next_cursor", Kind.Text.upTo(Cursors.LENGTH_MAX)).asReadOnly());
    }

    /** The one of that name. */
    public Optional<Property> property(String wanted) {
        return properties.stream()
                .filter(property -> property.name().equals(wanted))
                .findFirst();
    }
}
