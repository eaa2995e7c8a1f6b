package dev.rampart.domain.group;

/** Why a group stayed as it was. */
public enum GroupRefusal {
    /** It would be in itself. */
    CIRCLE,
    /** Other groups are in it: they would be left in nothing. */
    HOLDS_OTHERS,
    LAST_OWNER,
    /** It carries, or would, what the caller may not give. */
    MAY_DO_MORE,
    NAME_TAKEN,
    PARENT_UNKNOWN,
    TOO_DEEP
}
