package dev.rampart.http.page;

import dev.rampart.domain.settings.Color;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet in an organization's colours. They stand in its name, so that its content never changes, and it can be
 * made without asking anybody.
 *
 * @param background of pages in daylight; in the dark they stay dark
 */
public record BrandStyle(Optional<Color> primary, Optional<Color> background) {

    /** Where they are served. */
    public static final String PATH = Assets.PATH + "brand/";

    private static final String NONE = "none";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{6}|none)-([0-9a-f]{6}|none)\\.css");

    /** What cards are painted with, in daylight and in the dark. */
    private static final Color LIGHT_SURFACE = new Color("#ffffff");

    private static final Color DARK_SURFACE = new Color("#151821");

    /** What text needs (WCAG 2.2, success criterion 1.4.3). */
    private static final double LEGIBLE = 4.5;

    private static final String LOGO = ".logo{block-size:2.5rem;max-inline-size:12rem;object-fit:contain}\n";

    /** By the name that it is asked for, or nothing if that is none. */
    public static Optional<BrandStyle> parse(String name) {
        Matcher colors = NAME.matcher(name);
        return colors.matches()
                ? Optional.of(new BrandStyle(color(colors.group(1)), color(colors.group(2))))
                : Optional.empty();
    }

    private static Optional<Color> color(String hex) {
        return hex.equals(NONE) ? Optional.empty() : Color.parse("#" + hex);
    }

    public String href() {
        return PATH + hex(primary) + "-" + hex(background) + ".css";
    }

    private static String hex(Optional<Color> color) {
        return color.map(known -> known.value().substring(1)).orElse(NONE);
    }

    /** Whatever the colours are, what is written on them can be read. */
    public String css() {
        StringBuilder css = new StringBuilder(LOGO);
        primary.ifPresent(color -> css.append(accent(color)));
        primary.filter(color -> color.contrast(LIGHT_SURFACE) >= LEGIBLE)
                .ifPresent(color -> css.append(links("light", color)));
        primary.filter(color -> color.contrast(DARK_SURFACE) >= LEGIBLE)
                .ifPresent(color -> css.append(links("dark", color)));
        background.ifPresent(color -> css.append(page(color)));
        return css.toString();
    }

    /** A button that is pointed at moves away from the colour of its text. */
    private static String accent(Color color) {
        Color text = color.readable();
        String away = text.equals(LIGHT_SURFACE) ? "black" : "white";
        return ":root{--accent:%1$s;--accent-strong:color-mix(in srgb,%1$s 86%%,%2$s);--on-accent:%3$s}\n"
                .formatted(color, away, text);
    }

    private static String links(String scheme, Color color) {
        return "@media (prefers-color-scheme:%s){:root{--link:%s;--ring:%s}}\n".formatted(scheme, color, color);
    }

    private static String page(Color color) {
        return "@media (prefers-color-scheme:light){:root{--page:%s}.brand,.brand>.mark{color:%s}}\n"
                .formatted(color, color.readable());
    }
}
