package dev.rampart.domain.user;

/** What is kept of a person as plain text, by its name in OIDC Core §5.1. */
public enum StandardClaim {
    NAME("name"),
    GIVEN_NAME("given_name"),
    FAMILY_NAME("family_name"),
    MIDDLE_NAME("middle_name"),
    NICKNAME("nickname"),
    PROFILE("profile"),
    PICTURE("picture"),
    WEBSITE("website"),
    GENDER("gender"),
    BIRTHDATE("birthdate"),
    ZONEINFO("zoneinfo"),
    LOCALE("locale"),
    PHONE_NUMBER("phone_number");

    private final String text;

    StandardClaim(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
