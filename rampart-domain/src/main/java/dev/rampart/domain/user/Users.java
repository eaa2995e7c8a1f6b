package dev.rampart.domain.user;

/** The people of one organization. */
public interface Users {

    /** Remembers a new person. Says whether username and address were still free; if not, nothing is remembered. */
    boolean add(User user);
}
