package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.server.TokenForge.Stolen;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What can be wrong with a token before its claims are looked at (RFC 7515, RFC 8725), by name: with its header. */
final class JoseAttacks {

    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private final Map<String, Function<Specimen, String>> attacks = new LinkedHashMap<>();

    static Map<String, Function<Specimen, String>> all() {
        JoseAttacks all = new JoseAttacks();
        all.addUnsigned();
        all.addSymmetric();
        all.addOtherAlgorithms();
        all.addOtherKeys();
        all.addOtherNamesOfKeys();
        all.addKeysBroughtAlong();
        all.addCritical();
        all.addOtherTypes();
        all.addDoubledMembers();
        SignatureAttacks.all().forEach(all::add);
        return all.attacks;
    }

    private void addUnsigned() {
        for (String none :
                List.of("none", "None", "NONE", "nOnE", "none ", "\\tnone", "n\\u006fne", "", "null", "no")) {
            Function<Specimen, String> input =
                    s -> s.input(s.header(none, s.key().kid(), ""));
            add("alg '%s', no signature".formatted(none), s -> input.apply(s) + ".");
            add("alg '%s', no signature and no dot".formatted(none), input);
            add("alg '%s' and the old signature".formatted(none), s -> input.apply(s) + "." + s.part(2));
            add(
                    "alg '%s', well signed".formatted(none),
                    s -> s.underHeader(s.header(none, s.key().kid(), "")));
        }
        add("no signature under the right header", s -> s.part(0) + "." + s.part(1) + ".");
    }

    /** The public key is no secret: whoever has it must not be able to sign with it (RFC 8725 §2.1). */
    private void addSymmetric() {
        MACS.forEach((alg, jdk) -> {
            for (int i = 0; i < 2; i++) {
                int index = i;
                Function<Specimen, Stolen> key = s -> s.home().both().get(index);
                secrets()
                        .forEach((name, secret) -> add("%s by %s of key %d".formatted(alg, name, index), s -> {
                            String input = s.input(s.header(alg, key.apply(s).kid(), ""));
                            return TokenForge.authenticated(jdk, secret.apply(key.apply(s)), input);
                        }));
            }
        });
    }

    private static Map<String, Function<Stolen, byte[]>> secrets() {
        Function<Stolen, byte[]> der = key -> key.open().getEncoded();
        UnaryOperator<String> framed = text -> "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----";
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        Map<String, Function<Stolen, byte[]>> secrets = new LinkedHashMap<>();
        secrets.put("the DER", der);
        secrets.put("the PEM", key -> (framed.apply(lines.encodeToString(der.apply(key))) + "\n").getBytes(UTF_8));
        secrets.put(
                "the PEM without its end",
                key -> framed.apply(lines.encodeToString(der.apply(key))).getBytes(UTF_8));
        secrets.put("the base64", key -> Base64.getEncoder().encode(der.apply(key)));
        secrets.put("the JWK", key -> key.jwk().getBytes(UTF_8));
        secrets.put("the number", key -> TokenForge.bytes(key.jwk().replaceAll(".*\"[nx]\":\"([^\"]+)\".*", "$1")));
        secrets.put("the kid", key -> key.kid().getBytes(UTF_8));
        secrets.put("a zero", _ -> new byte[1]);
        return secrets;
    }

