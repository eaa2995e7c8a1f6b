package dev.rampart.domain.client;

import dev.rampart.domain.shared.HttpsUri;
import java.util.List;
import java.util.Optional;

/**
 * What kind of application a client is, and how to reach it (OIDC Registration §2).
 *
 * @param contacts mail addresses of who is responsible for it
 * @param initiateLoginUri where it can be asked to sign somebody in (OIDC Core §4)
 */
public record ClientProfile(ApplicationType type, List<String> contacts, Optional<HttpsUri> initiateLoginUri) {

    public static final ClientProfile WEB = new ClientProfile(ApplicationType.WEB, List.of(), Optional.empty());

    public ClientProfile {
        contacts = List.copyOf(contacts);
    }
}
