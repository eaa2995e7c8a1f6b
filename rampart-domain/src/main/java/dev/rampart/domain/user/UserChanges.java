package dev.rampart.domain.user;

import dev.rampart.domain.audit.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What changed about a person, field by field, for the audit log. */
final class UserChanges {

    private final Map<String, Change> changes = new HashMap<>();

    private UserChanges() {}

    static Map<String, Change> between(ManagedUser before, ManagedUser after) {
        UserChanges found = new UserChanges();
        User old = before.user();
        User now = after.user();
        found.note("username", old.username(), now.username());
        found.note("email", old.email(), now.email());
        found.note("email_verified", text(old.emailVerified()), text(now.emailVerified()));
        found.note(
                "phone_number_verified",
                text(old.profile().phoneNumberVerified()),
                text(now.profile().phoneNumberVerified()));
        found.note(
                "password_change_required",
                text(before.passwordChangeRequired()),
                text(after.passwordChangeRequired()));
        found.note("enabled", text(old.enabled()), text(now.enabled()));
        found.note("attributes", Optional.of(before.attributes()), Optional.of(after.attributes()));
        for (StandardClaim claim : StandardClaim.values()) {
            found.note(claim.toString(), old.profile().get(claim), now.profile().get(claim));
        }
        for (AddressPart part : AddressPart.values()) {
            found.note(
                    "address." + part,
                    Optional.ofNullable(old.profile().address().get(part)),
                    Optional.ofNullable(now.profile().address().get(part)));
        }
        return found.changes;
    }

    private void note(String field, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(before, after));
        }
    }

    private static Optional<String> text(boolean flag) {
        return Optional.of(Boolean.toString(flag));
    }
}
