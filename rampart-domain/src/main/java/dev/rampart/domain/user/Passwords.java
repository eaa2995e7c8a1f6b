package dev.rampart.domain.user;

import dev.rampart.domain.password.PasswordHash;
import java.time.Instant;

/** The passwords of one organization's people. */
public interface Passwords {

    /** Sets the password of somebody who has none. A second one is a bug, and fails the unit of work. */
    void add(UserId user, PasswordHash hash, Instant now);

    /** Sets the password of somebody, whether they have one or not. */
    void set(UserId user, PasswordHash hash, Instant now);

    /** Keeps the same password under another hash. Does nothing if it has been changed meanwhile. */
    void replaceHash(UserId user, PasswordHash verified, PasswordHash better);
}
