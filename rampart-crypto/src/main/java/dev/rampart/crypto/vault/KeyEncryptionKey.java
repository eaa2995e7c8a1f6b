package dev.rampart.crypto.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that the operator gives the server, to seal data keys with: 256 bits that are never stored and never logged.
 */
public final class KeyEncryptionKey {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int ID_LENGTH = 8;

    /** Sets the digest that names a key apart from any other digest of it. */
    private static final String ID_PREFIX = "rampart key-encryption key id\0";

    private final String id;
    private final AesGcm cipher;

    private KeyEncryptionKey(byte[] bytes) {
        this.id = idOf(bytes);
        this.cipher = new AesGcm(new SecretKeySpec(bytes, "AES"));
    }

    /** Reads 64 hexadecimal digits of either case, or nothing if it is anything else. */
    public static Optional<KeyEncryptionKey> parse(String hex) {
        return HEX.matcher(hex).matches()
                ? Optional.of(new KeyEncryptionKey(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    private static String idOf(byte[] bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ID_PREFIX.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(bytes)).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Names the key without giving it away: eight hexadecimal digits, which may be stored and logged. */
    public String id() {
        return id;
    }

    AesGcm cipher() {
        return cipher;
    }

    @Override
    public String toString() {
        return "[key-encryption key " + id + "]";
    }
}
