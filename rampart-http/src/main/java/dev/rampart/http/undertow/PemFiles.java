package dev.rampart.http.undertow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Reads certificates and keys as other servers read them, too: in PEM (RFC 7468). */
final class PemFiles {

    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";
    private static final List<String> ALGORITHMS = List.of("EC", "RSA");

    private PemFiles() {}

    static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(read(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new CertificateException("empty");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new UnusableTlsException("there is no certificate in PEM in " + file, e);
        }
    }

    static PrivateKey privateKey(Path file) {
        String pem = new String(read(file), US_ASCII);
        int begin = pem.indexOf(KEY_BEGIN);
        int end = pem.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new UnusableTlsException(
                    "there is no unencrypted PKCS#8 key in %s: it begins with %s ".formatted(file, KEY_BEGIN)
                            + "(openssl pkcs8 -topk8 -nocrypt makes one)",
                    null);
        }
        return key(file, pem.substring(begin + KEY_BEGIN.length(), end));
    }

    private static PrivateKey key(Path file, String base64) {
        GeneralSecurityException last = new GeneralSecurityException("no algorithm");
        for (String algorithm : ALGORITHMS) {
            try {
                byte[] encoded = Base64.getMimeDecoder().decode(base64);
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new UnusableTlsException("the key in %s is neither RSA nor EC".formatted(file), last);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableTlsException("%s cannot be read".formatted(file), e);
        }
    }
}
