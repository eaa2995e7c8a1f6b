package dev.rampart.domain.audit;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event says of one person. It is written down sealed, under a key of theirs that can be thrown away.
 *
 * @param name what they were called
 * @param ip where they called from; {@code userAgent} is what with
 * @param changes values of theirs that were changed, by field
 */
public record PersonalPart(
        Optional<String> name, Optional<String> ip, Optional<String> userAgent, SortedMap<String, Change> changes) {

    private static final byte VERSION = 1;

    public PersonalPart {
        changes = new TreeMap<>(changes);
    }

    boolean isEmpty() {
        return name.isEmpty() && ip.isEmpty() && userAgent.isEmpty() && changes.isEmpty();
    }

    /** As it is sealed. */
    public byte[] bytes() {
        CanonicalBytes bytes = CanonicalBytes.of(VERSION);
        bytes.add(name.orElse(null));
        bytes.add(ip.orElse(null));
        bytes.add(userAgent.orElse(null));
        changes.forEach((field, change) -> {
            bytes.add(field);
            bytes.add(change);
        });
        return bytes.toByteArray();
    }

    /**
     * What {@link #bytes} wrote. Throws {@link IllegalArgumentException} for a form that this version does not know.
     */
    public static PersonalPart of(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        if (bytes.get() != VERSION) {
            throw new IllegalArgumentException("a form of personal data that this version does not know");
        }
        Optional<String> name = CanonicalBytes.next(bytes);
        Optional<String> ip = CanonicalBytes.next(bytes);
        Optional<String> userAgent = CanonicalBytes.next(bytes);
        Map<String, Change> changes = new TreeMap<>();
        while (bytes.hasRemaining()) {
            String field = CanonicalBytes.next(bytes).orElseThrow();
            changes.put(field, new Change(CanonicalBytes.next(bytes), CanonicalBytes.next(bytes)));
        }
        return new PersonalPart(name, ip, userAgent, new TreeMap<>(changes));
    }
}
