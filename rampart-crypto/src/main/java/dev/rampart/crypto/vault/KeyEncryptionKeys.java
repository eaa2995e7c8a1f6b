package dev.rampart.crypto.vault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key-encryption keys that a server was given.
 *
 * @param current seals and opens
 * @param previous open only
 */
public record KeyEncryptionKeys(KeyEncryptionKey current, List<KeyEncryptionKey> previous) {

    public KeyEncryptionKeys {
        previous = List.copyOf(previous);
    }

    /** The key of that id, or nothing if the server was not given it. */
    public Optional<KeyEncryptionKey> find(String id) {
        return Stream.concat(Stream.of(current), previous.stream())
                .filter(key -> key.id().equals(id))
                .findFirst();
    }
}
