package dev.rampart.http.registration;

import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Reading;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.registration.RegistrationErrors;
import java.util.List;
import java.util.Optional;

/** What a client sent of itself: either right as a whole, or an error of RFC 7591 §3.2.2 for the first wrong member. */
record RegistrationBody(Fields fields, Optional<OAuthReply> error) {

    private static final String REDIRECT_URIS = "/redirect_uris";

    static RegistrationBody read(Request request) {
        Reading reading = Reading.ofWhatIsKnown();
        Fields fields = reading.read(request.body(), RegistrationShape.METADATA);
        return new RegistrationBody(fields, error(reading.problems()));
    }

    private static Optional<OAuthReply> error(List<Body.Field> problems) {
        return problems.stream().findFirst().map(problem -> {
            String words = "%s %s.".formatted(problem.pointer(), problem.detail());
            return problem.pointer().startsWith(REDIRECT_URIS)
                    ? RegistrationErrors.invalidRedirectUri(words)
                    : RegistrationErrors.invalidClientMetadata(words);
        });
    }
}
