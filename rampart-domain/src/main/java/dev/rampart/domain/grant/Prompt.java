package dev.rampart.domain.grant;

import java.util.Arrays;
import java.util.Optional;

/** What an application wants the person to be asked (OIDC Core §3.1.2.1). */
public enum Prompt {
    NONE("none"),
    LOGIN("login"),
    CONSENT("consent"),
    SELECT_ACCOUNT("select_account");

    private final String text;

    Prompt(String text) {
        this.text = text;
    }

    public static Optional<Prompt> parse(String text) {
        return Arrays.stream(values())
                .filter(prompt -> prompt.text.equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
