package dev.rampart.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EndedSessionsTest {

    /** Whoever ends sessions by another statement forgets to have applications told. */
    @Test
    void isTheOnePlaceWhereSessionsEnd() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> ending = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains(".set(SESSION.ENDED_AT"))
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(ending).containsExactly("EndedSessions.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
