package dev.rampart.domain.key;

/** Names a signing key in tokens and in the key set, as {@code kid} (RFC 7517 §4.5). */
public record KeyId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
