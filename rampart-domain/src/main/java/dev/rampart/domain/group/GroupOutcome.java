package dev.rampart.domain.group;

/** What became of an act on a group. */
public sealed interface GroupOutcome {

    /** It is so now. */
    record Done(Group group) implements GroupOutcome {}

    record Removed() implements GroupOutcome {}

    /** There is no such group, or nobody of that name. */
    record Unknown() implements GroupOutcome {}

    /** It has been changed since the caller read it. */
    record Stale() implements GroupOutcome {}

    record Refused(GroupRefusal why) implements GroupOutcome {}
}
