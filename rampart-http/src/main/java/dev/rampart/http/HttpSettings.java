package dev.rampart.http;

import dev.rampart.http.network.TrustedProxies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server stands in the network.
 *
 * @param port 0 takes a free one
 * @param tls its own TLS, or null for plain http
 * @param secureIssuer whether the issuer is https, here or at a proxy: browsers are then told to stay there
 * @param allowedOrigins may read the answers of every tenant's APIs, beside what its clients registered
 */
public record HttpSettings(
        String host,
        int port,
        @Nullable Tls tls,
        boolean secureIssuer,
        TrustedProxies proxies,
        Set<String> allowedOrigins,
        Limits limits) {

    public HttpSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** Plain http on this machine only, believing nobody. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port, null, false, TrustedProxies.NONE, Set.of(), Limits.USUAL);
    }

    public HttpSettings withTls(Tls other) {
        return new HttpSettings(host, port, other, true, proxies, allowedOrigins, limits);
    }

    public HttpSettings withSecureIssuer(boolean secure) {
        return new HttpSettings(host, port, tls, secure, proxies, allowedOrigins, limits);
    }

    public HttpSettings withProxies(TrustedProxies others) {
        return new HttpSettings(host, port, tls, secureIssuer, others, allowedOrigins, limits);
    }

    public HttpSettings withAllowedOrigins(Set<String> origins) {
        return new HttpSettings(host, port, tls, secureIssuer, proxies, origins, limits);
    }

    public HttpSettings withLimits(Limits others) {
        return new HttpSettings(host, port, tls, secureIssuer, proxies, allowedOrigins, others);
    }

    /**
     * A certificate and its key, in PEM.
     *
     * @param certificate the server's first, then those that lead to the root
     * @param key unencrypted PKCS#8, RSA or EC
     * @param clientCa whose client certificates are accepted, or null to ask for none
     */
    public record Tls(Path certificate, Path key, @Nullable Path clientCa) {}

    /**
     * What a request may cost. How long a body may be, {@link Payload} says.
     *
     * @param workerThreads how many requests may wait for the database at a time
     * @param requests how many may be under way in all; above, 503
     * @param headerBytes of all headers together
     * @param urlLength path and query, in characters
     * @param parameters in query or form, declared or not
     * @param read how long a client may take to send a request
     * @param idle how long a connection may lie idle
     * @param drain how long requests under way may take when the server stops
     */
    public record Limits(
            int workerThreads,
            int requests,
            int headerBytes,
            int urlLength,
            int parameters,
            Duration read,
            Duration idle,
            Duration drain) {

        public static final Limits USUAL = new Limits(
                32,
                2_000,
                16 * 1024,
                8 * 1024,
                100,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));

        public Limits withWorkerThreads(int threads) {
            return new Limits(threads, requests, headerBytes, urlLength, parameters, read, idle, drain);
        }

        public Limits withRead(Duration other) {
            return new Limits(workerThreads, requests, headerBytes, urlLength, parameters, other, idle, drain);
        }

        public Limits withDrain(Duration other) {
            return new Limits(workerThreads, requests, headerBytes, urlLength, parameters, read, idle, other);
        }
    }
}
