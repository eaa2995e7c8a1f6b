package dev.rampart.http.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.ParameterCase;
import dev.rampart.http.ParameterCase.Answer;
import dev.rampart.http.ParameterCases;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParameterCasesTest {

    /** Of the token endpoint, of the authorization endpoint by either method, of the API, of the sign-in form. */
    private static final int CASES = 14 + 2 * 13 + 10 + 4;

    @Test
    void areEachAnsweredAsTheLineSays() throws Exception {
        House house = new House();
        List<ParameterCase> cases = new ParameterCases(
                        (route, name) -> name.equals("organization") ? Optional.of("acme") : Optional.empty())
                .of(house.table());

        assertThat(cases).hasSize(CASES);
        try (UndertowServer server = house.started()) {
            for (ParameterCase each : cases) {
                HttpResponse<String> answer = send(new Wire(server), each.sent());
                assertThat(told(answer)).as(each + " " + answer.body()).isEqualTo(each.answer());
            }
        }
    }

    private static HttpResponse<String> send(Wire wire, ParameterCase.Sent sent) throws Exception {
        HttpRequest.Builder request = wire.request(sent.target(), "Authorization", "shop");
        sent.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        if (sent.form().isEmpty()) {
            request.method(sent.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(sent.method(), BodyPublishers.ofString(sent.form()));
        }
        return wire.send(request);
    }

    /** The endpoints of these tests repeat the faults they are left with. */
    private static Answer told(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean isRefused = answer.statusCode() == 400;
        if (isRefused && answer.body().contains("invalid_request")) {
            return Answer.OAUTH_ERROR;
        }
        if (isRefused && type.equals("application/problem+json")) {
            return Answer.PROBLEM;
        }
        if (isRefused && type.startsWith("text/html")) {
            return Answer.PAGE;
        }
        return answer.body().contains("\"faults\":[\"") ? Answer.OF_THE_ENDPOINT : Answer.TAKEN;
    }
}
