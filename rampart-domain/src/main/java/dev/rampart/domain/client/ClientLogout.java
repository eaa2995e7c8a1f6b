package dev.rampart.domain.client;

import dev.rampart.domain.shared.WebUri;
import java.util.Optional;

/**
 * How a client wants to hear that a session has ended (OIDC Front-Channel Logout §2, Back-Channel Logout §2.2).
 *
 * @param frontchannelUri what the person's browser loads
 * @param frontchannelSessionRequired whether it wants to know which session it was
 * @param backchannelUri where a logout token is sent to
 * @param backchannelSessionRequired likewise
 */
public record ClientLogout(
        Optional<WebUri> frontchannelUri,
        boolean frontchannelSessionRequired,
        Optional<WebUri> backchannelUri,
        boolean backchannelSessionRequired) {

    public static final ClientLogout NONE = new ClientLogout(Optional.empty(), false, Optional.empty(), false);
}
