package dev.rampart.server.wiring;

import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.mailbox.Mailbox;
import dev.rampart.http.playground.PlaygroundSettings;
import dev.rampart.outbound.http.OutboundSettings;
import dev.rampart.outbound.mail.SmtpSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What the operator has chosen, as far as use cases ask for it.
 *
 * @param accessToken how long access tokens and ID tokens are good
 * @param code how long authorization codes are good
 * @param refreshToken how long refresh tokens are good
 * @param login how often a network may try to sign in
 * @param register how often it may register a client
 * @param token how often a network may ask for tokens
 * @param metricsToken what opens {@code /metrics}; empty: there is none
 * @param mail where mail goes
 * @param outbound where calls to addresses of others may go
 * @param playground the relying party that comes with {@code dev}
 */
public record Settings(
        Duration accessToken,
        Duration code,
        RefreshTokens.Lifetimes refreshToken,
        SessionLimits sessions,
        Rate login,
        Rate register,
        Rate token,
        Optional<Secret> metricsToken,
        Mailing mail,
        OutboundSettings outbound,
        Optional<PlaygroundSettings> playground) {

    /** Where mail goes. */
    public sealed interface Mailing {

        /** To a server that delivers it. */
        record ByServer(SmtpSettings server) implements Mailing {}

        /** Into a box that {@code dev} shows. */
        record IntoTheMailbox(Mailbox box) implements Mailing {}

        /** Nowhere: it waits in the outbox until a server is named. */
        record Nowhere() implements Mailing {}
    }
}
