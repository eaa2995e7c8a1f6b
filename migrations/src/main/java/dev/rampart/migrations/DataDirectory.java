package dev.rampart.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a server of ours keeps under its home: {@code data}, {@code password}, {@code postgres.log}. */
record DataDirectory(Path home) {

    static final String SUPERUSER = "postgres";

    /** From here on there is a locale provider that knows upper and lower case, and sorts alike on every machine. */
    private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

    static DataDirectory at(Path home) throws IOException {
        return new DataDirectory(Directories.makePrivate(home).toRealPath());
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            Directories.writePrivately(passwordFile(), randomPassword());
        }
        return Files.readString(passwordFile());
    }

    static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Makes the data if there is none yet. Throws {@link IOException} if it is another version's. */
    void make(PostgresBinaries programs, Launcher launcher, List<String> options) throws IOException {
        String major = programs.majorVersion();
        Path version = data().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            initialize(programs, launcher, options);
            return;
        }
        String found = Files.readString(version).strip();
        if (!found.equals(major)) {
            throw new IOException("%s holds data of PostgreSQL %s, but this is PostgreSQL %s: dump it and reload it"
                    .formatted(data(), found, major));
        }
    }

    /**
     * Takes a {@code postmaster.pid} away that would keep PostgreSQL from starting though no server runs: a
     * half-written one, or one whose number another program has now. One whose process is gone PostgreSQL judges better
     * itself.
     */
    void forgetFormerServer() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.UTF_8);
        boolean whole = lines.size() >= 4 && lines.getFirst().strip().matches("[1-9][0-9]{0,9}");
        if (!whole || ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent()) {
            Files.delete(pidFile());
        }
    }

    /** The last thing that PostgreSQL complained of, for a message of one line. */
    String lastComplaint() throws IOException {
        if (!Files.exists(log())) {
            return "it wrote nothing";
        }
        return Files.readAllLines(log(), StandardCharsets.UTF_8).reversed().stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                .findFirst()
                .orElse("it gave no reason");
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private void initialize(PostgresBinaries programs, Launcher launcher, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.program("initdb"), "-D", data().toString()));
        command.addAll(List.of("-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + passwordFile()));
        command.addAll(List.of("-E", "UTF8", "--locale=C", "--data-checksums"));
        if (Integer.parseInt(programs.majorVersion()) >= FIRST_WITH_BUILTIN_LOCALE) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        command.addAll(options);
        Process initdb = launcher.command(command).start();
        String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ServerProcess.exitCode(initdb) != 0) {
            throw new IOException("initdb failed: " + said);
        }
    }
}
