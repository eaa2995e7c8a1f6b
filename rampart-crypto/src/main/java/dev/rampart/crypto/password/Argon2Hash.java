package dev.rampart.crypto.password;

import dev.rampart.domain.password.PasswordHash;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2 hash of version 1.3, taken apart. Ours are Argon2id. */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Argon2Hash(Kind kind, Argon2Parameters parameters, byte[] salt, byte[] digest) implements StoredHash {

    static final int SALT_LENGTH = 16;
    static final int DIGEST_LENGTH = 32;

    /** Numbers of at most nine digits fit an int; salts and digests are of 8 to 64 bytes. */
    private static final Pattern PHC = Pattern.compile("\\$argon2(id|i)\\$v=19\\$m=([1-9][0-9]{0,8}),"
            + "t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** Which of the two that are in use for passwords (RFC 9106 §1). */
    enum Kind {
        I,
        ID
    }

    /** One of Argon2id. */
    Argon2Hash(Argon2Parameters parameters, byte[] salt, byte[] digest) {
        this(Kind.ID, parameters, salt, digest);
    }

    /** Whether it is written as one, whatever it asks for. */
    static boolean hasForm(PasswordHash hash) {
        return PHC.matcher(hash.encoded()).matches();
    }

    /** Reads a PHC string, or nothing if it is none of Argon2 1.3 or asks for more than is allowed. */
    static Optional<Argon2Hash> parse(PasswordHash hash) {
        Matcher matcher = PHC.matcher(hash.encoded());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int memoryKib = Integer.parseInt(matcher.group(2));
        int iterations = Integer.parseInt(matcher.group(3));
        int parallelism = Integer.parseInt(matcher.group(4));
        if (!Argon2Parameters.allows(memoryKib, iterations, parallelism)
                || !isBase64(matcher.group(5))
                || !isBase64(matcher.group(6))) {
            return Optional.empty();
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return Optional.of(new Argon2Hash(
                matcher.group(1).equals("id") ? Kind.ID : Kind.I,
                new Argon2Parameters(memoryKib, iterations, parallelism),
                base64.decode(matcher.group(5)),
                base64.decode(matcher.group(6))));
    }

    /** One digit alone stands for no byte. */
    private static boolean isBase64(String unpadded) {
        return unpadded.length() % 4 != 1;
    }

    /** Whether a hash made today with these parameters would be of the same kind. */
    boolean isOf(Argon2Parameters current) {
        return kind == Kind.ID
                && parameters.equals(current)
                && salt.length == SALT_LENGTH
                && digest.length == DIGEST_LENGTH;
    }

    PasswordHash encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2%s$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        parameters.memoryKib(),
                        parameters.iterations(),
                        parameters.parallelism(),
                        base64.encodeToString(salt),
                        base64.encodeToString(digest)));
    }
}
