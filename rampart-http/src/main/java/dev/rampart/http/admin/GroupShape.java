package dev.rampart.http.admin;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.Member;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A group and its members as JSON. */
final class GroupShape {

    private static final int NAME_MAX = 128;
    private static final int ID_MAX = 128;

    static final Shape GROUP = Shape.of(
            "Group",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of(
                            "name",
                            Kind.Text.like(
                                    "[^\\s\\p{Cntrl}](?:[^\\p{Cntrl}]*[^\\s\\p{Cntrl}])?",
                                    NAME_MAX,
                                    "a name of 1 to 128 characters without space around it"))
                    .asRequired(),
            Property.of("description", Kind.Text.upTo(RoleShape.DESCRIPTION_MAX)),
            Property.of(
                    "parent_group_id",
                    Kind.Text.like("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", 36, "the id of a group")
                            .format("uuid")),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("updated_at", new Kind.Time()).asReadOnly());

    static final Shape MEMBER = Shape.of(
            "GroupMember",
            Property.of("kind", Kind.Choice.of("user", "client")).asReadOnly(),
            Property.of("id", Kind.Text.upTo(ID_MAX)).asReadOnly(),
            Property.of("name", Kind.Text.upTo(256)).asReadOnly(),
            Property.of("added_at", new Kind.Time()).asReadOnly());

    private GroupShape() {}

    /** What becomes of a group: each field that was sent, nothing if that is {@code null}, the rest as it was. */
    static Group merged(Fields sent, Group before) {
        return new Group(
                before.id(),
                sent.text("name").orElse(before.name()),
                sent.has("description") ? sent.text("description").orElse("") : before.description(),
                sent.has("parent_group_id")
                        ? sent.text("parent_group_id").map(UUID::fromString).map(GroupId::new)
                        : before.parent(),
                before.version(),
                before.createdAt(),
                before.updatedAt());
    }

    static Map<String, Object> shown(Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", group.id().toString());
        members.put("name", group.name());
        members.put("description", group.description());
        group.parent().ifPresent(parent -> members.put("parent_group_id", parent.toString()));
        members.put("created_at", group.createdAt().toString());
        members.put("updated_at", group.updatedAt().toString());
        return members;
    }

    static Map<String, Object> shown(Member member) {
        RoleHolder holder = member.holder();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", CanonicalEvent.word(holder.kind()));
        members.put("id", holder.id());
        members.put("name", member.name());
        members.put("added_at", member.addedAt().toString());
        return members;
    }
}
