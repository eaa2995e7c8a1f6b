package dev.rampart.oauth.jose;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.oauth.testing.TestKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of every kind that must not be accepted, by what is wrong with each. Acme's own keys sign where they can. */
final class ForgedTokens {

    static final String PAYLOAD = "{\"iss\":\"https://id.example/o/acme\",\"sub\":\"ada\"}";

    private static final String FORGED = "{\"iss\":\"https://id.example/o/acme\",\"sub\":\"root\"}";
    private static final String ES256_HEADER = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}";

    /** What is subtracted from in one half of an ES256 signature to get another that a lax reader takes. */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final TestKeys keys = new TestKeys();
    private final SigningKey rsa = keys.signing(ACME, SigningAlgorithm.RS256);
    private final SigningKey ec = keys.signing(ACME, SigningAlgorithm.ES256);
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** By name. */
    static Map<String, String> all() {
        ForgedTokens forged = new ForgedTokens();
        forged.addUnsigned();
        forged.addSymmetric();
        forged.addOtherAlgorithms();
        forged.addOtherKeys();
        forged.addOtherHeaders();
        forged.addOtherTypes();
        forged.addOtherSignatures();
        forged.addOtherShapes();
        return forged.tokens;
    }

    /** As it should be, for ES256. */
    static String good() {
        return new ForgedTokens().signed(ES256_HEADER);
    }

    private void addUnsigned() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ", " none", "n\\u006fne", "")) {
            String header = header(none, "acme-ec", "");
            add("alg '%s' without a signature".formatted(none), part(header) + "." + part(PAYLOAD) + ".");
            add("alg '%s' with one".formatted(none), signed(header));
        }
    }

    /** The public key is no secret: whoever has it must not be able to sign with it (RFC 8725 §2.1). */
    private void addSymmetric() {
        for (SigningKey key : List.of(rsa, ec)) {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.publicKey())
                    + "\n-----END PUBLIC KEY-----\n";
            String header = header("HS256", key.id().value(), "");
            add("HS256 by the public key of " + key.id() + " in DER", authenticated(header, key.publicKey()));
            add("HS256 by the public key of " + key.id() + " in PEM", authenticated(header, pem.getBytes(UTF_8)));
        }
        add("HS256 by an empty looking key", authenticated(header("HS256", "acme-ec", ""), new byte[1]));
    }

    private void addOtherAlgorithms() {
        add("RS256 named, ES256 key", signed(header("RS256", "acme-ec", "")));
        add("ES256 named, RS256 key", signedBy(rsa, header("ES256", "acme-rsa", "")));
        add("RS256 key, signed by the other", signedBy(ec, header("RS256", "acme-rsa", "")));
        add("ES256 key, signed by the other", signedBy(rsa, header("ES256", "acme-ec", "")));
        for (String alg : List.of("RS384", "RS512", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256", "HS512")) {
            add("alg " + alg, signed(header(alg, "acme-ec", "")));
        }
        add("alg is missing", signed("{\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}"));
        add("alg is null", signed("{\"alg\":null,\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}"));
        add("alg is a list", signed("{\"alg\":[\"ES256\"],\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}"));
        add("alg is a number", signed("{\"alg\":256,\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}"));
    }

    private void addOtherKeys() {
        SigningKey foreign = keys.signing(GLOBEX, SigningAlgorithm.ES256);
        add("kid of nobody", signed(header("ES256", "nobody", "")));
        add("kid of another organization", signedBy(foreign, header("ES256", "globex-ec", "")));
        add("key of another organization under our kid", signedBy(foreign, ES256_HEADER));
        add("kid is missing", signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}"));
        add("kid is empty", signed(header("ES256", "", "")));
        add("kid is null", signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":null}"));
        add("kid is a number", signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":1}"));
        add("kid in other letters", signed(header("ES256", "ACME-EC", "")));
        add("kid is a path", signed(header("ES256", "../acme-ec", "")));
        add("kid is SQL", signed(header("ES256", "' OR 1=1 --", "")));
    }

    /** Keys that a token brings along are nobody's (RFC 8725 §3.10). */
    private void addOtherHeaders() {
        SigningKey foreign = keys.signing(GLOBEX, SigningAlgorithm.ES256);
        String jwk = "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";
        add("a jwk of its own", signedBy(foreign, header("ES256", "nobody", jwk)));
        add("a jwk of its own under our kid", signedBy(foreign, header("ES256", "acme-ec", jwk)));
        add("a jwk that is none", signedBy(foreign, header("ES256", "acme-ec", "\"jwk\":{\"kty\":\"EC\"}")));
        add("a jwk that is text", signedBy(foreign, header("ES256", "acme-ec", "\"jwk\":\"text\"")));
        String jku = "\"jku\":\"https://evil.example/jwks.json\"";
        add("a jku of its own", signedBy(foreign, header("ES256", "acme-ec", jku)));
        add("an x5u of its own", signedBy(foreign, header("ES256", "acme-ec", "\"x5u\":\"https://evil.example\"")));
        add("an x5c of its own", signedBy(foreign, header("ES256", "acme-ec", "\"x5c\":[\"MIIB\"]")));
        add("crit with what nobody knows", signed(header("ES256", "acme-ec", "\"crit\":[\"exp\"],\"exp\":1")));
        add("crit that is empty", signed(header("ES256", "acme-ec", "\"crit\":[]")));
        add("crit with b64", signed(header("ES256", "acme-ec", "\"crit\":[\"b64\"],\"b64\":true")));
        add("crit with b64 that is false", signed(header("ES256", "acme-ec", "\"crit\":[\"b64\"],\"b64\":false")));
        add("crit that is text", signed(header("ES256", "acme-ec", "\"crit\":\"b64\"")));
        add("a doubled alg", signed("{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"acme-ec\"}"));
    }

    private void addOtherTypes() {
        for (String typ : List.of("JWT", "jwt", "logout+jwt", "dpop+jwt", "at+jwt+x", "", "application/jwt")) {
            add("typ " + typ, signed("{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"acme-ec\"}".formatted(typ)));
        }
        add("typ is missing", signed("{\"alg\":\"ES256\",\"kid\":\"acme-ec\"}"));
        add("typ is null", signed("{\"alg\":\"ES256\",\"typ\":null,\"kid\":\"acme-ec\"}"));
    }

    private void addOtherSignatures() {
        String input = part(ES256_HEADER) + "." + part(PAYLOAD);
        byte[] good = keys.sign(ACME, ec, input.getBytes(UTF_8));
        byte[] der = keys.signInDer(ec, input.getBytes(UTF_8));
        add("no signature", input + ".");
        add("a signature in DER", input + "." + part(der));
        add("a signature of zeros", input + "." + part(new byte[64]));
        add("a signature of ones", input + "." + part(filled((byte) 0xFF)));
        add("a signature that is cut", input + "." + part(Arrays.copyOf(good, 63)));
        add("half a signature", input + "." + part(Arrays.copyOf(good, 32)));
        add("a signature that goes on", input + "." + part(Arrays.copyOf(good, 65)));
        add("a signature twice", input + "." + part(twice(good)));
        add("a signature beyond the order", input + "." + part(beyondTheOrder(good)));
        good[10] ^= 1;
        add("a signature with one bit changed", input + "." + part(good));
        String token = signed(ES256_HEADER);
        String signature = token.substring(token.lastIndexOf('.'));
        add("another payload", part(ES256_HEADER) + "." + part(FORGED) + signature);
        add("another header", part(header("ES256", "acme-ec", "\"cty\":\"x\"")) + "." + part(PAYLOAD) + signature);
    }

    private void addOtherShapes() {
        String token = signed(ES256_HEADER);
        List<String> parts = List.of(token.split("\\.", -1));
        add("nothing", "");
        add("dots", "..");
        add("one part", parts.getFirst());
        add("two parts", parts.get(0) + "." + parts.get(1));
        add("four parts", token + "." + parts.getLast());
        add("a dot at the end", token + ".");
        add("a dot at the beginning", "." + token);
        add("two dots", token.replaceFirst("\\.", ".."));
        add("five parts, as a JWE", parts.getFirst() + ".." + parts.get(1) + "." + parts.get(2) + "." + parts.get(2));
        add("JSON serialization", "{\"payload\":\"%s\"}".formatted(parts.get(1)));
        add("a space in it", token.replaceFirst("\\.", " ."));
        add("a newline in it", token.replaceFirst("\\.", ".\n"));
        add("two tokens", token + " " + token);
        add("longer than is looked at", token + "A".repeat(16 * 1024));
        add("longer than is looked at, and signed", signed(header("ES256", "acme-ec", pad())));
        add("a header that is no JSON", signed("alg=ES256"));
        add("a header that is a list", signed("[]"));
        add("a payload that is no JSON", signed(ES256_HEADER, "sub=ada"));
        add("text", "Bearer " + token);
    }

    private static String pad() {
        return "\"pad\":\"%s\"".formatted("x".repeat(16 * 1024));
    }

    private void add(String name, String token) {
        if (tokens.put(name, token) != null) {
            throw new IllegalStateException("there are two of: " + name);
        }
    }

    private static String header(String alg, String kid, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"%s%s}".formatted(alg, kid, comma, more);
    }

    private String signed(String header) {
        return signed(header, PAYLOAD);
    }

    private String signed(String header, String payload) {
        String input = part(header) + "." + part(payload);
        return input + "." + part(keys.sign(ACME, ec, input.getBytes(UTF_8)));
    }

    private String signedBy(SigningKey key, String header) {
        String input = part(header) + "." + part(PAYLOAD);
        return input + "." + part(keys.sign(ACME, key, input.getBytes(UTF_8)));
    }

    private static String authenticated(String header, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String input = part(header) + "." + part(PAYLOAD);
            return input + "." + part(mac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a MAC", e);
        }
    }

    /** The same number, were it not that it must lie below the order. */
    private static byte[] beyondTheOrder(byte[] signature) {
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))
                .add(ORDER)
                .toByteArray();
        byte[] beyond = Arrays.copyOf(signature, 32 + s.length);
        System.arraycopy(s, 0, beyond, 32, s.length);
        return beyond;
    }

    private static byte[] twice(byte[] signature) {
        byte[] twice = Arrays.copyOf(signature, 128);
        System.arraycopy(signature, 0, twice, 64, 64);
        return twice;
    }

    private static byte[] filled(byte with) {
        byte[] signature = new byte[64];
        Arrays.fill(signature, with);
        return signature;
    }

    private static String part(String text) {
        return part(text.getBytes(UTF_8));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
