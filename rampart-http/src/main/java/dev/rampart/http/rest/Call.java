package dev.rampart.http.rest;

import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One call of an operation, whose body has been read and found right. */
public record Call(Request request, Authority by, Fields fields, PageRequest page, Cursors cursors) {

    /** The organization that the call is about. */
    public OrgId org() {
        return request.tenant().id();
    }

    /** What {@code {name}} stands for; nothing if it is no id, which is then the id of nothing. */
    public Optional<UUID> id(String name) {
        try {
            UUID id = UUID.fromString(request.variable(name));
            return id.toString().equalsIgnoreCase(request.variable(name)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version of {@code If-Match}, which has been found to be one. */
    public Expected expected() {
        return EntityTags.expected(request).orElse(Expected.ANY);
    }

    /** A page of a list. */
    public <T> Response listed(Page<T> found, Function<? super T, Map<String, Object>> item) {
        List<Map<String, Object>> items =
                found.items().stream().<Map<String, Object>>map(item).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", items);
        found.next()
                .ifPresent(position -> members.put("next_cursor", cursors.seal(org(), Paging.list(request), position)));
        return Response.json(200, members);
    }

    /** One resource, with its version as entity tag. */
    public Response shown(Map<String, Object> members, long version) {
        return EntityTags.isKnown(request, version)
                ? Response.empty(304).withHeader("ETag", EntityTags.of(version))
                : Response.json(200, members).withHeader("ETag", EntityTags.of(version));
    }

    /** One resource as it is now that it was changed. */
    public Response changed(Map<String, Object> members, long version) {
        return Response.json(200, members).withHeader("ETag", EntityTags.of(version));
    }

    /** Something new, at that path beneath the list it was sent to. */
    public Response created(String id, Map<String, Object> members) {
        return Response.json(201, members).withHeader("Location", request.path() + "/" + id);
    }
}
