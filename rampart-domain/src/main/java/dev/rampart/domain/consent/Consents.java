package dev.rampart.domain.consent;

import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The consents of one organization. A grant of more than was allowed does not stand. */
public interface Consents {

    /** What the person in this browser is being asked, as long as it is open. */
    Optional<Question> question(Asking asking, Duration idle, Instant now);

    /**
     * Takes the answer to a question, once: of any number of concurrent calls exactly one has it. What the person
     * allowed before stays as it was if they do not allow this.
     */
    Optional<Question> answer(Asking asking, Answer answer, Duration idle, Instant now);

    Page<Consent> page(PageRequest request);

    /** Those of one person. */
    Page<Consent> page(UserId user, PageRequest request);

    /** Takes one back, with every grant that stood on it, and says whose it was. */
    Optional<Revoked> revoke(ConsentId id, Instant now);

    /** Who had allowed which application. */
    record Revoked(UserId user, ClientId client) {}

    /** Who is asked: digests of the flow, the browser, and the session cookie. */
    record Asking(Sha256 flow, Sha256 browser, Sha256 session) {}

    /** {@code id} names a consent that is new. */
    record Answer(ConsentId id, boolean allowed) {}

    /**
     * What is asked.
     *
     * @param request the query of the authorization request to return to
     * @param asked what the application wants
     * @param before what it was allowed before
     */
    record Question(
            Session session,
            ClientId client,
            String clientName,
            ClientDisplay display,
            String request,
            Allowed asked,
            Allowed before) {}
}
