package dev.rampart.http.mailbox;

import dev.rampart.domain.mail.MailId;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Frame;
import dev.rampart.http.page.SafeUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the pages of the mailbox have in common. */
final class Reader {

    static final Frame FRAME = new Frame(Locale.ENGLISH, "Rampart");

    static final Response NOTHING =
            Response.problem(404, "There is nothing here", "The address may be mistyped or out of date.");

    private Reader() {}

    /** Whether the box is asked for where it stands: it holds the mail of all organizations, and is none's. */
    static boolean isHere(Request request) {
        return request.tenant().slug().equals(OrgSlug.DEFAULT);
    }

    /** The mail that the path names. */
    static Optional<OutgoingMail> mail(Mailbox box, Request request) {
        return isHere(request) ? id(request.variable("mail")).flatMap(box::find) : Optional.empty();
    }

    static SafeUrl href(OutgoingMail mail) {
        return new SafeUrl(MailboxRoutes.PATH + "/" + mail.id());
    }

    private static Optional<MailId> id(String text) {
        try {
            return Optional.of(new MailId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
