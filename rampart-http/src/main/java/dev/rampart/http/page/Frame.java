package dev.rampart.http.page;

import java.util.Locale;
import java.util.Set;

/** What all pages of one request share: their language, the organization they speak for, and how they look. */
public record Frame(Locale locale, String organization, Look look) {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

    /** One that looks as we make them. */
    public Frame(Locale locale, String organization) {
        this(locale, organization, Look.PLAIN);
    }

    /** The language of the texts that there are for this locale, as an HTML {@code lang}. */
    public String language() {
        return Texts.languageFor(locale);
    }

    /** How that language is written, as an HTML {@code dir}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(language()) ? "rtl" : "ltr";
    }
}
