package dev.rampart.http.admin;

import dev.rampart.domain.role.RoleHolder;
import dev.rampart.http.rest.Call;
import java.util.Optional;
import java.util.UUID;

/** Whom a path names; nothing if it can be nobody's name. */
final class Holder {

    private Holder() {}

    static Optional<RoleHolder> user(Call call) {
        return call.id("user").map(UUID::toString).map(id -> new RoleHolder(RoleHolder.Kind.USER, id));
    }

    static Optional<RoleHolder> client(Call call) {
        return Optional.of(new RoleHolder(RoleHolder.Kind.CLIENT, call.request().variable("client")));
    }

    static Optional<RoleHolder> group(Call call) {
        return call.id("group").map(UUID::toString).map(id -> new RoleHolder(RoleHolder.Kind.GROUP, id));
    }
}
