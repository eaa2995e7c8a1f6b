package dev.rampart.domain.session;

import java.time.Duration;

/**
 * How long things last that a person begins in a browser.
 *
 * @param idle a session that is not used for that long is over
 * @param absolute a session is over after that long, used or not
 * @param flow a sign-in must be completed within that time
 */
public record SessionLimits(Duration idle, Duration absolute, Duration flow) {

    public static final SessionLimits DEFAULT =
            new SessionLimits(Duration.ofHours(12), Duration.ofDays(14), Duration.ofMinutes(30));
}
