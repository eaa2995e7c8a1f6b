package dev.rampart.server;

import dev.rampart.server.Specimen.Tampering;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can be wrong with the signature of a token, how it is written, and its size (RFC 7515 §3, RFC 7518 §3.4). */
final class SignatureAttacks {

    /** The order of P-256: a number below which both halves of an ES256 signature must lie. */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Map<String, Function<Specimen, String>> attacks = new LinkedHashMap<>();

    static Map<String, Function<Specimen, String>> all() {
        SignatureAttacks all = new SignatureAttacks();
        all.addSignaturesOfTheCurve();
        all.addSignaturesOfTheModulus();
        all.addEncodings();
        all.addShapes();
        all.addLarge();
        return all.attacks;
    }

    private void addSignaturesOfTheCurve() {
        Map<String, Tampering> tamperings = new LinkedHashMap<>();
        tamperings.put("of zeros", Tampering.filled(64, 0));
        tamperings.put("of ones", Tampering.filled(64, 0xFF));
        tamperings.put("with r zero", good -> halves(new byte[32], Arrays.copyOfRange(good, 32, 64)));
        tamperings.put("with s zero", good -> halves(Arrays.copyOf(good, 32), new byte[32]));
        tamperings.put(
                "of the order",
                _ -> halves(TokenForge.unsigned(ORDER.toByteArray()), TokenForge.unsigned(ORDER.toByteArray())));
        tamperings.put(
                "of one and one",
                _ -> halves(TokenForge.unsigned(new byte[] {1}), TokenForge.unsigned(new byte[] {1})));
        tamperings.put("in the other order", good -> halves(Arrays.copyOfRange(good, 32, 64), Arrays.copyOf(good, 32)));
        tamperings.put("cut", Tampering.length(63));
        tamperings.put("halved", Tampering.length(32));
        tamperings.put("with a zero behind", Tampering.length(65));
        tamperings.put("of 96 bytes", Tampering.length(96));
        tamperings.put("of one byte", Tampering.length(1));
        tamperings.put("with one bit changed", SignatureAttacks::flipped);
        tamperings.put("in DER", SignatureAttacks::inDer);
        tamperings.forEach((name, tampering) ->
                add("ES256 signature " + name, s -> s.tampered(s.home().ec(), tampering)));
        add("ES256 signature by a signer in DER", s -> s.signedBy(s.home().ec().by("ES256", "SHA256withECDSA")));
    }

