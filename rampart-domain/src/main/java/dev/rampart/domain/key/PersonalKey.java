package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;

/**
 * The key that is one person's own, sealed under the data key of their organization. Without it, nothing that was
 * sealed with it can be read.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PersonalKey(OrgId org, String user, byte[] sealed) {

    /** Where the key of that person is kept. */
    public static Vault.Place place(String user) {
        return new Vault.Place("app_user", "personal_key", user);
    }
}
