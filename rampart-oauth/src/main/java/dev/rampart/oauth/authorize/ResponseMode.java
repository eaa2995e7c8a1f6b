package dev.rampart.oauth.authorize;

import java.util.Arrays;
import java.util.Optional;

/** How the answer to an authorization request travels (OAuth 2.0 Multiple Response Types §2.1, Form Post §2). */
public enum ResponseMode {
    QUERY("query"),
    FRAGMENT("fragment"),
    FORM_POST("form_post");

    private final String text;

    ResponseMode(String text) {
        this.text = text;
    }

    static Optional<ResponseMode> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }

    /** The mode that was asked for; that of codes if none was, or none that there is. */
    static ResponseMode of(AuthorizationParameters parameters) {
        return parameters.get("response_mode").flatMap(ResponseMode::parse).orElse(QUERY);
    }

    @Override
    public String toString() {
        return text;
    }
}
