package dev.rampart.domain.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody trusts by nature, made by the JDK's own tool. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";
    private static final String ROOT = "root";

    private final Path file;

    private TestAuthority(Path file) {
        this.file = file;
    }

    /** A new one, whose keys lie in that folder. */
    public static TestAuthority in(Path folder) throws IOException, InterruptedException {
        TestAuthority authority = new TestAuthority(folder.resolve("authority.p12"));
        authority.makeKeys(ROOT, List.of("-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign"));
        return authority;
    }

    public X509Certificate root() throws IOException, GeneralSecurityException {
        return (X509Certificate) load().getCertificate(ROOT);
    }

    /** The root as operators have it in a file. */
    public String pem() throws IOException, GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(root().getEncoded());
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64);
    }

    /**
     * What a server needs that proves by a certificate of this authority who it is.
     *
     * @param names as the tool writes them: {@code dns:localhost,ip:127.0.0.1}
     */
    public SSLContext server(String names) throws IOException, InterruptedException, GeneralSecurityException {
        String alias = "server" + names.hashCode();
        makeKeys(alias, List.of("-signer", ROOT, "-ext", "san=" + names));
        KeyStore all = load();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void makeKeys(String alias, List<String> more) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-keyalg", "EC", "-validity", "30"));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias, "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        command.addAll(more);
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
