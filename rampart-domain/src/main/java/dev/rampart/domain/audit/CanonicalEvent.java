package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The one way to write an event down in bytes, so that its hash can be computed again years later.
 *
 * <p>A version number, then every field in a fixed order: its length in four bytes and its UTF-8, or the length -1 if
 * there is none. Two different events never have the same bytes.
 */
public final class CanonicalEvent {

    private static final byte VERSION = 1;
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private CanonicalEvent() {
        bytes.write(VERSION);
    }

    public static Sha256 hash(OrgId org, AuditEvent event) {
        return Sha256.of(bytes(org, event));
    }

    static byte[] bytes(OrgId org, AuditEvent event) {
        CanonicalEvent canonical = new CanonicalEvent();
        canonical.add(org.toString());
        canonical.add(event.id().value().toString());
        canonical.add(event.type().toString());
        canonical.add(word(event.actor().kind()));
        canonical.add(event.actor().id());
        canonical.add(event.actor().name());
        canonical.add(event.actor().organization().map(OrgId::toString));
        canonical.add(event.target().map(target -> word(target.kind())));
        canonical.add(event.target().map(Target::id));
        canonical.add(event.target().flatMap(Target::name));
        canonical.add(event.origin());
        canonical.add(event.session());
        canonical.add(word(event.outcome()));
        canonical.add(event.reason());
        event.changes().forEach((field, change) -> {
            canonical.add(field);
            canonical.add(change.before());
            canonical.add(change.after());
        });
        canonical.add(Long.toString(event.createdAt().toEpochMilli()));
        return canonical.bytes.toByteArray();
    }

    /** How a constant is written down: in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void add(RequestOrigin origin) {
        add(origin.ip());
        add(origin.userAgent());
        add(origin.requestId());
    }

    private void add(Optional<String> text) {
        text.ifPresentOrElse(this::add, () -> addLength(ABSENT));
    }

    private void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        addLength(utf8.length);
        bytes.writeBytes(utf8);
    }

    private void addLength(int length) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
