package dev.rampart.server;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with the claims of a token that the organization's own key has signed, and tokens that are
 * encrypted. No forger gets this far; a key that signs more than one kind of token does.
 */
final class ClaimAttacks {

    /** What a place takes tokens for. */
    enum Use {
        /** An API is called with it. */
        BEARER,
        /** A client asks about it, or gives it back. */
        SUBJECT,
        /** Somebody is signed in or out with it: when it was issued does not matter. */
        HINT
    }

    /** One way to be wrong, and for what it must not do. */
    record Attack(String name, Set<Use> uses, Function<Specimen, String> forge) {}

    private static final Set<Use> ANY = EnumSet.allOf(Use.class);
    private static final Set<Use> ACCESS = EnumSet.of(Use.BEARER, Use.SUBJECT);

    private final List<Attack> attacks = new ArrayList<>();

    /** Those and {@link JoseAttacks}, which are refused everywhere. */
    static List<Attack> withJose() {
        ClaimAttacks all = new ClaimAttacks();
        JoseAttacks.all().forEach((name, forge) -> all.attacks.add(new Attack(name, ANY, forge)));
        all.addTimes();
        all.addIssuers();
        all.addAudiences();
        all.addClients();
        all.addIdentifiers();
        all.addEncrypted();
        return all.attacks;
    }

    private void addTimes() {
        Map<String, @Nullable Object> times = new LinkedHashMap<>();
        times.put("missing", null);
        times.put("long ago", 1);
        times.put("zero", 0);
        times.put("negative", -1);
        times.put("a fraction of long ago", 1.5);
        times.put("text", "4102444800");
        times.put("a date", "2100-01-01T00:00:00Z");
        times.put("true", true);
        times.put("a list", List.of(4_102_444_800L));
        times.put("an object", Map.of("time", 4_102_444_800L));
        times.put("beyond the calendar", 9_007_199_254_740_991L);
        times.put("beyond 64 bits", 1e300);
        times.put("below 64 bits", -1e300);
        times.forEach((name, value) -> add(ACCESS, "exp is " + name, "exp", value));
        add(ACCESS, "iat is missing", "iat", null);
        add(ACCESS, "iat is text", "iat", "now");
        add(ACCESS, "nbf is to come", "nbf", 4_102_444_800L);
        add(ACCESS, "nbf is text", "nbf", "now");
    }

    private void addIssuers() {
        for (String iss :
                List.of("", "https://evil.example", "//", "http://127.0.0.1", "\u0000", "../", "i".repeat(2000))) {
            add(ANY, "iss is '%s'".formatted(iss.substring(0, Math.min(30, iss.length()))), "iss", iss);
        }
        for (String tail : List.of("/", "/o/default", "/o/globex-two", "/o/", "/o/\u0000", "/o/..", "?", "#", " ")) {
            attacks.add(new Attack(
                    "iss with '%s' behind".formatted(tail), ANY, s -> s.withClaim("iss", s.issuer() + tail)));
        }
        attacks.add(new Attack(
                "iss in capitals", ANY, s -> s.withClaim("iss", s.issuer().replace("http", "HTTP"))));
        attacks.add(new Attack(
                "iss with another scheme",
                ANY,
                s -> s.withClaim("iss", s.issuer().replace("http:", "https:"))));
        attacks.add(new Attack("iss in a list", ANY, s -> s.withClaim("iss", List.of(s.issuer()))));
        add(ANY, "iss is missing", "iss", null);
        add(ANY, "iss is a number", "iss", 1);
    }

    private void addAudiences() {
        Set<Use> narrow = EnumSet.of(Use.BEARER);
        add(narrow, "aud is missing", "aud", null);
        add(narrow, "aud is somebody else", "aud", "https://api.example");
        add(narrow, "aud is empty", "aud", "");
        add(narrow, "aud is nobody", "aud", List.of());
        add(narrow, "aud is the client", "aud", "web");
        attacks.add(new Attack(
                "aud is another organization", narrow, s -> s.withClaim("aud", s.issuer() + "/o/globex-two")));
        attacks.add(new Attack(
                "aud is almost ours", narrow, s -> s.withClaim("aud", s.claims().get("aud") + "/")));
        attacks.add(new Attack(
                "aud is ours in capitals",
                narrow,
                s -> s.withClaim("aud", String.valueOf(s.claims().get("aud")).replace("http", "HTTP"))));
        attacks.add(new Attack(
                "aud in an object",
                narrow,
                s -> s.withClaim("aud", Map.of("0", String.valueOf(s.claims().get("aud"))))));
        Set<Use> hint = EnumSet.of(Use.HINT);
        add(hint, "aud is missing from a hint", "aud", null);
        add(hint, "aud of a hint is nobody", "aud", List.of());
        add(hint, "aud of a hint is a number", "aud", 1);
        add(hint, "aud of a hint is two", "aud", List.of("web", "service"));
    }

    private void addClients() {
        add(ACCESS, "client_id is missing", "client_id", null);
        add(ACCESS, "client_id is a list", "client_id", List.of("web"));
        add(ACCESS, "client_id is empty", "client_id", "");
        add(ACCESS, "client_id is a null byte", "client_id", "\u0000");
        add(ACCESS, "client_id is long", "client_id", "w".repeat(2000));
        add(ACCESS, "scope is a list", "scope", List.of("openid"));
        add(ACCESS, "scope is malformed", "scope", "openid\u0000");
    }

    private void addIdentifiers() {
        add(ANY, "sub is missing", "sub", null);
        add(EnumSet.of(Use.HINT), "sub is a name", "sub", "ada");
        add(EnumSet.of(Use.HINT), "sub is a null byte", "sub", "\u0000");
        for (String jti : List.of(
                "",
                "\u0000",
                "' OR '1'='1",
                "x",
                "j".repeat(2000),
                "00000000-0000-0000-0000-000000000000.AAAAAAAAAAAAAAAAAAAAAA")) {
            add(ACCESS, "jti is '%s'".formatted(jti.substring(0, Math.min(36, jti.length()))), "jti", jti);
        }
        add(ACCESS, "jti is missing", "jti", null);
        add(ACCESS, "jti is a number", "jti", 1);
    }

    /** Nobody here decrypts: not what is signed inside, and least of all what grows by it (RFC 8725 §3.6). */
    private void addEncrypted() {
        attacks.add(new Attack("encrypted to our key", ANY, s -> encrypted(s, s.token(), "JWT")));
        attacks.add(new Attack("encrypted as its own kind", ANY, s -> encrypted(s, s.token(), s.typ())));
        attacks.add(new Attack("a bomb", ANY, s -> encrypted(s, "a".repeat(200_000), "JWT")));
        attacks.add(new Attack("encrypted directly", ANY, s -> {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128GCM)
                    .keyID(s.home().rsa().kid())
                    .build();
            return serialized(new JWEObject(header, new Payload(s.token())), new byte[16]);
        }));
    }

    private static String encrypted(Specimen s, String content, String typ) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                .keyID(s.home().rsa().kid())
                .type(new com.nimbusds.jose.JOSEObjectType(typ))
                .contentType("JWT")
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        JWEObject token = new JWEObject(header, new Payload(content));
        try {
            token.encrypt(new RSAEncrypter((RSAPublicKey) s.home().rsa().open()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    private static String serialized(JWEObject token, byte[] key) {
        try {
            token.encrypt(new DirectEncrypter(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    private void add(Set<Use> uses, String name, String claim, @Nullable Object value) {
        attacks.add(new Attack(name, uses, s -> s.withClaim(claim, value)));
    }
}
