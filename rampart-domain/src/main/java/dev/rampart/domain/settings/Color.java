package dev.rampart.domain.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour as {@code #rrggbb}, in lower case. */
public record Color(String value) {

    /** Upper case is taken, too. */
    public static final String SHAPE = "#[0-9a-fA-F]{6}";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public Color {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a colour: " + value);
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    public static Optional<Color> parse(String text) {
        return PATTERN.matcher(text).matches() ? Optional.of(new Color(text)) : Optional.empty();
    }

    /** Black or white, whichever can be read better on it: of the two, one always has a contrast of 4.5 and more. */
    public Color readable() {
        Color black = new Color("#000000");
        Color white = new Color("#ffffff");
        return contrast(black) >= contrast(white) ? black : white;
    }

    /** From 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public double contrast(Color other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** From 0 to 1 (WCAG 2.2, "relative luminance"). */
    private double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double part = Integer.parseInt(value.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return value;
    }
}
