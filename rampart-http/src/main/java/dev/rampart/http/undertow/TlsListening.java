package dev.rampart.http.undertow;

import dev.rampart.http.HttpSettings.Tls;
import io.undertow.Undertow;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/** Makes a listener speak TLS with the certificate and key of two files, and HTTP/2 over it. */
final class TlsListening {

    /** The key store never leaves the memory; its interface wants a password all the same. */
    private static final char[] NO_PASSWORD = {};

    private TlsListening() {}

    static Undertow.ListenerBuilder dress(Undertow.ListenerBuilder listener, Tls tls) {
        if (tls.clientCa() != null) {
            // Asked for, not insisted on: whether a client must show one is for its registration to say (RFC 8705).
            listener.setOverrideSocketOptions(
                    OptionMap.create(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED));
        }
        return listener.setType(Undertow.ListenerType.HTTPS)
                .setSslContext(context(tls))
                .setHttp2Enabled(true);
    }

    private static SSLContext context(Tls tls) {
        List<X509Certificate> chain = PemFiles.certificates(tls.certificate());
        PrivateKey key = PemFiles.privateKey(tls.key());
        try {
            KeyStore keys = empty();
            keys.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), trust(tls.clientCa()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new UnusableTlsException(
                    "the certificate in %s and the key in %s do not go together"
                            .formatted(tls.certificate(), tls.key()),
                    e);
        }
    }

    private static TrustManager @Nullable [] trust(@Nullable Path clientCa) throws GeneralSecurityException {
        if (clientCa == null) {
            return null;
        }
        KeyStore authorities = empty();
        int number = 0;
        for (X509Certificate authority : PemFiles.certificates(clientCa)) {
            authorities.setCertificateEntry("authority" + number++, authority);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(authorities);
        return managers.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store could not be made", e);
        }
    }
}
