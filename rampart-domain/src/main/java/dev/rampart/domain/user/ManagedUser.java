package dev.rampart.domain.user;

/**
 * A person as those who administer them see them.
 *
 * @param attributes what the organization keeps beside the standard claims: a JSON object
 * @param version counts changes
 */
public record ManagedUser(User user, String attributes, long version) {

    /** In characters of JSON. */
    public static final int ATTRIBUTES_MAX = 16 * 1024;

    public static final String NO_ATTRIBUTES = "{}";
}
