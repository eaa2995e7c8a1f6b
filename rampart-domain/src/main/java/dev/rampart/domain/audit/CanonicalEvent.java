package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import java.util.Locale;

/**
 * The one way to write an event down in bytes, so that its hash can be computed again years later.
 *
 * <p>A version number, then every field in a fixed order: its length in four bytes and its UTF-8, or the length -1 if
 * there is none. Two different events never have the same bytes. What is sealed stands there as it is sealed, so that
 * the hash still holds when nobody can open it any more.
 */
public final class CanonicalEvent {

    private static final byte OPEN = 1;

    /** With the sealed parts behind the rest. */
    private static final byte SEALED = 2;

    private CanonicalEvent() {}

    public static Sha256 hash(OrgId org, SealedEvent event) {
        return Sha256.of(bytes(org, event));
    }

    private static byte[] bytes(OrgId org, SealedEvent sealed) {
        CanonicalBytes canonical = CanonicalBytes.of(sealed.isSealed() ? SEALED : OPEN);
        AuditEvent event = sealed.rest();
        canonical.add(org.toString());
        canonical.add(event.id().value().toString());
        canonical.add(event.type().toString());
        canonical.add(word(event.actor().kind()));
        canonical.add(event.actor().id().orElse(null));
        canonical.add(event.actor().name().orElse(null));
        canonical.add(event.actor().organization().map(OrgId::toString).orElse(null));
        canonical.add(event.target().map(target -> word(target.kind())).orElse(null));
        canonical.add(event.target().map(Target::id).orElse(null));
        canonical.add(event.target().flatMap(Target::name).orElse(null));
        canonical.add(event.origin().ip());
        canonical.add(event.origin().userAgent().orElse(null));
        canonical.add(event.origin().requestId());
        canonical.add(event.session().orElse(null));
        canonical.add(word(event.outcome()));
        canonical.add(event.reason().orElse(null));
        event.changes().forEach((field, change) -> {
            canonical.add(field);
            canonical.add(change);
        });
        canonical.add(Long.toString(event.createdAt().toEpochMilli()));
        if (sealed.isSealed()) {
            canonical.addBytes(sealed.ofActor().orElse(null));
            canonical.addBytes(sealed.ofTarget().orElse(null));
        }
        return canonical.toByteArray();
    }

    /** How a constant is written down: in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
