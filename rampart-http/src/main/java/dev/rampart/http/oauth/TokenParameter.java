package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import java.util.function.Function;

/** The token that a request is about (RFC 7009 §2.1, RFC 7662 §2.1). Missed only once it is known who asks. */
final class TokenParameter {

    private TokenParameter() {}

    static Response of(Request request, Function<String, OAuthReply> about) {
        return Replies.of(request.parameter("token")
                .map(about)
                .orElseGet(() -> OAuthReply.of(OAuthErrors.invalidRequest("The token is missing."))));
    }
}
