package dev.rampart.server;

import java.util.Optional;

/** Which version this is. */
final class Version {

    private Version() {}

    /** As the jar says; {@code development} where there is none. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
