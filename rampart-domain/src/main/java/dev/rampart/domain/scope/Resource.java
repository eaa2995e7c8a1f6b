package dev.rampart.domain.scope;

/** What an access token is for, as an absolute URI (RFC 8707 §2): it stands in {@code aud}. */
public record Resource(String value) {

    @Override
    public String toString() {
        return value;
    }
}
