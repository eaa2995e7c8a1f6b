package dev.rampart.http.mailbox;

import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /dev/mailbox.json}: the same, for programs that test something. */
public final class MailboxJsonEndpoint implements Endpoint {

    private final Mailbox box;

    @Inject
    public MailboxJsonEndpoint(Mailbox box) {
        this.box = box;
    }

    @Override
    public Response handle(Request request) {
        return Reader.isHere(request)
                ? Response.json(
                        200,
                        Map.of(
                                "items",
                                box.all().stream()
                                        .map(MailboxJsonEndpoint::members)
                                        .toList()))
                : Reader.NOTHING;
    }

    private static Map<String, Object> members(OutgoingMail outgoing) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", outgoing.id().toString());
        members.put("sender", outgoing.mail().sender());
        members.put("to", outgoing.mail().to().value());
        members.put("subject", outgoing.mail().subject());
        members.put("text", outgoing.mail().text());
        members.put("html", outgoing.mail().html());
        members.put("created_at", outgoing.createdAt().toString());
        return members;
    }
}
