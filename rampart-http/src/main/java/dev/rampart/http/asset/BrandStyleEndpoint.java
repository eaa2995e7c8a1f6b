package dev.rampart.http.asset;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.BrandStyle;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code GET /assets/brand/{name}}: a style sheet in the colours that its name says, made anew for whoever asks. */
public final class BrandStyleEndpoint implements Endpoint {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Inject
    public BrandStyleEndpoint() {}

    @Override
    public Response handle(Request request) {
        return BrandStyle.parse(request.variable("name"))
                .map(style -> Response.kept(
                                "text/css; charset=utf-8", style.css().getBytes(StandardCharsets.US_ASCII), FOR_EVER)
                        .withHeader("Cache-Control", "public, max-age=%d, immutable".formatted(FOR_EVER.toSeconds())))
                .orElseGet(
                        () -> Response.problem(404, "There is nothing here", "There is no style sheet of that name."));
    }
}
