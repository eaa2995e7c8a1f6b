package dev.rampart.crypto.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.password.PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PBKDF2 hash (RFC 8018 §5.2), as other systems make them.
 *
 * <p>Three ways to write one are read: {@code $pbkdf2-sha256$rounds$salt$digest} of passlib, whose base 64 has a dot
 * for the plus; the same as a PHC string, {@code $pbkdf2-sha512$i=rounds$salt$digest}, which is how one of Keycloak's
 * is put together of its parts; and {@code pbkdf2_sha256$rounds$salt$digest} of Django, whose salt is plain text.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Pbkdf2Hash(Function function, int iterations, byte[] salt, byte[] digest) implements StoredHash {

    /** Iterations of all blocks together: about a second. */
    static final int ITERATIONS_MAX = 2_000_000;

    private static final int DIGEST_MIN = 16;
    private static final int DIGEST_MAX = 128;
    private static final int SALT_MAX = 128;

    private static final String BASE64 = "([A-Za-z0-9+/.]{1,176}={0,2})";
    private static final Pattern PHC = Pattern.compile(
            "\\$pbkdf2(-sha1|-sha256|-sha512|)\\$(?:i=)?([1-9][0-9]{0,8})\\$" + BASE64 + "\\$" + BASE64);
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2(_sha1|_sha256)\\$([1-9][0-9]{0,8})\\$([A-Za-z0-9]{1,128})\\$" + BASE64);

    /** What is iterated. */
    enum Function {
        SHA1("PBKDF2WithHmacSHA1", 20),
        SHA256("PBKDF2WithHmacSHA256", 32),
        SHA512("PBKDF2WithHmacSHA512", 64);

        private final String algorithm;
        private final int length;

        Function(String algorithm, int length) {
            this.algorithm = algorithm;
            this.length = length;
        }

        private static Function of(String suffix) {
            return switch (suffix) {
                case "", "-sha1", "_sha1" -> SHA1;
                case "-sha256", "_sha256" -> SHA256;
                default -> SHA512;
            };
        }
    }

    static boolean hasForm(PasswordHash hash) {
        return taken(hash).isPresent();
    }

    /** Nothing if it is none, or would take too long. */
    static Optional<Pbkdf2Hash> parse(PasswordHash hash) {
        return taken(hash).filter(Pbkdf2Hash::isAffordable);
    }

    private static Optional<Pbkdf2Hash> taken(PasswordHash hash) {
        Matcher phc = PHC.matcher(hash.encoded());
        if (phc.matches()) {
            return base64(phc.group(3)).flatMap(salt -> taken(phc, salt));
        }
        Matcher django = DJANGO.matcher(hash.encoded());
        return django.matches() ? taken(django, django.group(3).getBytes(UTF_8)) : Optional.empty();
    }

    private static Optional<Pbkdf2Hash> taken(Matcher matcher, byte[] salt) {
        return base64(matcher.group(4))
                .filter(digest -> digest.length >= DIGEST_MIN && digest.length <= DIGEST_MAX)
                .filter(_ -> salt.length <= SALT_MAX)
                .map(digest -> new Pbkdf2Hash(
                        Function.of(matcher.group(1)), Integer.parseInt(matcher.group(2)), salt, digest));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('.', '+')));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Padded wrongly, or with a digit too many.
        }
    }

    private boolean isAffordable() {
        long blocks = Math.ceilDiv(digest.length, function.length);
        return iterations * blocks <= ITERATIONS_MAX;
    }

    /** Whether it is of this password. */
    boolean isOf(char[] password) {
        PBEKeySpec wanted = new PBEKeySpec(password, salt, iterations, digest.length * Byte.SIZE);
        try {
            byte[] made = SecretKeyFactory.getInstance(function.algorithm)
                    .generateSecret(wanted)
                    .getEncoded();
            return MessageDigest.isEqual(made, digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute " + function.algorithm, e);
        } finally {
            wanted.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "[%s hash]".formatted(function.algorithm);
    }
}
