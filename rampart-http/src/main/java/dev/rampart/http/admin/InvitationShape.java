package dev.rampart.http.admin;

import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.role.Role;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An invitation as JSON. Its link is not in it: it stands in the mail alone. */
final class InvitationShape {

    private static final int NAME_MAX = 256;

    static final Kind EMAIL = Kind.Text.like(MailAddress.FORM, MailAddress.LENGTH_MAX, "an e-mail address")
            .format("email");

    static final Shape INVITATION = Shape.of(
            "Invitation",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("email", EMAIL).asRequired(),
            Property.of("roles", new Kind.ListOf(Kind.Choice.of((Object[]) Role.values()), Role.values().length)),
            Property.of("given_name", Kind.Text.between(1, NAME_MAX)),
            Property.of("family_name", Kind.Text.between(1, NAME_MAX)),
            Property.of(
                    "locale", Kind.Text.like("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*", 35, "a language such as en-US")),
            Property.of("state", Kind.Choice.of((Object[]) states())).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("expires_at", new Kind.Time()),
            Property.of("accepted_at", new Kind.Time()).asReadOnly(),
            Property.of("revoked_at", new Kind.Time()).asReadOnly(),
            Property.of("user_id", Kind.Text.upTo(36).format("uuid")).asReadOnly());

    private InvitationShape() {}

    static Map<String, Object> shown(Invitation invitation, Instant now) {
        Invitation.State state = invitation.state(now);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", invitation.id().toString());
        members.put("email", invitation.email().value());
        members.put("roles", roles(invitation));
        invitation.names().given().ifPresent(name -> members.put("given_name", name));
        invitation.names().family().ifPresent(name -> members.put("family_name", name));
        invitation.names().locale().ifPresent(locale -> members.put("locale", locale));
        members.put("state", word(state));
        members.put("created_at", invitation.createdAt().toString());
        members.put("expires_at", invitation.expiresAt().toString());
        switch (invitation.end().orElse(null)) {
            case Invitation.End.Accepted(Instant at, var by) -> {
                members.put("accepted_at", at.toString());
                members.put("user_id", by.toString());
            }
            case Invitation.End.Revoked(Instant at)
            when state == Invitation.State.REVOKED -> members.put("revoked_at", at.toString());
            case Invitation.End.Revoked _ -> {} // It had expired before.
            case null -> {}
        }
        return members;
    }

    private static List<String> roles(Invitation invitation) {
        return invitation.roles().stream().sorted().map(Role::toString).toList();
    }

    private static String word(Invitation.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String[] states() {
        return Arrays.stream(Invitation.State.values())
                .map(InvitationShape::word)
                .toArray(String[]::new);
    }
}
