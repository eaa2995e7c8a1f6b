package dev.rampart.domain.logout;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.WebUri;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Tells one application one thing (OIDC Back-Channel Logout §2.5), and says what it made of it. */
public final class CallClient {

    /** The answer is of no interest but for its status. */
    static final Outbound.Limits LIMITS = new Outbound.Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 16 * 1024);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;

    private final ClientDirectory clients;
    private final LogoutTokens tokens;
    private final Outbound outbound;

    public CallClient(ClientDirectory clients, LogoutTokens tokens, Outbound outbound) {
        this.clients = clients;
        this.tokens = tokens;
        this.outbound = outbound;
    }

    Delivery call(OrgId org, LogoutNotice notice) {
        Optional<Client> client = clients.find(org, notice.client());
        Optional<WebUri> uri = client.flatMap(known -> known.metadata().logout().backchannelUri());
        if (uri.isEmpty()) {
            return new Delivery.Refused(Undelivered.NOT_ASKED_FOR);
        }
        // Nothing in a token needs to be escaped in a form.
        String form = "logout_token=" + tokens.write(org, client.orElseThrow(), notice);
        return switch (outbound.post(URI.create(uri.get().value()), new Outbound.Content(FORM, form), LIMITS)) {
            case Outbound.Answered answer -> delivery(answer.status());
            case Outbound.NotReached(Outbound.Reason why) -> new Delivery.Failed(why);
        };
    }

    private static Delivery delivery(int status) {
        return switch (status) {
            case OK, NO_CONTENT -> new Delivery.Made();
            case BAD_REQUEST -> new Delivery.Refused(Undelivered.REFUSED);
            default -> new Delivery.Failed(Undelivered.UNEXPECTED_STATUS);
        };
    }

    /** What became of an attempt. */
    sealed interface Delivery {

        record Made() implements Delivery {}

        /** It may go well another time. */
        record Failed(Enum<?> why) implements Delivery {}

        /** It will not. */
        record Refused(Enum<?> why) implements Delivery {}
    }
}
