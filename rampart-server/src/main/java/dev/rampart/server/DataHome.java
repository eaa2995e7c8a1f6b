package dev.rampart.server;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.server.config.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Where {@code dev} keeps its data, and the key that they are sealed with: beside the database, not in it. */
record DataHome(Path path) {

    private static final int KEY_BYTES = 32;

    /** {@code RAMPART_DATA_DIR}, or {@code .rampart} where it is started. */
    static DataHome of(Environment environment) {
        return new DataHome(
                Path.of(environment.dataDirectory(".rampart")).toAbsolutePath().normalize());
    }

    /** 64 hexadecimal digits, made at the first start; only the owner may read them. */
    String encryptionKey() {
        Path file = path.resolve("encryption.key");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(path, asFileAttribute(fromString("rwx------")));
                Files.createFile(file, asFileAttribute(fromString("rw-------")));
                Entropy entropy = new SecureEntropy();
                Files.writeString(file, HexFormat.of().formatHex(entropy.next(KEY_BYTES)));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
    }
}
