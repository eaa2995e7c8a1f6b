package dev.rampart.oauth.token;

import dev.rampart.oauth.OAuthReply;

/** What a grant makes of a token request. */
sealed interface TokenReply {

    /** It was decided, and written down with the decision. */
    record Decided(OAuthReply reply) implements TokenReply {}

    /** It could not be read, so that nothing was decided. */
    record Malformed(TokenRefusal why) implements TokenReply {}
}
