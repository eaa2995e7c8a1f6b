package dev.rampart.http.mailbox;

import static dev.rampart.http.Parameter.path;
import static dev.rampart.http.Route.get;

import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;

/** What {@code dev} has to read mail with, for people and for tests. At the server's root alone. */
public final class MailboxRoutes implements Routes {

    static final String PATH = "/dev/mailbox";

    private static final int ID_MAX = 36;

    private final MailboxPageEndpoint list;
    private final MailboxMailEndpoint one;
    private final MailboxHtmlEndpoint html;
    private final MailboxJsonEndpoint json;

    @Inject
    public MailboxRoutes(
            MailboxPageEndpoint list, MailboxMailEndpoint one, MailboxHtmlEndpoint html, MailboxJsonEndpoint json) {
        this.list = list;
        this.one = one;
        this.html = html;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(PATH, new Public(), list).page(PageKind.PLAYGROUND),
                get(PATH + "/{mail}", new Public(), one)
                        .takes(path("mail").max(ID_MAX))
                        .page(PageKind.PLAYGROUND),
                get(PATH + "/{mail}/html", new Public(), html)
                        .takes(path("mail").max(ID_MAX))
                        .page(PageKind.PLAYGROUND),
                get(PATH + ".json", new Public(), json));
    }
}
