package dev.rampart.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Whose code signs, verifies and makes key pairs: Amazon's native one where it loads, else the platform's.
 *
 * <p>The native one makes an RS256 signature for a third, an ES256 signature for an eighth of the CPU time, but only
 * with keys that its own {@link #keyFactory} made: it imports any other key anew for every signature. It is never
 * installed for the whole JVM, which may be somebody else's.
 */
public final class CryptoProvider {

    private static final System.Logger LOG = System.getLogger(CryptoProvider.class.getName());

    private final @Nullable Provider provider;

    private CryptoProvider(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** What the Java platform brings along. */
    public static CryptoProvider platform() {
        return new CryptoProvider(null);
    }

    /** The native one if its library is there, loads and passes its self-tests, else {@link #platform}. */
    public static CryptoProvider fastest() {
        return Fastest.CHOSEN;
    }

    /** Begins to look for {@link #fastest} on a thread of its own, for it takes about as long as opening a database. */
    public static void lookAhead() {
        Thread.ofPlatform().daemon().name("crypto").start(CryptoProvider::fastest);
    }

    private static CryptoProvider choose() {
        try {
            return new CryptoProvider(Native.healthy());
        } catch (RuntimeException | LinkageError e) {
            // Nothing is lost but speed: other systems than Linux on x86-64 have no such library.
            LOG.log(System.Logger.Level.INFO, "Signing with the platform's providers: the native one is unusable", e);
            return platform();
        }
    }

    /** Whether this is the native one. */
    public boolean isNative() {
        return provider != null;
    }

    public Signature signature(String algorithm) throws NoSuchAlgorithmException {
        return provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
    }

    public KeyFactory keyFactory(String algorithm) throws NoSuchAlgorithmException {
        return provider == null ? KeyFactory.getInstance(algorithm) : KeyFactory.getInstance(algorithm, provider);
    }

    public KeyPairGenerator keyPairGenerator(String algorithm) throws NoSuchAlgorithmException {
        return provider == null
                ? KeyPairGenerator.getInstance(algorithm)
                : KeyPairGenerator.getInstance(algorithm, provider);
    }

    @Override
    public String toString() {
        return provider == null ? "platform" : provider.getName();
    }

    /** Chosen once for the JVM: who comes while the choice is being made waits for it. */
    private static final class Fastest {

        static final CryptoProvider CHOSEN = choose();
    }

    /** Apart, so that a class path without the native provider fails where it is caught. */
    private static final class Native {

        static Provider healthy() {
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
            return AmazonCorrettoCryptoProvider.INSTANCE;
        }
    }
}
