package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.OAuthReply;
import java.util.Map;

/** Writes what an OAuth service answers. */
public final class Replies {

    private Replies() {}

    public static Response of(OAuthReply reply) {
        Response response = Response.json(reply.status(), reply.text()).withHeader("Content-Type", reply.type());
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }
}