    private void addOtherAlgorithms() {
        for (String alg : List.of("RS384", "RS512", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256", "Ed25519")) {
            add("only named " + alg, s -> s.underHeader(s.header(alg, s.key().kid(), "")));
        }
        add("really RS512", s -> s.signedBy(s.home().rsa().by("RS512", "SHA512withRSA")));
        add("really SHA-1", s -> s.signedBy(s.home().rsa().by("RS256", "SHA1withRSA")));
        add("really SHA-1 on the curve", s -> s.signedBy(s.home().ec().by("ES256", "SHA1withECDSAinP1363Format")));
        add(
                "RS256 named, EC key",
                s -> s.signedBy(s.home().ec().by("RS256", s.home().ec().jdk())));
        add(
                "ES256 named, RSA key",
                s -> s.signedBy(s.home().rsa().by("ES256", s.home().rsa().jdk())));
        add("EC kid, RSA signature", s -> crossed(s, s.home().rsa(), s.home().ec()));
        add("RSA kid, EC signature", s -> crossed(s, s.home().ec(), s.home().rsa()));
        for (String alg : List.of("null", "[\"ES256\"]", "256", "{\"name\":\"ES256\"}", "true")) {
            add(
                    "alg is " + alg,
                    s -> s.underHeader("{\"alg\":%s,\"typ\":\"%s\",\"kid\":\"%s\"}"
                            .formatted(alg, s.typ(), s.key().kid())));
        }
        add(
                "alg is missing",
                s -> s.underHeader("{\"typ\":\"%s\",\"kid\":\"%s\"}"
                        .formatted(s.typ(), s.key().kid())));
    }

    private static String crossed(Specimen s, Stolen signer, Stolen named) {
        return TokenForge.signed(signer, s.header(named.jose(), named.kid(), ""), s.payload());
    }

    private void addOtherKeys() {
        for (int i = 0; i < 2; i++) {
            int index = i;
            add(
                    "foreign key %d under its kid".formatted(i),
                    s -> s.signedBy(s.foreign().both().get(index)));
            add(
                    "foreign key %d under ours".formatted(i),
                    s -> crossed(
                            s, s.foreign().both().get(index), s.home().both().get(index)));
            add(
                    "own key %d under its kid".formatted(i),
                    s -> s.signedBy(s.nobody().both().get(index)));
            add(
                    "own key %d under ours".formatted(i),
                    s -> crossed(
                            s, s.nobody().both().get(index), s.home().both().get(index)));
        }
        add("retired key under its kid", s -> s.signedBy(s.retired()));
        add(
                "retired key under the new one's",
                s -> crossed(s, s.retired(), s.home().ec()));
    }

    private void addOtherNamesOfKeys() {
        for (String kid : List.of(
                "",
                " ",
                "nobody",
                "../../../../dev/null",
                "/dev/null",
                "file:///dev/null",
                "https://evil.example/k",
                "' OR '1'='1",
                "' UNION SELECT 'x' --",
                "x'; DROP TABLE signing_key; --",
                "\\u0000",
                "|id",
                "$(id)",
                "%s",
                "${jndi:ldap://evil.example}",
                "\\ud800",
                "k".repeat(2000))) {
            String shown = kid.substring(0, Math.min(30, kid.length()));
            add("kid '%s'".formatted(shown), s -> s.underHeader(s.header(s.key().jose(), kid, "")));
        }
        add(
                "kid with a null byte behind",
                s -> s.underHeader(s.header(s.key().jose(), s.key().kid() + "\\u0000", "")));
        add(
                "kid with a space behind",
                s -> s.underHeader(s.header(s.key().jose(), s.key().kid() + " ", "")));
        for (String kid : List.of("null", "1", "[]", "{}", "true")) {
            add(
                    "kid is " + kid,
                    s -> s.underHeader("{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":%s}"
                            .formatted(s.key().jose(), s.typ(), kid)));
        }
        add(
                "kid is missing",
                s -> s.underHeader(
                        "{\"alg\":\"%s\",\"typ\":\"%s\"}".formatted(s.key().jose(), s.typ())));
    }

    /** Keys that a token brings along are nobody's (RFC 8725 §3.10). */
    private void addKeysBroughtAlong() {
        Map<String, Function<Stolen, String>> brought = new LinkedHashMap<>();
        brought.put("jwk", key -> "\"jwk\":" + key.jwk());
        brought.put("jku", _ -> "\"jku\":\"https://evil.example/jwks.json\"");
        brought.put("jku at home", _ -> "\"jku\":\"http://127.0.0.1/.well-known/jwks.json\"");
        brought.put("x5u", _ -> "\"x5u\":\"https://evil.example/chain.pem\"");
        brought.put(
                "x5c",
                key -> "\"x5c\":[\"%s\"]"
                        .formatted(Base64.getEncoder().encodeToString(key.open().getEncoded())));
        brought.put("x5t#S256", _ -> "\"x5t#S256\":\"%s\"".formatted(TokenForge.part(new byte[32])));
        brought.put("a jwk that is none", _ -> "\"jwk\":{\"kty\":\"EC\"}");
        brought.put("a jwk that is text", _ -> "\"jwk\":\"text\"");
        brought.forEach((name, members) -> {
            for (int i = 0; i < 2; i++) {
                int index = i;
                Function<Specimen, Stolen> own = s -> s.nobody().both().get(index);
                add("own key %d and %s".formatted(i, name), s -> {
                    Stolen key = own.apply(s);
                    return TokenForge.signed(key, s.header(key.jose(), key.kid(), members.apply(key)), s.payload());
                });
                add("own key %d and %s under our kid".formatted(i, name), s -> {
                    Stolen key = own.apply(s);
                    String kid = s.home().both().get(index).kid();
                    return TokenForge.signed(key, s.header(key.jose(), kid, members.apply(key)), s.payload());
                });
            }
        });
    }

