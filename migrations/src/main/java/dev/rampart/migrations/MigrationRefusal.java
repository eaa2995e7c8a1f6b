package dev.rampart.migrations;

/** Why a database was not migrated. */
public sealed interface MigrationRefusal {

    /** For people, in one line. */
    String reason();

    /** The schema has a version that this program does not know: a newer one was here. */
    record Newer(String version) implements MigrationRefusal {

        @Override
        public String reason() {
            return "the database has version %s, which this program does not know: start a newer one"
                    .formatted(version);
        }
    }

    /** The database holds somebody else's tables. */
    record Foreign(String reason) implements MigrationRefusal {}

    /** The database said no. What was applied before that stays, each migration whole. */
    record Failed(String reason) implements MigrationRefusal {}
}
