package dev.rampart.http.exchange;

/** What sort of page an answer is, which decides what a browser may do with it. */
public enum PageKind {
    /** No page: JSON, a redirect, a file. */
    NONE,
    /** Where people sign in, consent, register or read what went wrong. */
    SIGN_IN,
    /** Where people look after themselves. */
    ACCOUNT,
    /** The console. */
    ADMIN,
    /** Sends an answer on to an application by itself ({@code response_mode=form_post}). */
    FORM_POST,
    /** The relying party that comes with {@code dev}. */
    PLAYGROUND,
    /** The HTML of somebody's mail, in the mailbox that comes with {@code dev}. */
    MAIL
}
