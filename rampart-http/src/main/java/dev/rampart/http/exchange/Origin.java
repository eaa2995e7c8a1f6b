package dev.rampart.http.exchange;

import dev.rampart.domain.shared.RequestOrigin;
import java.util.Optional;

/**
 * Where a request comes from: for the audit log, for rate limits, for the request log.
 *
 * @param ip the client's address, behind whatever proxies are trusted
 * @param network what is counted as one client: the address itself with IPv4 ({@code /32}), its {@code /64} with IPv6
 * @param userAgent what the client calls itself, at most {@link #USER_AGENT_MAX} characters; empty if it does not say
 * @param requestId this request's, as it stands in the logs and in {@code X-Request-Id}
 * @param secure whether it came by https, to us or to a trusted proxy
 * @param host the host name it was sent to, as the client or a trusted proxy says; empty if unknown
 */
public record Origin(String ip, String network, String userAgent, String requestId, boolean secure, String host) {

    public static final int USER_AGENT_MAX = 256;

    /** Of somebody on this machine, for tests. */
    public static final Origin LOOPBACK = new Origin("127.0.0.1", "127.0.0.1/32", "", "none", false, "localhost");

    public Origin {
        userAgent = userAgent.length() > USER_AGENT_MAX ? userAgent.substring(0, USER_AGENT_MAX) : userAgent;
    }

    /** What the domain wants to know of it. */
    public RequestOrigin asRequestOrigin() {
        return new RequestOrigin(
                ip, network, userAgent.isEmpty() ? Optional.empty() : Optional.of(userAgent), requestId);
    }
}
