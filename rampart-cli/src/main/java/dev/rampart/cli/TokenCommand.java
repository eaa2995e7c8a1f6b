package dev.rampart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rampart token}: gets an access token by client credentials (RFC 6749 §4.4), and prints it alone. */
@CommandLine.Command(
        name = "token",
        description = "Gets an access token by client credentials, and prints it.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @CommandLine.Option(
            names = "--issuer",
            defaultValue = "http://localhost:8080",
            description = "The issuer; ${DEFAULT-VALUE} if not given.")
    private String issuer = "";

    @CommandLine.Option(names = "--client-id", required = true, description = "The client.")
    private String clientId = "";

    @CommandLine.Option(
            names = "--client-secret",
            required = true,
            interactive = true,
            arity = "0..1",
            description = "Its secret; asked for if no value is given.")
    private String clientSecret = "";

    @CommandLine.Option(names = "--resource", description = "What the token is for (RFC 8707).")
    private @Nullable String resource;

    @CommandLine.Option(names = "--scope", description = "What it may do.")
    private @Nullable String scope;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return tell(response);
        } catch (IOException e) {
            throw new IOException("cannot reach " + issuer, e);
        }
    }

    private int tell(HttpResponse<String> response) {
        CommandLine commandLine = spec == null ? new CommandLine(this) : spec.commandLine();
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        if (response.statusCode() == OK) {
            commandLine.getOut().println(answer.path("access_token").asString());
            return 0;
        }
        commandLine
                .getErr()
                .printf(
                        "rampart: %s: %s%n",
                        answer.path("error").asString(),
                        answer.path("error_description").asString());
        return 1;
    }

    private String credentials() {
        String joined = encode(clientId) + ":" + encode(clientSecret);
        return Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
    }

    private String form() {
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (resource != null) {
            form.append("&resource=").append(encode(resource));
        }
        if (scope != null) {
            form.append("&scope=").append(encode(scope));
        }
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
