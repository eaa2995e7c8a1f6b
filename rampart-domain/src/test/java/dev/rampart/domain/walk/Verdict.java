package dev.rampart.domain.walk;

/** What becomes of an {@link Act}. */
enum Verdict {
    DONE,
    /** There is nothing of that name. */
    UNKNOWN,
    REFUSED,
    /** Whoever tries is not known any more, or may not do such a thing at all. */
    TURNED_AWAY
}
