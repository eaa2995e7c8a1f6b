package dev.rampart.http.mailbox;

import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.MailboxMailPage;
import dev.rampart.http.page.MailboxMailPage.Link;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.SafeUrl;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code GET /dev/mailbox/{mail}}: one mail, as text, with its links to be followed. */
public final class MailboxMailEndpoint implements Endpoint {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Mailbox box;
    private final Pages pages;

    @Inject
    public MailboxMailEndpoint(Mailbox box, Pages pages) {
        this.box = box;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        return Reader.mail(box, request)
                .map(mail -> Response.page(pages.html(page(mail)), PageKind.PLAYGROUND))
                .orElse(Reader.NOTHING);
    }

    private static MailboxMailPage page(OutgoingMail outgoing) {
        MailboxMailPage.Headers headers = new MailboxMailPage.Headers(
                outgoing.mail().subject(),
                outgoing.mail().sender(),
                outgoing.mail().to().value(),
                outgoing.createdAt().toString());
        return new MailboxMailPage(
                Reader.FRAME,
                headers,
                outgoing.mail().text(),
                links(outgoing.mail().text()),
                new SafeUrl(Reader.href(outgoing) + "/html"),
                new SafeUrl(MailboxRoutes.PATH));
    }

    private static List<Link> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .flatMap(url -> SafeUrl.parse(url).stream())
                .map(Link::new)
                .toList();
    }
}
