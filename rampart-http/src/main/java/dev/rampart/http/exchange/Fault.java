package dev.rampart.http.exchange;

/** What is wrong with one declared parameter. */
public record Fault(String name, Kind kind) {

    /** The ways in which a parameter can be wrong before anybody asks what it means. */
    public enum Kind {
        MISSING("is missing"),
        DOUBLED("is given more than once"),
        TOO_LONG("is too long"),
        WRONG_TYPE("is not of the expected kind"),
        BAD_ENCODING("is not valid UTF-8");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** A sentence for whoever sent it. Only the declared name stands in it, nothing that was sent. */
    public String sentence() {
        return "The parameter %s %s.".formatted(name, kind.words);
    }
}
