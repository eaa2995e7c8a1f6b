package dev.rampart.http.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How records stand in a file. */
public enum FileFormat {
    JSON_LINES("jsonl", "application/x-ndjson"),
    CSV("csv", "text/csv; charset=utf-8");

    private final String text;
    private final String contentType;

    FileFormat(String text, String contentType) {
        this.text = text;
        this.contentType = contentType;
    }

    /** By the word that a parameter has for it. */
    public static Optional<FileFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst();
    }

    /** The one that a content type names. */
    public static FileFormat of(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith("text/csv") ? CSV : JSON_LINES;
    }

    public String contentType() {
        return contentType;
    }

    /** The word for it, which ends the name of its files, too. */
    @Override
    public String toString() {
        return text;
    }
}
