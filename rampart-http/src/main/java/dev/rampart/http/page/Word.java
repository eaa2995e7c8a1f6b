package dev.rampart.http.page;

import java.time.Duration;

/** What is put into a text in the place of a {@code {name}}. */
public sealed interface Word {

    /** As it stands. */
    record Plain(String text) implements Word {}

    /** "12 seconds", in the language of the page; rounded up, so that waiting so long is long enough. */
    record Span(Duration duration) implements Word {}

    /** Another text, by its key. It may have words of its own. */
    record Key(String key) implements Word {}
}
