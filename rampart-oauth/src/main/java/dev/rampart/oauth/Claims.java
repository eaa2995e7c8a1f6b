package dev.rampart.oauth;

import static dev.rampart.domain.user.StandardClaim.PHONE_NUMBER;

import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.user.AddressPart;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is told about a person, by the scopes that ask for it (OIDC Core §5.4). */
public final class Claims {

    private static final String PREFERRED_USERNAME = "preferred_username";
    private static final String UPDATED_AT = "updated_at";
    private static final String EMAIL = "email";
    private static final String EMAIL_VERIFIED = "email_verified";
    private static final String PHONE_NUMBER_VERIFIED = "phone_number_verified";
    private static final String ADDRESS = "address";

    private static final Scopes ALL =
            Scopes.parse("profile email phone address").orElseThrow();

    private Claims() {}

    /** Every claim there is, for discovery. */
    public static List<String> all() {
        List<String> names = new ArrayList<>(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr"));
        names.addAll(List.of("amr", "at_hash", "sid"));
        Arrays.stream(StandardClaim.values()).map(StandardClaim::toString).forEach(names::add);
        names.addAll(List.of(PREFERRED_USERNAME, UPDATED_AT, EMAIL, EMAIL_VERIFIED, PHONE_NUMBER_VERIFIED, ADDRESS));
        return names;
    }

    /** What these scopes ask for, and these claims by name (OIDC Core §5.5). What it calls the person is not in it. */
    public static Map<String, Object> of(User user, Scopes scopes, Set<String> names) {
        Map<String, Object> claims = of(user, scopes);
        if (!names.isEmpty()) {
            of(user, ALL).forEach((name, value) -> {
                if (names.contains(name)) {
                    claims.put(name, value);
                }
            });
        }
        return claims;
    }

    /** What these scopes ask for, of what is known. A claim without a value is left out (OIDC Core §5.3.2). */
    private static Map<String, Object> of(User user, Scopes scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (scopes.contains(Scope.PROFILE)) {
            addProfile(claims, user);
        }
        if (scopes.contains(Scope.EMAIL)) {
            user.email().ifPresent(email -> {
                claims.put(EMAIL, email);
                claims.put(EMAIL_VERIFIED, user.emailVerified());
            });
        }
        if (scopes.contains(Scope.PHONE)) {
            user.profile().get(PHONE_NUMBER).ifPresent(number -> {
                claims.put(PHONE_NUMBER.toString(), number);
                claims.put(PHONE_NUMBER_VERIFIED, user.profile().phoneNumberVerified());
            });
        }
        if (scopes.contains(Scope.ADDRESS) && !user.profile().address().isEmpty()) {
            claims.put(ADDRESS, address(user.profile().address()));
        }
        return claims;
    }

    private static void addProfile(Map<String, Object> claims, User user) {
        user.profile().claims().forEach((claim, value) -> {
            if (claim != PHONE_NUMBER) {
                claims.put(claim.toString(), value);
            }
        });
        user.username().ifPresent(username -> claims.put(PREFERRED_USERNAME, username));
        claims.put(UPDATED_AT, user.updatedAt().getEpochSecond());
    }

    private static Map<String, String> address(Map<AddressPart, String> parts) {
        Map<String, String> address = new LinkedHashMap<>();
        parts.forEach((part, value) -> address.put(part.toString(), value));
        return address;
    }
}
