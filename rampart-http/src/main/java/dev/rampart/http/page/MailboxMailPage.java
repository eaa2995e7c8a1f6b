package dev.rampart.http.page;

import java.util.List;

/** One mail that would have been sent, as text. Its HTML is another page, which can do nothing. */
public record MailboxMailPage(Frame frame, Headers headers, String body, List<Link> links, SafeUrl html, SafeUrl back)
        implements View {

    public MailboxMailPage {
        links = List.copyOf(links);
    }

    public boolean any() {
        return !links.isEmpty();
    }

    /** What stands above the text. */
    public record Headers(String subject, String sender, String recipient, String at) {}

    /** A link of the text, to be followed. */
    public record Link(SafeUrl href) {}

    /** The text is left out: there may be a link in it that is a secret. */
    @Override
    public String toString() {
        return "MailboxMailPage[headers=%s]".formatted(headers);
    }
}
