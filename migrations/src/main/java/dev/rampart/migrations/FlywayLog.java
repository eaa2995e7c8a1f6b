package dev.rampart.migrations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Turns Flyway's chatter down: what it has to tell, it tells in its results. Flyway makes it, by name. */
public final class FlywayLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> type) {
        return new Quiet(System.getLogger(type.getName()));
    }

    private record Quiet(Logger logger) implements Log {

        @Override
        public void debug(String message) {
            logger.log(Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void notice(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(Level.DEBUG, message);
        }

        /** Comes back as an exception too, which becomes an outcome that the caller reports. */
        @Override
        public void error(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void error(String message, Exception cause) {
            logger.log(Level.DEBUG, message, cause);
        }
    }
}
