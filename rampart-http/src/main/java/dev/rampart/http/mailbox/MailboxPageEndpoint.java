package dev.rampart.http.mailbox;

import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.MailboxPage;
import dev.rampart.http.page.Pages;
import jakarta.inject.Inject;

/** {@code GET /dev/mailbox}: what would have been sent. */
public final class MailboxPageEndpoint implements Endpoint {

    private final Mailbox box;
    private final Pages pages;

    @Inject
    public MailboxPageEndpoint(Mailbox box, Pages pages) {
        this.box = box;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        if (!Reader.isHere(request)) {
            return Reader.NOTHING;
        }
        MailboxPage page = new MailboxPage(
                Reader.FRAME, box.all().stream().map(MailboxPageEndpoint::entry).toList());
        return Response.page(pages.html(page), PageKind.PLAYGROUND);
    }

    private static MailboxPage.Entry entry(OutgoingMail mail) {
        return new MailboxPage.Entry(
                Reader.href(mail),
                mail.mail().subject(),
                mail.mail().sender(),
                mail.mail().to().value(),
                mail.createdAt().toString());
    }
}
