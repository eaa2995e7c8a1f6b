package dev.rampart.crypto.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under one key: a version byte, the nonce, then ciphertext and tag.
 *
 * <p>Nonces are random, so that one key is good for 2³² seals: far more secrets than an organization has.
 */
record AesGcm(SecretKey key) {

    static final int NONCE_LENGTH = 12;

    private static final byte VERSION = 1;
    private static final int TAG_LENGTH = 16;
    private static final int HEADER_LENGTH = 1 + NONCE_LENGTH;

    byte[] seal(byte[] nonce, byte[] associated, byte[] clear) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(clear);
            return ByteBuffer.allocate(HEADER_LENGTH + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** Nothing if these bytes were not sealed under this key with that associated data. */
    Optional<byte[]> open(byte[] associated, byte[] sealed) {
        if (sealed.length < HEADER_LENGTH + TAG_LENGTH || sealed[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, HEADER_LENGTH);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, associated)
                    .doFinal(sealed, HEADER_LENGTH, sealed.length - HEADER_LENGTH));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    @Override
    public String toString() {
        return "AesGcm[key redacted]";
    }
}
