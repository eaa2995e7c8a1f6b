package dev.rampart.domain.user;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person beside how they sign in.
 *
 * @param address the members of OIDC Core §5.1.1; empty: no address
 */
public record Profile(
        Map<StandardClaim, String> claims, Map<AddressPart, String> address, boolean phoneNumberVerified) {

    /** Nothing is known yet. */
    public static final Profile EMPTY = new Profile(Map.of(), Map.of(), false);

    public Profile {
        Map<StandardClaim, String> copy = new EnumMap<>(StandardClaim.class);
        copy.putAll(claims);
        claims = Collections.unmodifiableMap(copy);
        address = Map.copyOf(address);
    }

    public Optional<String> get(StandardClaim claim) {
        return Optional.ofNullable(claims.get(claim));
    }
}
