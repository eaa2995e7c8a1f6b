package dev.rampart.http.health;

import java.util.Map;

/** What a server needs before it is of any use. */
@FunctionalInterface
public interface Readiness {

    /** Each need by name ({@code database}, {@code migrations}, {@code keys}, {@code clock}), and whether it is met. */
    Map<String, Boolean> checks();
}
