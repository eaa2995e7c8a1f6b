package dev.rampart.domain.user;

/** A member of the address claim, by its name (OIDC Core §5.1.1). */
public enum AddressPart {
    FORMATTED("formatted"),
    STREET_ADDRESS("street_address"),
    LOCALITY("locality"),
    REGION("region"),
    POSTAL_CODE("postal_code"),
    COUNTRY("country");

    private final String text;

    AddressPart(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
