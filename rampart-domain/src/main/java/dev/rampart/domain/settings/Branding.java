package dev.rampart.domain.settings;

import java.util.Optional;

/**
 * How the pages of an organization look.
 *
 * @param displayName what it calls itself there; empty: its name
 * @param logoUri where browsers load its logo from
 * @param primary of buttons
 * @param background of the page
 */
public record Branding(
        Optional<String> displayName, Optional<LogoUri> logoUri, Optional<Color> primary, Optional<Color> background) {

    public static final int NAME_MAX = 200;

    public static final Branding NONE =
            new Branding(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
