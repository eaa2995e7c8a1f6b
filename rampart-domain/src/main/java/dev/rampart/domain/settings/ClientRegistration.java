package dev.rampart.domain.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose clients may register themselves (RFC 7591).
 *
 * @param maxClients so many of them at a time
 */
public record ClientRegistration(Mode mode, Optional<Integer> maxClients) {

    public static final int MAX_CLIENTS = 100;

    public static final Range MAX_CLIENTS_RANGE = new Range(0, 1_000_000);

    public static final ClientRegistration NONE = new ClientRegistration(Mode.OFF, Optional.empty());

    public ClientRegistration {
        maxClients.ifPresent(MAX_CLIENTS_RANGE::check);
    }

    public int mostClients() {
        return maxClients.orElse(MAX_CLIENTS);
    }

    /** Who may. */
    public enum Mode {
        /** Nobody. */
        OFF("off"),
        /** Who was given an initial access token (RFC 7591 §3). */
        INITIAL_ACCESS_TOKEN("initial_access_token"),
        /** Everybody. */
        OPEN("open");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        public static Optional<Mode> parse(String text) {
            return Arrays.stream(values())
                    .filter(mode -> mode.text.equals(text))
                    .findFirst();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