    /** What has to be understood and is not, or is no list of names (RFC 7515 §4.1.11). */
    private void addCritical() {
        for (String crit : List.of(
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[\"urn:example:x\"],\"urn:example:x\":true",
                "\"crit\":[\"x\"]",
                "\"crit\":[\"alg\"]",
                "\"crit\":[]",
                "\"crit\":[\"b64\"],\"b64\":true",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"crit\":\"b64\"",
                "\"crit\":[1]",
                "\"crit\":{}")) {
            add("with " + crit, s -> s.withMore(crit));
        }
        add("b64 false, payload as it is", s -> {
            Stolen key = s.key();
            String header = s.header(key.jose(), key.kid(), "\"crit\":[\"b64\"],\"b64\":false");
            byte[] signature = key.sign((TokenForge.part(header) + "." + s.payload()).getBytes(UTF_8));
            return s.input(header) + "." + TokenForge.part(signature);
        });
        add("b64 false, unmarked", s -> {
            Stolen key = s.key();
            String header = s.header(key.jose(), key.kid(), "\"b64\":false");
            byte[] signature = key.sign((TokenForge.part(header) + "." + s.payload()).getBytes(UTF_8));
            return s.input(header) + "." + TokenForge.part(signature);
        });
    }

    /** A token of one kind is none of another (RFC 8725 §3.11). */
    private void addOtherTypes() {
        for (String typ : List.of(
                "logout+jwt",
                "dpop+jwt",
                "secevent+jwt",
                "oauth-authz-req+jwt",
                "at+jwt+x",
                "",
                "application/jwt",
                "token-introspection+jwt",
                "JOSE")) {
            add(
                    "typ '%s'".formatted(typ),
                    s -> s.underHeader("{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                            .formatted(s.key().jose(), typ, s.key().kid())));
        }
        add(
                "typ of the other kind",
                s -> s.underHeader("{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                        .formatted(
                                s.key().jose(),
                                s.typ().equals("JWT") ? "at+jwt" : "JWT",
                                s.key().kid())));
        for (String typ : List.of("null", "1", "[\"JWT\"]")) {
            add(
                    "typ is " + typ,
                    s -> s.underHeader("{\"alg\":\"%s\",\"typ\":%s,\"kid\":\"%s\"}"
                            .formatted(s.key().jose(), typ, s.key().kid())));
        }
        add(
                "typ is missing",
                s -> s.underHeader("{\"alg\":\"%s\",\"kid\":\"%s\"}"
                        .formatted(s.key().jose(), s.key().kid())));
    }

    /** Of which readers take the first or the last (RFC 7515 §4). */
    private void addDoubledMembers() {
        add(
                "alg none, then ours",
                s -> s.underHeader(
                        s.header("none", s.key().kid(), "\"alg\":\"" + s.key().jose() + "\"")));
        add("alg ours, then none", s -> s.withMore("\"alg\":\"none\""));
        add(
                "kid of nobody, then ours",
                s -> s.underHeader(s.header(
                        s.key().jose(), "nobody", "\"kid\":\"" + s.key().kid() + "\"")));
        add("kid twice", s -> s.withMore("\"kid\":\"" + s.key().kid() + "\""));
        add("typ twice", s -> s.withMore("\"typ\":\"" + s.typ() + "\""));
        for (String claim : List.of("sub", "iss", "aud", "exp")) {
            add(
                    "claim %s twice".formatted(claim),
                    s -> s.overPayload(
                            "{\"%s\":\"x\",%s".formatted(claim, s.payload().substring(1))));
            add(
                    "claim %s twice, ours first".formatted(claim),
                    s -> s.overPayload(s.payload().replaceAll("}$", ",\"%s\":\"x\"}".formatted(claim))));
        }
    }

    private void add(String name, Function<Specimen, String> attack) {
        if (attacks.put(name, attack) != null) {
            throw new IllegalStateException("there are two of: " + name);
        }
    }
}
