package dev.rampart.server;

import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.SECRET;
import static dev.rampart.server.TestServer.SERVICE;
import static dev.rampart.server.TestServer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import dev.rampart.http.Parameter;
import dev.rampart.http.ParameterCase;
import dev.rampart.http.ParameterCase.Answer;
import dev.rampart.http.ParameterCases;
import dev.rampart.http.Route;
import dev.rampart.http.exchange.Access;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Sends every declared parameter badly, in every way there is, to the server as it is shipped. */
final class HostileInputTest {

    /** What makes a request sound but for the parameter that is tried. No flow and no code is there by these names. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("redirect_uri", CALLBACK),
            Map.entry("response_type", "code"),
            Map.entry("response_mode", "query"),
            Map.entry("scope", "openid"),
            Map.entry("code_challenge", Samples.CHALLENGE.value()),
            Map.entry("code_challenge_method", "S256"),
            Map.entry("code_verifier", Samples.VERIFIER.reveal()),
            Map.entry("prompt", "login"),
            Map.entry("grant_type", "authorization_code"));

    private static TestServer server;
    private static String accessToken;
    private static final TestBrowser BROWSER = new TestBrowser();

    @BeforeAll
    static void signIn() throws Exception {
        server = TestServer.started();
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), BROWSER);
        accessToken = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        server.close();
    }

    @Test
    void isAnsweredAsItsLineSaysAndChangesNothing(TestReporter reporter) throws Exception {
        List<ParameterCase> cases = new ParameterCases(HostileInputTest::usual).of(server.routes());
        Map<String, Long> before = Tables.counts();

        for (ParameterCase each : cases) {
            HttpResponse<String> answer = send(each);
            assertThat(answer.statusCode()).as("%s: %s", each, answer.body()).isLessThan(500);
            assertThat(isAnsweredAsDeclared(each, answer))
                    .as(
                            "%s: %d %s %s",
                            each, answer.statusCode(), answer.headers().map(), answer.body())
                    .isTrue();
        }

        reporter.publishEntry("bad parameters that were sent", Integer.toString(cases.size()));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(waysToSendBadly());
        assertThat(Tables.counts()).isEqualTo(before);
    }

    /** Counted by itself, so that a trial that is no longer made is missed. */
    private static int waysToSendBadly() {
        return server.routes().all().stream()
                .mapToInt(route -> route.methods().size()
                        * route.parameters().stream()
                                .mapToInt(HostileInputTest::waysToSendBadly)
                                .sum())
                .sum();
    }

    private static int waysToSendBadly(Parameter parameter) {
        int inAnyPlace = parameter.type() == Parameter.Type.TEXT ? 1 : 2;
        return switch (parameter.place()) {
            case PATH -> inAnyPlace;
            case HEADER -> inAnyPlace + 2;
            case QUERY, FORM, QUERY_OR_FORM -> inAnyPlace + 3;
        };
    }

    private static Optional<String> usual(Route route, String name) {
        if (name.equals("client_id")) {
            return Optional.of(route.access() instanceof Access.Client ? SERVICE : WEB);
        }
        return name.equals("client_secret") ? Optional.of(SECRET) : Optional.ofNullable(USUAL.get(name));
    }

    private static HttpResponse<String> send(ParameterCase each) throws Exception {
        ParameterCase.Sent sent = each.sent();
        HttpRequest.Builder request = BROWSER.request(server.at(sent.target()));
        sent.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        String form = sent.form();
        if (each.route().access() instanceof Access.Form) {
            form += "&csrf=" + BROWSER.csrf("rampart_browser");
        }
        if (each.route().access() instanceof Access.Bearer) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return form.isEmpty()
                ? BROWSER.sendForgetting(request.method(sent.method(), HttpRequest.BodyPublishers.noBody()))
                : BROWSER.sendForgetting(request.header("Content-Type", "application/x-www-form-urlencoded")
                        .method(sent.method(), HttpRequest.BodyPublishers.ofString(form)));
    }

    private static boolean isAnsweredAsDeclared(ParameterCase each, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean isRefused = answer.statusCode() == 400;
        boolean isNamed =
                answer.body().contains("The parameter " + each.parameter().name() + " ");
        return switch (each.answer()) {
            case TAKEN -> !isNamed;
            case OAUTH_ERROR ->
                isRefused && isNamed && answer.body().contains("\"invalid_request\"") && type.contains("json");
            case PROBLEM -> isRefused && isNamed && type.equals("application/problem+json");
            case PAGE -> isRefused && isNamed && type.startsWith("text/html");
            case OF_THE_ENDPOINT ->
                isRefused
                        ? type.startsWith("text/html")
                        : answer.headers()
                                .firstValue("Location")
                                .filter(location -> location.startsWith(CALLBACK + "?error=invalid_request"))
                                .isPresent();
        };
    }

    @Test
    void knowsAnAnswerThatIsNotTheDeclaredOne() throws Exception {
        ParameterCase doubled = new ParameterCases(HostileInputTest::usual)
                .of(server.routes()).stream()
                        .filter(each -> each.answer() == Answer.OAUTH_ERROR)
                        .findFirst()
                        .orElseThrow();

        assertThat(isAnsweredAsDeclared(doubled, BROWSER.get(server.at("/healthz"))))
                .isFalse();
    }
}
