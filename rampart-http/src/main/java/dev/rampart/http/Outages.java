package dev.rampart.http;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells an outage from a bug. */
final class Outages {

    /** Connection exceptions, too many connections, and a server that is shutting down or starting up. */
    private static final String[] STATES = {"08", "53", "57P"};

    private Outages() {}

    /** Whether something that was thrown means that the database cannot be reached just now. */
    static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(String state) {
        for (String prefix : STATES) {
            if (state.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
