package dev.rampart.domain.work;

/** Tells this node that there is something to do. Other nodes find it by the clock. */
@FunctionalInterface
public interface Wakeup {

    /** Has the chore of that name done at once. Costs nothing, and waits for nothing. */
    void wake(String chore);
}
