package dev.rampart.migrations;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migrated data directory, made once for each state of the programs and the migrations, and copied by every
 * throw-away server.
 */
final class Template {

    /** Goes up when what {@link MigratedPostgres} puts into a new server changes. */
    private static final String RECIPE = "1";

    private static final String PREFIX = "template-";
    private static final Duration UNUSED_AT_MOST = Duration.ofDays(7);

    private Template() {}

    /** Copies the template into a new directory, making the template first if there is none. */
    static Path copy() throws IOException, SQLException {
        Path template = find();
        Files.setLastModifiedTime(template, FileTime.from(Instant.now()));
        Path home = ThrowAwayHomes.fresh();
        Directories.copy(template, home);
        return home;
    }

    private static Path find() throws IOException, SQLException {
        Path parent = ThrowAwayHomes.parent();
        Path template = parent.resolve(
                PREFIX + String.join("-", RECIPE, PostgresBinaries.fingerprint(), Scripts.fingerprint()));
        if (!Files.exists(template)) {
            // Made beside it and then renamed, so that nobody ever sees half of it.
            Path draft = Files.createTempDirectory(parent, "draft");
            MigratedPostgres.makeTemplate(draft);
            Files.delete(draft.resolve("lock")); // Who uses a copy locks it anew.
            try {
                Files.move(draft, template, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                Directories.delete(draft); // Somebody else was faster.
            }
            forgetOldOnes(parent);
        }
        return template;
    }

    private static void forgetOldOnes(Path parent) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(UNUSED_AT_MOST));
        List<Path> templates;
        try (Stream<Path> all = Files.list(parent)) {
            templates = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path template : templates) {
            if (Files.getLastModifiedTime(template).compareTo(oldest) < 0) {
                Directories.delete(template);
            }
        }
    }
}
