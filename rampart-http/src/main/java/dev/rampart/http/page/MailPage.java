package dev.rampart.http.page;

import java.util.List;

/**
 * What a mail shows as HTML: the components are the names in its template.
 *
 * @param notes what stands in small print beneath
 */
record MailPage(String organization, String title, List<Line> lines, Button button, List<Line> notes) {

    MailPage {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** A paragraph. */
    record Line(String line) {}

    /** Where the mail leads to. {@code otherwise} goes before the address itself, for those who cannot press it. */
    record Button(String label, SafeUrl link, String otherwise) {

        /** The link is left out: it is a secret. */
        @Override
        public String toString() {
            return "Button[label=%s]".formatted(label);
        }
    }
}
