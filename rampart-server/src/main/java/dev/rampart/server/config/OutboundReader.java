package dev.rampart.server.config;

import dev.rampart.domain.network.Network;
import dev.rampart.outbound.http.OutboundSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads how far calls to the outside may go, and whom they trust. */
final class OutboundReader {

    private static final String ALLOW = "RAMPART_OUTBOUND_ALLOW";
    private static final String ROOTS = "RAMPART_TRUST_CA";

    private static final String PEM = "a file that can be read, with a certificate in PEM";

    private OutboundReader() {}

    static OutboundSettings read(Environment environment) {
        List<Network> allowed = Networks.read(environment, ALLOW);
        List<X509Certificate> roots = environment.parsed(ROOTS, List.of(), OutboundReader::certificates, PEM);
        return new OutboundSettings(allowed, roots);
    }

    private static Optional<List<X509Certificate>> certificates(String file) {
        try {
            byte[] pem = Files.readAllBytes(Path.of(file));
            List<X509Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            return Optional.of(all).filter(some -> !some.isEmpty());
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }
}
