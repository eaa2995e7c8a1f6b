package dev.rampart.http.admin;

import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role as JSON. */
final class RoleShape {

    static final int DESCRIPTION_MAX = 500;
    private static final int NAME_MAX = 64;

    static final Shape ROLE = Shape.of(
            "Role",
            Property.of("id", Kind.Text.upTo(NAME_MAX)).asReadOnly(),
            Property.of(
                            "name",
                            Kind.Text.like(
                                    "[a-z0-9][a-z0-9._-]{0,63}",
                                    NAME_MAX,
                                    "a name of 1 to 64 lower-case letters, digits and . _ - after the first"))
                    .asRequired(),
            Property.of("description", Kind.Text.upTo(DESCRIPTION_MAX)),
            Property.of("built_in", new Kind.Flag()).asReadOnly(),
            Property.of(
                    "permissions",
                    new Kind.ListOf(Kind.Choice.of((Object[]) Permission.values()), Permission.values().length)),
            Property.of(
                    "application_roles",
                    new Kind.ListOf(
                            Kind.Text.like(
                                    "[!#-\\[\\]-~]{1,64}", NAME_MAX, "a word of 1 to 64 characters without \" or \\"),
                            OwnRole.APPLICATION_ROLES_MAX)),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("updated_at", new Kind.Time()).asReadOnly());

    static final Shape ROLES = Shape.of(
            "Roles",
            Property.of("items", new Kind.ListOf(new Kind.ObjectOf(ROLE), Role.values().length + OwnRole.MAX))
                    .asReadOnly());

    private RoleShape() {}

    /** What becomes of a role: each field that was sent, nothing if that is {@code null}, the rest as it was. */
    static OwnRole merged(Fields sent, OwnRole before) {
        return new OwnRole(
                before.id(),
                sent.text("name").orElse(before.name()),
                sent.has("description") ? sent.text("description").orElse("") : before.description(),
                sent.has("permissions") ? permissions(sent) : before.permissions(),
                sent.has("application_roles") ? applicationRoles(sent) : before.applicationRoles(),
                before.version(),
                before.createdAt(),
                before.updatedAt());
    }

    private static Set<Permission> permissions(Fields sent) {
        return sent.texts("permissions").stream()
                .flatMap(text -> Permission.parse(text).stream())
                .collect(Collectors.toSet());
    }

    private static SortedSet<String> applicationRoles(Fields sent) {
        return new TreeSet<>(sent.texts("application_roles"));
    }

    /** The built-in ones first. */
    static Response listed(RoleSet roles) {
        List<Map<String, Object>> items = Stream.concat(
                        roles.builtIn().stream().sorted().map(RoleShape::shown),
                        roles.own().stream().map(RoleShape::shown))
                .toList();
        return Response.json(200, Map.of("items", items));
    }

    static Map<String, Object> shown(Role role) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", role.toString());
        members.put("name", role.toString());
        members.put("built_in", true);
        members.put("permissions", texts(role.permissions()));
        return members;
    }

    static Map<String, Object> shown(OwnRole role) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", role.id().toString());
        members.put("name", role.name());
        members.put("description", role.description());
        members.put("built_in", false);
        members.put("permissions", texts(role.permissions()));
        members.put("application_roles", List.copyOf(role.applicationRoles()));
        members.put("created_at", role.createdAt().toString());
        members.put("updated_at", role.updatedAt().toString());
        return members;
    }

    private static List<String> texts(Set<Permission> permissions) {
        return Arrays.stream(Permission.values())
                .filter(permissions::contains)
                .map(Permission::toString)
                .toList();
    }
}
