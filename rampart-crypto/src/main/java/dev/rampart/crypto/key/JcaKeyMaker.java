package dev.rampart.crypto.key;

import dev.rampart.crypto.CryptoProvider;
import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.NewKey;
import dev.rampart.domain.key.SigningAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Makes key pairs with the JCA, from the randomness of its provider. */
public final class JcaKeyMaker implements KeyMaker {

    private static final int RSA_BITS = 2048;
    private static final String P_256 = "secp256r1";

    private final CryptoProvider provider;

    public JcaKeyMaker(CryptoProvider provider) {
        this.provider = provider;
    }

    @Override
    public NewKey make(SigningAlgorithm algorithm) {
        try {
            KeyPair pair = generator(algorithm).generateKeyPair();
            return new NewKey(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key pair for " + algorithm, e);
        }
    }

    private KeyPairGenerator generator(SigningAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator =
                provider.keyPairGenerator(JcaAlgorithm.of(algorithm).key());
        switch (algorithm) {
            case RS256 -> generator.initialize(RSA_BITS);
            case ES256 -> generator.initialize(new ECGenParameterSpec(P_256));
        }
        return generator;
    }
}
