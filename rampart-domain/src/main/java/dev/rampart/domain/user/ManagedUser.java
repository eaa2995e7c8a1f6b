package dev.rampart.domain.user;

/**
 * A person as those who administer them see them.
 *
 * @param attributes what the organization keeps beside the standard claims: a JSON object
 * @param passwordChangeRequired whether their next sign-in begins with choosing another password
 * @param version counts changes
 */
public record ManagedUser(User user, String attributes, boolean passwordChangeRequired, long version) {

    /** In characters of JSON. */
    public static final int ATTRIBUTES_MAX = 16 * 1024;

    public static final String NO_ATTRIBUTES = "{}";
}
