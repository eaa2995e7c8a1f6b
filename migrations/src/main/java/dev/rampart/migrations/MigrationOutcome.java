package dev.rampart.migrations;

/** What came of migrating a database. */
public sealed interface MigrationOutcome {

    /** So many migrations were applied, and the schema has that version now. */
    record Applied(int count, String version) implements MigrationOutcome {}

    /** There was nothing to do. */
    record Current(String version) implements MigrationOutcome {}

    /** Nothing was changed. */
    record Refused(MigrationRefusal refusal) implements MigrationOutcome {}
}
