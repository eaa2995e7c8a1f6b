package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.server.TokenForge.Stolen;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token that the server has issued, taken apart, to be put together again with one thing wrong.
 *
 * @param home whose token it is
 * @param foreign another organization of the same server
 * @param nobody whoever attacks
 * @param retired a key of {@code home} that is in use no more
 */
record Specimen(
        String token,
        TokenForge home,
        TokenForge foreign,
        TokenForge nobody,
        Stolen retired,
        Map<String, Object> header,
        Map<String, Object> claims) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};

    Specimen {
        header = new LinkedHashMap<>(header);
        claims = new LinkedHashMap<>(claims);
    }

    /** The keys there are to sign with. */
    record Keys(TokenForge home, TokenForge foreign, TokenForge nobody, Stolen retired) {

        Specimen of(String token) {
            String[] parts = token.split("\\.", -1);
            return new Specimen(
                    token,
                    home,
                    foreign,
                    nobody,
                    retired,
                    JSON.readValue(TokenForge.bytes(parts[0]), MEMBERS),
                    JSON.readValue(TokenForge.bytes(parts[1]), MEMBERS));
        }
    }

    String typ() {
        return String.valueOf(header.get("typ"));
    }

    String issuer() {
        return String.valueOf(claims.get("iss"));
    }

    String payload() {
        return JSON.writeValueAsString(claims);
    }

    /** A part of the token as it was issued: 0 is the header, 2 the signature. */
    String part(int index) {
        return token.split("\\.", -1)[index];
    }

    /** Signed anew by a key of the organization: this one is good. */
    String signedBy(Stolen key) {
        return TokenForge.signed(key, header(key.jose(), key.kid(), ""), payload());
    }

    /** By the key that signed it, over a header as it is not. */
    String underHeader(String json) {
        return TokenForge.signed(key(), json, payload());
    }

    /** By the key that signed it, with more in the header. */
    String withMore(String members) {
        return underHeader(header(key().jose(), key().kid(), members));
    }

    /** By the key that signed it, with one claim otherwise; null: without it. */
    String withClaim(String name, @Nullable Object value) {
        Map<String, Object> others = new LinkedHashMap<>(claims);
        if (value == null) {
            others.remove(name);
        } else {
            others.put(name, value);
        }
        return overPayload(JSON.writeValueAsString(others));
    }

    String overPayload(String json) {
        return TokenForge.signed(key(), header(key().jose(), key().kid(), ""), json);
    }

    /** The key that signed it. */
    Stolen key() {
        return home.named(String.valueOf(header.get("kid")));
    }

    /** A header of this kind of token. {@code more} is members of JSON, or nothing. */
    String header(String alg, String kid, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"%s%s}".formatted(alg, typ(), kid, comma, more);
    }

    /** What is signed of a token with that header. */
    String input(String headerJson) {
        return TokenForge.part(headerJson) + "." + TokenForge.part(payload());
    }

    /** The token under a signature that was tampered with. */
    String tampered(Stolen key, Tampering tampering) {
        String input = input(header(key.jose(), key.kid(), ""));
        return input + "." + TokenForge.part(tampering.of(key.sign(input.getBytes(UTF_8))));
    }

    /** What is done to a signature. */
    @FunctionalInterface
    interface Tampering {
        byte[] of(byte[] good);

        static Tampering length(int bytes) {
            return good -> Arrays.copyOf(good, bytes);
        }

        static Tampering filled(int bytes, int with) {
            return _ -> {
                byte[] all = new byte[bytes];
                Arrays.fill(all, (byte) with);
                return all;
            };
        }
    }
}
