package dev.rampart.outbound.http;

import dev.rampart.domain.network.Network;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the operator has chosen for outgoing calls.
 *
 * @param allowed networks that may be reached although they are private, by http and at any port as well
 * @param roots certificates that are trusted beside those of the JDK
 */
public record OutboundSettings(List<Network> allowed, List<X509Certificate> roots) {

    /** The public internet only. */
    public static final OutboundSettings NONE = new OutboundSettings(List.of(), List.of());

    public OutboundSettings {
        allowed = List.copyOf(allowed);
        roots = List.copyOf(roots);
    }
}
