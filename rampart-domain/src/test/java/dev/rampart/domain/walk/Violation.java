package dev.rampart.domain.walk;

import java.util.List;

/** What went wrong in a walk, after these steps. */
record Violation(Kind kind, List<Walk.Step> steps) {

    enum Kind {
        /** Somebody got a right that whoever acted could not give. */
        ESCALATION,
        /** Somebody lost a right that whoever acted could not take. */
        DEPRIVATION,
        /** Somebody got a way to act as somebody who may do more than they. */
        TAKEOVER,
        /** The organization lost its last owner. */
        ORPHANED,
        /** It was done, refused or said to be unknown, and should not have been. */
        VERDICT,
        /** What somebody holds is not what should have come of what was done. */
        DRIFT
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(kind);
        for (Walk.Step step : steps) {
            text.append("\n  ").append(step);
        }
        return text.toString();
    }
}
