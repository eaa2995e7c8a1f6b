package dev.rampart.server.config;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.network.TrustedProxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads how the server stands in the network. */
final class HttpReader {

    /** All that is read here. */
    static final String[] NAMES = {
        "RAMPART_ISSUER",
        "RAMPART_HOST",
        "RAMPART_PORT",
        "RAMPART_TLS_CERT",
        "RAMPART_TLS_KEY",
        "RAMPART_TLS_CLIENT_CA",
        "RAMPART_TRUSTED_PROXIES",
        "RAMPART_ALLOWED_ORIGINS",
    };

    private static final int PORT = 8080;
    private static final int MAX_PORT = 65_535;

    private HttpReader() {}

    static int port(Environment environment) {
        return environment.integer("RAMPART_PORT", PORT, 0, MAX_PORT);
    }

    static HttpSettings read(Environment environment, Issuer issuer) {
        int before = port(environment);
        HttpSettings plain = new HttpSettings(
                environment.optional("RAMPART_HOST").orElse("127.0.0.1"),
                before,
                null,
                issuer.isSecure(),
                new TrustedProxies(Networks.read(environment, "RAMPART_TRUSTED_PROXIES")),
                Set.copyOf(environment.list("RAMPART_ALLOWED_ORIGINS")),
                HttpSettings.Limits.USUAL);
        return tls(environment).map(plain::withTls).orElse(plain);
    }

    private static Optional<HttpSettings.Tls> tls(Environment environment) {
        Optional<Path> certificate = file(environment, "RAMPART_TLS_CERT");
        Optional<Path> key = file(environment, "RAMPART_TLS_KEY");
        Optional<Path> clientCa = file(environment, "RAMPART_TLS_CLIENT_CA");
        if (certificate.isPresent() != key.isPresent()) {
            environment.problem("RAMPART_TLS_CERT and RAMPART_TLS_KEY go together: set both or neither");
        }
        return certificate.flatMap(
                chain -> key.map(secret -> new HttpSettings.Tls(chain, secret, clientCa.orElse(null))));
    }

    private static Optional<Path> file(Environment environment, String name) {
        Optional<Path> file = environment.optional(name).map(Path::of);
        if (file.filter(path -> !Files.isReadable(path)).isPresent()) {
            environment.problem("%s is not a file that can be read: %s".formatted(name, file.get()));
        }
        return file;
    }
}
