package dev.rampart.http.client;

import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the members of a client become by a merge patch: as sent, their default if that is {@code null}, or as before.
 */
final class Members {

    static final Kind.Text PAGE =
            Kind.Text.like(HttpsUri.SHAPE, HttpsUri.MAX_LENGTH, "an https address without fragment and user name");

    private Members() {}

    static Optional<HttpsUri> page(Fields sent, String name, Supplier<Optional<HttpsUri>> before) {
        return word(sent, name, HttpsUri::new, before);
    }

    static <T> Optional<T> word(Fields sent, String name, Function<String, T> as, Supplier<Optional<T>> before) {
        return sent.has(name) ? sent.text(name).map(as) : before.get();
    }

    static boolean flag(Fields sent, String name, boolean usual, boolean before) {
        return sent.has(name) ? sent.flag(name).orElse(usual) : before;
    }
}
