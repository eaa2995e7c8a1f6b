package dev.rampart.domain.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts one after the other, each behind its length in four bytes, which is -1 where there is none. Two different lists
 * never have the same bytes.
 */
record CanonicalBytes(ByteArrayOutputStream bytes) {

    private static final int ABSENT = -1;

    static CanonicalBytes of(byte version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(version);
        return new CanonicalBytes(bytes);
    }

    void add(@Nullable String text) {
        addBytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void addBytes(byte @Nullable [] value) {
        if (value == null) {
            addLength(ABSENT);
        } else {
            addLength(value.length);
            bytes.writeBytes(value);
        }
    }

    void add(Change change) {
        add(change.before().orElse(null));
        add(change.after().orElse(null));
    }

    private void addLength(int length) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** The next text of bytes that were written so. */
    static Optional<String> next(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length == ABSENT) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }
}
