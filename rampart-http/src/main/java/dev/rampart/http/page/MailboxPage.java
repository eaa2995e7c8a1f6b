package dev.rampart.http.page;

import java.util.List;

/** What would have been sent: the list that {@code dev} shows of it, newest first. */
public record MailboxPage(Frame frame, List<Entry> mails) implements View {

    public MailboxPage {
        mails = List.copyOf(mails);
    }

    public boolean any() {
        return !mails.isEmpty();
    }

    /** A line of the list. */
    public record Entry(SafeUrl href, String subject, String sender, String recipient, String at) {}
}
