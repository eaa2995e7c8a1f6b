package dev.rampart.domain.mail;

/** Hands mail to whoever delivers it. */
@FunctionalInterface
public interface MailSender {

    /** Waits for the outside, for a bounded time: call it without a database connection. Throws nothing on purpose. */
    Delivery send(OutgoingMail mail);

    /** What became of it. The reasons name neither address nor content. */
    sealed interface Delivery {

        /** It was taken. */
        record Sent() implements Delivery {}

        /** Not now, but perhaps later. */
        record Failed(String why) implements Delivery {}

        /** Nobody answers, or everything is refused: other mail would fare no better. */
        record Unreachable(String why) implements Delivery {}

        /** Not this one, now or ever. */
        record Refused(String why) implements Delivery {}
    }
}
