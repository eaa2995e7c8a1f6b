package dev.rampart.http.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.Admission;
import dev.rampart.http.OperatorCheck;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import java.security.MessageDigest;

/** Admits who brings {@code RAMPART_METRICS_TOKEN} as a bearer token (RFC 6750 §2.1). */
public final class MetricsTokenCheck implements OperatorCheck {

    private static final String SCHEME = "bearer ";

    private final byte[] token;

    public MetricsTokenCheck(Secret token) {
        this.token = token.reveal().getBytes(UTF_8);
    }

    @Override
    public Admission check(Request request) {
        return request.header("Authorization").filter(this::isRight).isPresent()
                ? new Admission.Admitted(request.caller())
                : new Admission.Refused(
                        Response.problem(401, "A token is needed", "It is the one that the server was started with.")
                                .withHeader("WWW-Authenticate", "Bearer"));
    }

    private boolean isRight(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(UTF_8));
    }
}
