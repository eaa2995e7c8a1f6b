package dev.rampart.http.page;

import org.jspecify.annotations.Nullable;

/** Shows the error that came back instead of a code or a token (RFC 6749 §4.1.2.1, §5.2). */
public record PlaygroundErrorPage(
        Frame frame, String error, @Nullable String description, SafeUrl again) implements View {}
