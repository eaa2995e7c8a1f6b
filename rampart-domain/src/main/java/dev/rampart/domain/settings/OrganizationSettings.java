package dev.rampart.domain.settings;

/**
 * What an organization has chosen. What is empty in it is as the server has it.
 *
 * @param version counts changes; one that has never chosen is at 1
 */
public record OrganizationSettings(
        PasswordPolicy password,
        SessionPolicy session,
        TokenPolicy token,
        ClientRegistration clientRegistration,
        Compatibility compatibility,
        Branding branding,
        long version) {

    /** Nothing. */
    public static final OrganizationSettings NONE = new OrganizationSettings(
            PasswordPolicy.NONE,
            SessionPolicy.NONE,
            TokenPolicy.NONE,
            ClientRegistration.NONE,
            Compatibility.STRICT,
            Branding.NONE,
            1);

    OrganizationSettings withVersion(long other) {
        return new OrganizationSettings(password, session, token, clientRegistration, compatibility, branding, other);
    }
}
