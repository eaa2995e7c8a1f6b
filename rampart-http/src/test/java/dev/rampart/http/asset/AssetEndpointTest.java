package dev.rampart.http.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.AccessCheck;
import dev.rampart.http.Admission.Refused;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.RequestMeter;
import dev.rampart.http.RouteTable;
import dev.rampart.http.Surroundings;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Assets;
import dev.rampart.http.undertow.UndertowServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AssetEndpointTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Assets assets = new Assets();
    private final UndertowServer server = new UndertowServer(
            RouteTable.of(List.of(new AssetRoutes(new AssetEndpoint(assets), new BrandStyleEndpoint()))),
            surroundings(),
            HttpSettings.loopback(0));

    AssetEndpointTest() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesAFileForEver() throws Exception {
        HttpResponse<String> first = get(assets.href("rampart.css"));
        HttpResponse<String> second = get(assets.href("rampart.css"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(first.body()).contains("{").isEqualTo(second.body());
        assertThat(header(second, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
    }

    @Test
    void saysThatABrowserHasItAlready() throws Exception {
        String tag = header(get(assets.href("mark.svg")), "ETag");

        HttpResponse<String> again = get(assets.href("mark.svg"), "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void hasNothingUnderAnotherName() throws Exception {
        assertThat(get("/assets/rampart.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/..%2Ftexts%2Fen.properties").statusCode()).isIn(400, 404);
        assertThat(get("/assets/" + "x".repeat(65)).statusCode()).isEqualTo(400);
    }

    @Test
    void standsAtTheRootOfTheHostOnly() throws Exception {
        assertThat(get("/o/acme" + assets.href("rampart.css")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String target, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), target)));
        HttpRequest built = (headers.length == 0 ? request : request.headers(headers)).build();
        return CLIENT.send(built, BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Surroundings surroundings() {
        Refused nobody = new Refused(Response.empty(401));
        AccessCheck access = new AccessCheck(
                (client, request) -> nobody,
                (bearer, request) -> nobody,
                (session, request) -> nobody,
                (permitted, request) -> nobody,
                request -> nobody);
        return new Surroundings(
                slug -> Optional.empty(),
                access,
                failure -> Response.page("failure", PageKind.SIGN_IN),
                (tenant, origin) -> false,
                byte[]::new,
                RequestMeter.NONE);
    }
}
