package dev.rampart.migrations;

import java.util.List;

/** What migrating a database would do. */
public sealed interface MigrationPreview {

    /** These would be applied, in this order. None, where the schema is current. */
    record Pending(List<Step> steps) implements MigrationPreview {

        /** Copies what it is given. */
        public Pending {
            steps = List.copyOf(steps);
        }
    }

    /** Migrating would be refused. */
    record Refused(MigrationRefusal refusal) implements MigrationPreview {}

    /** One migration: its number, and what it is about. */
    record Step(String version, String description) {}
}
