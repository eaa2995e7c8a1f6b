package dev.rampart.http.page;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong: its kind, a line for whoever builds the application (in English, like the OAuth parameters it is
 * about), and how long to wait where that is known.
 */
public record Fault(
        Kind kind, @Nullable String detail, @Nullable Duration retryAfter) {

    /** What a person can be told about. Each has its texts. */
    public enum Kind {
        /** The request makes no sense. */
        BAD_REQUEST(400),
        /** The form was too old, or not ours. */
        EXPIRED(400),
        /** The form has lost the cookie it goes with, or never had it. */
        FOREIGN_FORM(403),
        /** No application has this {@code client_id}. */
        UNKNOWN_APPLICATION(400),
        /** The application is known, but not the address to send the person back to. */
        UNKNOWN_REDIRECT(400),
        /** The person may not see this. */
        FORBIDDEN(403),
        /** There is no such page. */
        NOT_FOUND(404),
        /** The page is there, but not for this method. */
        METHOD_NOT_ALLOWED(405),
        /** The set-up link works no more, or never did. */
        SETUP_GONE(410),
        /** The link of an invitation works no more, or never did. */
        INVITATION_GONE(410),
        /** More was sent than is read. */
        TOO_LARGE(413),
        /** Too many requests from there. */
        TOO_MANY_REQUESTS(429),
        /** A bug. */
        SERVER_ERROR(500),
        /** Too much to do, or the database is away. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that goes with it. */
        public int status() {
            return status;
        }

        String titleKey() {
            return "error." + name().toLowerCase(Locale.ROOT) + "_title";
        }

        String textKey() {
            return "error." + name().toLowerCase(Locale.ROOT) + "_text";
        }
    }

    /** One without anything to add. */
    public static Fault of(Kind kind) {
        return new Fault(kind, null, null);
    }
}
