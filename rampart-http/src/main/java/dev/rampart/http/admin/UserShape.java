package dev.rampart.http.admin;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.user.AddressPart;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.DeletedUser;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.RawJson;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person as JSON, by the names of OIDC Core §5.1. */
final class UserShape {

    private static final int NAME_MAX = 256;
    private static final int URI_MAX = 2048;
    private static final int PART_MAX = 512;

    static final Shape ADDRESS = Shape.of(
            "Address",
            List.of(AddressPart.values()).stream()
                    .map(part -> Property.of(part.toString(), Kind.Text.between(1, PART_MAX)))
                    .toArray(Property[]::new));

    static final Shape USER = new Shape("User", properties());

    private UserShape() {}

    private static List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly());
        properties.add(Property.of(
                "username",
                Kind.Text.like("[^@\\s\\p{Cntrl}]{1,128}", 128, "a name of 1 to 128 characters without @ or spaces")));
        properties.add(Property.of(
                "email",
                Kind.Text.like("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+", CanonicalName.MAX_LENGTH, "an e-mail address")
                        .format("email")));
        properties.add(Property.of("email_verified", new Kind.Flag()));
        for (StandardClaim claim : StandardClaim.values()) {
            properties.add(Property.of(claim.toString(), kind(claim)));
        }
        properties.add(Property.of("phone_number_verified", new Kind.Flag()));
        properties.add(Property.of("address", new Kind.ObjectOf(ADDRESS)));
        properties.add(Property.of("attributes", new Kind.AnyObject(ManagedUser.ATTRIBUTES_MAX)));
        properties.add(Property.of("enabled", new Kind.Flag()));
        properties.add(Property.of("password", Kind.Text.upTo(PasswordPolicy.MAX_LENGTH))
                .asWriteOnly());
        properties.add(Property.of("password_change_required", new Kind.Flag()));
        properties.add(Property.of("created_at", new Kind.Time()).asReadOnly());
        properties.add(Property.of("updated_at", new Kind.Time()).asReadOnly());
        properties.add(Property.of("deleted_at", new Kind.Time()).asReadOnly());
        properties.add(Property.of("restorable_until", new Kind.Time()).asReadOnly());
        return properties;
    }

    private static Kind kind(StandardClaim claim) {
        return switch (claim) {
            case NAME, GIVEN_NAME, FAMILY_NAME, MIDDLE_NAME, NICKNAME, GENDER -> Kind.Text.between(1, NAME_MAX);
            case PROFILE, PICTURE, WEBSITE ->
                Kind.Text.like("https?://[^\\s\\p{Cntrl}]+", URI_MAX, "a web address")
                        .format("uri");
            case BIRTHDATE ->
                Kind.Text.like("[0-9]{4}(-[0-9]{2}-[0-9]{2})?", 10, "a date such as 1815-12-10, or a year");
            case ZONEINFO -> Kind.Text.like("[A-Za-z0-9_+/-]{1,64}", 64, "a time zone such as Europe/Paris");
            case LOCALE -> Kind.Text.like("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*", 35, "a language such as en-US");
            case PHONE_NUMBER ->
                Kind.Text.like("[+0-9() .;=a-z-]{3,64}", 64, "a phone number such as +44 20 7946 0000");
        };
    }

    /** What becomes of a person: each field that was sent, and the rest as it was (RFC 7396). */
    static ManagedUser merged(Fields sent, ManagedUser before) {
        User user = before.user();
        User merged = new User(
                user.id(),
                sent.mergedText("username", user::username),
                sent.mergedText("email", user::email),
                flag(sent, "email_verified", user.emailVerified()),
                profile(sent, user.profile()),
                flag(sent, "enabled", user.enabled()),
                user.createdAt(),
                user.updatedAt());
        String attributes = sent.has("attributes")
                ? sent.text("attributes")
                        .map(patch -> RawJson.merged(before.attributes(), patch))
                        .orElse("{}")
                : before.attributes();
        boolean change = flag(sent, "password_change_required", before.passwordChangeRequired());
        return new ManagedUser(merged, attributes, change, before.version());
    }

    private static Profile profile(Fields sent, Profile before) {
        Map<StandardClaim, String> claims = new EnumMap<>(StandardClaim.class);
        for (StandardClaim claim : StandardClaim.values()) {
            sent.mergedText(claim.toString(), () -> before.get(claim)).ifPresent(value -> claims.put(claim, value));
        }
        Map<AddressPart, String> address = new EnumMap<>(AddressPart.class);
        Fields parts = sent.object("address").orElse(Fields.NONE);
        boolean removed = sent.has("address") && sent.object("address").isEmpty();
        for (AddressPart part : AddressPart.values()) {
            Optional<String> old = removed
                    ? Optional.empty()
                    : Optional.ofNullable(before.address().get(part));
            parts.mergedText(part.toString(), () -> old).ifPresent(value -> address.put(part, value));
        }
        return new Profile(claims, address, flag(sent, "phone_number_verified", before.phoneNumberVerified()));
    }

    private static boolean flag(Fields sent, String name, boolean before) {
        return sent.has(name) ? sent.flag(name).orElse(false) : before;
    }

    static Map<String, Object> shown(DeletedUser deleted) {
        Map<String, Object> members = shown(deleted.person());
        members.put("deleted_at", deleted.deletedAt().toString());
        members.put("restorable_until", deleted.restorableUntil().toString());
        return members;
    }

    static Map<String, Object> shown(ManagedUser managed) {
        User user = managed.user();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", user.id().toString());
        user.username().ifPresent(username -> members.put("username", username));
        user.email().ifPresent(email -> members.put("email", email));
        members.put("email_verified", user.emailVerified());
        for (StandardClaim claim : StandardClaim.values()) {
            user.profile().get(claim).ifPresent(value -> members.put(claim.toString(), value));
        }
        members.put("phone_number_verified", user.profile().phoneNumberVerified());
        if (!user.profile().address().isEmpty()) {
            Map<String, Object> address = new LinkedHashMap<>();
            user.profile().address().forEach((part, value) -> address.put(part.toString(), value));
            members.put("address", address);
        }
        members.put("attributes", new RawJson(managed.attributes()));
        members.put("enabled", user.enabled());
        members.put("password_change_required", managed.passwordChangeRequired());
        members.put("created_at", user.createdAt().toString());
        members.put("updated_at", user.updatedAt().toString());
        return members;
    }
}