    private static byte[] inDer(byte[] good) {
        byte[] r = new BigInteger(1, Arrays.copyOf(good, 32)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64)).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (der.length - 2);
        der[2] = 2;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 2;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }

    private static byte[] halves(byte[] r, byte[] s) {
        byte[] both = Arrays.copyOf(r, 64);
        System.arraycopy(s, 0, both, 32, 32);
        return both;
    }

    private static byte[] flipped(byte[] good) {
        byte[] other = good.clone();
        other[10] ^= 1;
        return other;
    }

    private void addSignaturesOfTheModulus() {
        Map<String, Tampering> tamperings = new LinkedHashMap<>();
        tamperings.put("of zeros", Tampering.filled(256, 0));
        tamperings.put("of ones", Tampering.filled(256, 0xFF));
        tamperings.put("cut", Tampering.length(255));
        tamperings.put("with a zero behind", Tampering.length(257));
        tamperings.put("of a zero and itself", good -> {
            byte[] longer = new byte[257];
            System.arraycopy(good, 0, longer, 1, 256);
            return longer;
        });
        tamperings.put("of nothing", Tampering.length(0));
        tamperings.put("with one bit changed", SignatureAttacks::flipped);
        tamperings.forEach((name, tampering) ->
                add("RS256 signature " + name, s -> s.tampered(s.home().rsa(), tampering)));
        add(
                "RS256 signature of one",
                s -> s.tampered(s.home().rsa(), _ -> {
                    byte[] one = new byte[256];
                    one[255] = 1;
                    return one;
                }));
    }

    /** Another text for the same bytes: one token must not have many names (RFC 4648 §3.5 and §12). */
    private void addEncodings() {
        add("a signature that is padded", s -> s.token() + "==");
        add("a signature with a stray bit", s -> {
            String token = s.token();
            String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            int last = digits.indexOf(token.charAt(token.length() - 1));
            return token.substring(0, token.length() - 1) + digits.charAt(last ^ 1);
        });
        for (String stray : List.of("!", "*", "~", "%", "\u00e9", "\n", "\u0000")) {
            add("a signature with a stray '%s'".formatted(stray), s -> s.token() + stray);
            add(
                    "a stray '%s' in a signature".formatted(stray),
                    s -> s.part(0) + "." + s.part(1) + "." + s.part(2).substring(0, 9) + stray
                            + s.part(2).substring(9));
        }
        add(
                "base64 that is not for URLs",
                s -> s.tampered(s.key(), good -> good).replace('-', '+').replace('_', '/') + "=");
        add("a header that is padded", s -> s.part(0) + "=." + s.part(1) + "." + s.part(2));
        add("a payload that is padded", s -> s.part(0) + "." + s.part(1) + "=." + s.part(2));
        add("a space in it", s -> s.token().replaceFirst("\\.", " ."));
        add("a newline in it", s -> s.token().replaceFirst("\\.", ".\n"));
    }

    private void addShapes() {
        add("dots", _ -> "..");
        add("one part", s -> s.part(0));
        add("two parts", s -> s.part(0) + "." + s.part(1));
        add("four parts", s -> s.token() + "." + s.part(2));
        add("a dot behind", s -> s.token() + ".");
        add("a dot in front", s -> "." + s.token());
        add("no payload", s -> s.part(0) + ".." + s.part(2));
        add("five parts", s -> s.part(0) + ".." + s.part(1) + "." + s.part(2) + "." + s.part(2));
        add(
                "JSON serialization",
                s -> "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(s.part(1), s.part(0), s.part(2)));
        add("two tokens", s -> s.token() + " " + s.token());
        add("two tokens and a comma", s -> s.token() + "," + s.token());
        add("a scheme in front", s -> "Bearer " + s.token());
        add("a header that is no JSON", s -> s.underHeader("alg=ES256"));
        add("a header that is a list", s -> s.underHeader("[]"));
        add("a header that is null", s -> s.underHeader("null"));
        add(
                "a header with more behind",
                s -> s.underHeader(s.header(s.key().jose(), s.key().kid(), "") + "{}"));
        add("a payload that is no JSON", s -> s.overPayload("sub=ada"));
        add("a payload that is a list", s -> s.overPayload("[" + s.payload() + "]"));
        add("a payload that is a token", s -> s.overPayload(s.token()));
        add("a payload that is empty", s -> s.overPayload("{}"));
    }

    private void addLarge() {
        add(
                "a large header of an own key",
                s -> TokenForge.signed(
                        s.nobody().ec(),
                        s.header("ES256", s.home().ec().kid(), "\"x\":\"%s\"".formatted("x".repeat(2000))),
                        s.payload()));
        add("a huge header", s -> s.withMore("\"x\":\"%s\"".formatted("x".repeat(20_000))));
        add("a huge payload", s -> s.withClaim("x", "x".repeat(20_000)));
        add(
                "a deep header",
                s -> TokenForge.signed(
                        s.nobody().ec(), s.header("ES256", s.home().ec().kid(), "\"x\":" + deep(1000)), s.payload()));
        add(
                "a deep payload",
                s -> TokenForge.signed(
                        s.nobody().ec(),
                        s.header("ES256", s.home().ec().kid(), ""),
                        "{\"iss\":\"%s\",\"x\":%s}".formatted(s.issuer(), deep(1000))));
        add("a very deep header", s -> s.withMore("\"x\":" + deep(3000)));
        add(
                "a number of many digits",
                s -> TokenForge.signed(
                        s.nobody().ec(), s.header("ES256", s.home().ec().kid(), "\"x\":1e999999999"), s.payload()));
    }

    private static String deep(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private void add(String name, Function<Specimen, String> attack) {
        if (attacks.put(name, attack) != null) {
            throw new IllegalStateException("there are two of: " + name);
        }
    }
}
