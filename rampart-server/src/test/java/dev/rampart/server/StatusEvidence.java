package dev.rampart.server;

import dev.rampart.server.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which statuses operations were seen to answer with, and what was wrong with these answers. */
final class StatusEvidence {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestServer server;
    private final ApiDocument document;
    private final Set<String> provoked = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> faults = Collections.synchronizedSet(new TreeSet<>());

    StatusEvidence(TestServer server, ApiDocument document) {
        this.server = server;
        this.document = document;
    }

    /**
     * What an operation is sent.
     *
     * @param path with everything in the place of its variables, and perhaps a query
     * @param token empty: none
     */
    record Sent(Operation operation, String path, String body, String token) {

        Sent at(String other) {
            return new Sent(operation, other, body, token);
        }

        Sent with(String otherBody) {
            return new Sent(operation, path, otherBody, token);
        }

        Sent by(String otherToken) {
            return new Sent(operation, path, body, otherToken);
        }
    }

    int call(Sent sent) throws IOException, InterruptedException {
        return call(sent, Map.of()).statusCode();
    }

    HttpResponse<String> call(Sent sent, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(sent.path())))
                .method(
                        sent.operation().method(),
                        sent.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
        if (!sent.token().isEmpty()) {
            request.header("Authorization", "Bearer " + sent.token());
        }
        if (!sent.body().isEmpty()) {
            request.setHeader("Content-Type", sent.operation().contentType());
        }
        headers.forEach(request::setHeader);
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        note(
                sent.operation(),
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
        return answer;
    }

    /** Takes down what an operation answered. */
    void note(Operation operation, int status, String contentType, String body) {
        String pair = pair(operation, status);
        provoked.add(pair);
        document.faults(operation, status, contentType, body).forEach(fault -> faults.add(pair + " " + fault));
    }

    /** Says of a call that it was not what it should have been. */
    void tell(Operation operation, String what) {
        faults.add(operation.id() + ": " + what);
    }

    /** What was answered and should not have been. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What is documented and was never seen. */
    List<String> missing() {
        return documented().stream().filter(pair -> !provoked.contains(pair)).toList();
    }

    List<String> documented() {
        return document.operations().stream()
                .flatMap(operation -> operation.statuses().stream().map(status -> pair(operation, status)))
                .toList();
    }

    private static String pair(Operation operation, int status) {
        return operation.id() + " " + status;
    }
}
