package dev.rampart.http.mailbox;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;

/** {@code GET /dev/mailbox/{mail}/html}: one mail as a mail program shows it, where it can do nothing. */
public final class MailboxHtmlEndpoint implements Endpoint {

    private final Mailbox box;

    @Inject
    public MailboxHtmlEndpoint(Mailbox box) {
        this.box = box;
    }

    @Override
    public Response handle(Request request) {
        return Reader.mail(box, request)
                .map(mail -> Response.page(mail.mail().html(), PageKind.MAIL))
                .orElse(Reader.NOTHING);
    }
}
