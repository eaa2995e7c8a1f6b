package dev.rampart.domain.key;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Scene;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code SigningKeys} promises. */
public abstract class SigningKeysContract {

    private final UnitOfWork<Stores> work;
    private final SigningKey rsa = key("rsa-1", SigningAlgorithm.RS256, NOW);
    private final SigningKey ec = key("ec-1", SigningAlgorithm.ES256, NOW.plusSeconds(1));

    protected SigningKeysContract(Scene scene) {
        this.work = scene.unitOfWork();
    }

    @Test
    void publishesAKeyAsItWasAdded() {
        add(rsa);

        assertThat(published(ACME)).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(rsa.id());
            assertThat(found.algorithm()).isEqualTo(SigningAlgorithm.RS256);
            assertThat(found.publicKey()).isEqualTo(rsa.publicKey());
            assertThat(found.sealedPrivateKey()).isEqualTo(rsa.sealedPrivateKey());
            assertThat(found.createdAt()).isEqualTo(NOW);
        });
    }

    @Test
    void publishesTheNewestFirst() {
        add(rsa);
        add(ec);

        assertThat(published(ACME)).containsExactly(ec, rsa);
    }

    @Test
    void hidesKeysFromOtherOrganizations() {
        add(rsa);

        assertThat(published(GLOBEX)).isEmpty();
    }

    @Test
    void forgetsWhatWasAddedBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.signingKeys().addActive(rsa);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(published(ACME)).isEmpty();
    }

    @Test
    void refusesASecondActiveKeyOfItsAlgorithm() {
        add(rsa);

        assertThatThrownBy(() -> add(key("rsa-2", SigningAlgorithm.RS256, NOW))).isInstanceOf(RuntimeException.class);
        assertThat(published(ACME)).containsExactly(rsa);
    }

    private void add(SigningKey key) {
        work.run(ACME, stores -> stores.signingKeys().addActive(key));
    }

    private List<SigningKey> published(OrgId org) {
        return work.one(org, stores -> stores.signingKeys().published());
    }

    private static SigningKey key(String id, SigningAlgorithm algorithm, Instant createdAt) {
        return new SigningKey(new KeyId(id), algorithm, new byte[] {1, -1}, new byte[] {2, -2}, createdAt);
    }
}
