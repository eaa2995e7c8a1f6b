package dev.rampart.crypto.key;

import static dev.rampart.domain.key.SigningAlgorithm.ES256;
import static dev.rampart.domain.key.SigningAlgorithm.RS256;
import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.crypto.CryptoProvider;
import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.NewKey;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.shared.OrgId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("providers")
final class JcaTokenSignerTest {

    private static final byte[] INPUT = "header.payload".getBytes(StandardCharsets.US_ASCII);

    private final CryptoProvider provider;
    private final FakeVault vault = new FakeVault();
    private final AtomicLong nanos = new AtomicLong();
    private final JcaTokenSigner signer;

    JcaTokenSignerTest(CryptoProvider provider) {
        this.provider = provider;
        this.signer = new JcaTokenSigner(provider, vault, nanos::get);
    }

    static Stream<CryptoProvider> providers() {
        return Stream.of(CryptoProvider.fastest(), CryptoProvider.platform());
    }

    @ParameterizedTest
    @EnumSource
    void verifiesWhatItSigned(SigningAlgorithm algorithm) {
        SigningKey key = key("one", algorithm);

        byte[] signature = signer.sign(ACME, key, INPUT);

        assertThat(signer.verifies(key, INPUT, signature)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void signsWhatTheOtherProviderVerifies(SigningAlgorithm algorithm) {
        SigningKey key = key("one", algorithm);

        byte[] signature = signer.sign(ACME, key, INPUT);

        assertThat(providers().map(other -> new JcaTokenSigner(other, vault)))
                .allMatch(other -> other.verifies(key, INPUT, signature));
    }

    @ParameterizedTest
    @EnumSource
    void signsWithKeysThatTheOtherProviderMade(SigningAlgorithm algorithm) {
        assertThat(providers().map(other -> key("made by " + other, other, algorithm)))
                .allMatch(key -> signer.verifies(key, INPUT, signer.sign(ACME, key, INPUT)));
    }

    @Test
    void givesAnEcdsaSignatureAsTwoNumbersOf32Bytes() {
        SigningKey key = key("one", ES256);

        // DER would be of varying length; a hundred signatures show it.
        assertThat(Stream.generate(() -> signer.sign(ACME, key, INPUT)).limit(100))
                .allMatch(signature -> signature.length == 64);
    }

    @Test
    void verifiesTheSignaturesPrintedInRfc7515() {
        assertThat(signer.verifies(Rfc7515.RS256_KEY, Rfc7515.RS256_INPUT, Rfc7515.rs256Signature()))
                .isTrue();
        assertThat(signer.verifies(Rfc7515.ES256_KEY, Rfc7515.ES256_INPUT, Rfc7515.es256Signature()))
                .isTrue();
    }

    @Test
    void refusesAPrintedSignatureOfWhichAnyByteWasChanged() {
        assertThat(everyByteChanged(Rfc7515.rs256Signature()))
                .hasSize(256)
                .noneMatch(changed -> signer.verifies(Rfc7515.RS256_KEY, Rfc7515.RS256_INPUT, changed));
        assertThat(everyByteChanged(Rfc7515.es256Signature()))
                .hasSize(64)
                .noneMatch(changed -> signer.verifies(Rfc7515.ES256_KEY, Rfc7515.ES256_INPUT, changed));
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureOfOtherInput(SigningAlgorithm algorithm) {
        SigningKey key = key("one", algorithm);
        byte[] signature = signer.sign(ACME, key, INPUT);

        assertThat(signer.verifies(key, "header.payloaf".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureOfAnotherKey(SigningAlgorithm algorithm) {
        SigningKey key = key("one", algorithm);
        SigningKey other = key("two", algorithm);
        byte[] signature = signer.sign(ACME, key, INPUT);

        assertThat(signer.verifies(other, INPUT, signature)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void tellsApartKeysOfOneNameInTwoOrganizations(SigningAlgorithm algorithm) {
        SigningKey acme = key("one", algorithm);
        SigningKey globex = key("one", algorithm);

        byte[] ofAcme = signer.sign(ACME, acme, INPUT);
        byte[] ofGlobex = signer.sign(GLOBEX, globex, INPUT);

        assertThat(signer.verifies(acme, INPUT, ofAcme)).isTrue();
        assertThat(signer.verifies(globex, INPUT, ofGlobex)).isTrue();
        assertThat(signer.verifies(globex, INPUT, ofAcme)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesMalformedSignatures(SigningAlgorithm algorithm) {
        SigningKey key = key("one", algorithm);
        int length = algorithm == RS256 ? 256 : 64;

        assertThat(Stream.of(0, 1, 63, 64, 65, 70, 72, 255, 256, 257).map(byte[]::new))
                .noneMatch(zeros -> signer.verifies(key, INPUT, zeros));
        assertThat(signer.verifies(key, INPUT, filled(length, 0xff))).isFalse();
        assertThat(signer.verifies(key, INPUT, filled(length, 0x01))).isFalse();
    }

    @Test
    void refusesAnEcdsaSignatureOfWhichOneNumberIsZero() {
        SigningKey key = key("one", ES256);
        byte[] zeroR = signer.sign(ACME, key, INPUT);
        byte[] zeroS = zeroR.clone();
        Arrays.fill(zeroR, 0, 32, (byte) 0);
        Arrays.fill(zeroS, 32, 64, (byte) 0);

        assertThat(signer.verifies(key, INPUT, zeroR)).isFalse();
        assertThat(signer.verifies(key, INPUT, zeroS)).isFalse();
    }

    @Test
    void opensAPrivateKeyOnce() {
        SigningKey key = key("one", ES256);

        signer.sign(ACME, key, INPUT);
        signer.sign(ACME, key, INPUT);

        assertThat(vault.opened()).isEqualTo(1);
    }

    @Test
    void forgetsAPrivateKeyThatLayIdle() {
        SigningKey key = key("one", ES256);
        signer.sign(ACME, key, INPUT);
        pass(JcaTokenSigner.IDLE.minusNanos(1));
        signer.sign(ACME, key, INPUT);
        int openedBefore = vault.opened();

        pass(JcaTokenSigner.IDLE);
        signer.sign(ACME, key, INPUT);

        assertThat(openedBefore).isEqualTo(1);
        assertThat(vault.opened()).isEqualTo(2);
    }

    @Test
    void saysWhichPrivateKeyIsNotOne() {
        SigningKey key = new SigningKey(
                new KeyId("odd"),
                ES256,
                Rfc7515.ES256_KEY.publicKey(),
                new byte[] {'h', 'u', 's', 'h'},
                KeyTimes.activeFrom(Instant.EPOCH));

        assertThatThrownBy(() -> signer.sign(ACME, key, INPUT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the private key odd is not one of ES256");
    }

    @Test
    void signsForManyAtOnce() throws Exception {
        List<SigningKey> keys = List.of(key("rsa", RS256), key("ec", ES256), key("ec2", ES256));

        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SigningKey key = keys.get(i % keys.size());
            OrgId org = i % 2 == 0 ? ACME : GLOBEX;
            byte[] input = ("input " + i).getBytes(StandardCharsets.US_ASCII);
            tasks.add(() -> signer.verifies(key, input, signer.sign(org, key, input)));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> verified : threads.invokeAll(tasks)) {
                assertThat(verified.get()).isTrue();
            }
        }
    }

    private SigningKey key(String id, SigningAlgorithm algorithm) {
        return key(id, provider, algorithm);
    }

    private SigningKey key(String id, CryptoProvider maker, SigningAlgorithm algorithm) {
        NewKey made = new JcaKeyMaker(maker).make(algorithm);
        KeyId name = new KeyId(id);
        byte[] sealed = vault.seal(ACME, SigningKey.place(name), made.privateKey());
        return new SigningKey(name, algorithm, made.publicKey(), sealed, KeyTimes.activeFrom(Instant.EPOCH));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static List<byte[]> everyByteChanged(byte[] signature) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            all.add(changed);
        }
        return all;
    }
}
