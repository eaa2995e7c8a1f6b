package dev.rampart.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.crypto.CryptoProvider;
import dev.rampart.domain.key.NewKey;
import dev.rampart.domain.key.SigningAlgorithm;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("providers")
final class JcaKeyMakerTest {

    private final JcaKeyMaker maker;

    JcaKeyMakerTest(CryptoProvider provider) {
        this.maker = new JcaKeyMaker(provider);
    }

    static Stream<CryptoProvider> providers() {
        return Stream.of(CryptoProvider.fastest(), CryptoProvider.platform());
    }

    @Test
    void makesRsaKeysOf2048Bits() throws Exception {
        NewKey made = maker.make(SigningAlgorithm.RS256);

        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAPublicKey publicKey = (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(made.publicKey()));
        RSAPrivateCrtKey privateKey =
                (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(made.privateKey()));
        assertThat(publicKey.getModulus().bitLength()).isEqualTo(2048);
        assertThat(publicKey.getPublicExponent()).isEqualTo(65537);
        assertThat(privateKey.getModulus()).isEqualTo(publicKey.getModulus());
    }

    @Test
    void makesEllipticCurveKeysOnP256() throws Exception {
        NewKey made = maker.make(SigningAlgorithm.ES256);

        KeyFactory ec = KeyFactory.getInstance("EC");
        ECPublicKey publicKey = (ECPublicKey) ec.generatePublic(new X509EncodedKeySpec(made.publicKey()));
        assertThat(publicKey.getParams().toString()).contains("secp256r1");
        assertThat(ec.generatePrivate(new PKCS8EncodedKeySpec(made.privateKey())))
                .isNotNull();
    }

    @Test
    void makesANewKeyEachTime() {
        assertThat(maker.make(SigningAlgorithm.ES256).publicKey())
                .isNotEqualTo(maker.make(SigningAlgorithm.ES256).publicKey());
    }
}
