package dev.rampart.http.playground;

import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.post;

import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Form;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What only {@code dev} has: a page to begin with, and an application to sign in to. */
public final class PlaygroundRoutes implements Routes {

    private static final int PROMPT_MAX = 32;

    private final HomeEndpoint home;
    private final PlaygroundEndpoint playground;
    private final PlaygroundStartEndpoint start;
    private final PlaygroundCallbackEndpoint callback;

    @Inject
    public PlaygroundRoutes(
            HomeEndpoint home,
            PlaygroundEndpoint playground,
            PlaygroundStartEndpoint start,
            PlaygroundCallbackEndpoint callback) {
        this.home = home;
        this.playground = playground;
        this.start = start;
        this.callback = callback;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/", new Public(), home).page(PageKind.PLAYGROUND),
                get(PlaygroundSettings.PATH, new Public(), playground).page(PageKind.PLAYGROUND),
                post(PlaygroundSettings.PATH, new Form(), start)
                        .page(PageKind.PLAYGROUND)
                        .takes(startParameters()),
                get(PlaygroundSettings.CALLBACK_PATH, new Public(), callback)
                        .page(PageKind.PLAYGROUND)
                        .takes(
                                query("state"),
                                query("iss").uri(),
                                query("code"),
                                query("error"),
                                query("error_description")));
    }

    private static Parameter[] startParameters() {
        return Stream.concat(
                        AskedScopes.parameters(),
                        Stream.of(
                                form("prompt").max(PROMPT_MAX), form("max_age").integer()))
                .toArray(Parameter[]::new);
    }
}
