package dev.rampart.domain.key;

/**
 * The key that an organization's secrets are sealed with, itself sealed.
 *
 * @param keyEncryptionKey names the key of the server's that it is sealed under
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SealedDataKey(String keyEncryptionKey, byte[] sealed) {}
