package dev.rampart.http.admin;

import dev.rampart.domain.role.Role;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.List;

/** A person as a line of a file has them, and what is told of a file when it has been read. */
final class ImportShape {

    private static final int HASH_MAX = 512;
    private static final int POINTER_MAX = 256;
    private static final int DETAIL_MAX = 512;

    /** As {@link UserShape#USER}, with the hash of a password in the place of the password, and roles. */
    static final Shape LINE = new Shape("UserLine", properties());

    private static final Shape ERROR = Shape.of(
            "ImportError",
            Property.of("line", new Kind.Whole(0, Long.MAX_VALUE)).asRequired(),
            Property.of("pointer", Kind.Text.upTo(POINTER_MAX)).asRequired(),
            Property.of("detail", Kind.Text.upTo(DETAIL_MAX)).asRequired());

    static final Shape REPORT = Shape.of(
            "ImportReport",
            Property.of("dry_run", new Kind.Flag()).asRequired(),
            Property.of("read", new Kind.Whole(0, Long.MAX_VALUE)).asRequired(),
            Property.of("imported", new Kind.Whole(0, Long.MAX_VALUE)).asRequired(),
            Property.of("rejected", new Kind.Whole(0, Long.MAX_VALUE)).asRequired(),
            Property.of("errors", new Kind.ListOf(new Kind.ObjectOf(ERROR), ImportReport.ERRORS_MAX))
                    .asRequired(),
            Property.of("errors_truncated", new Kind.Flag()).asRequired());

    private ImportShape() {}

    private static List<Property> properties() {
        List<Property> properties = new ArrayList<>(UserShape.USER.properties());
        properties.add(Property.of("password_hash", Kind.Text.between(1, HASH_MAX)));
        properties.add(
                Property.of("roles", new Kind.ListOf(Kind.Choice.of((Object[]) Role.values()), Role.values().length)));
        return properties;
    }
}
