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

    private static final Instant LATER = NOW.plusSeconds(60);

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
            assertThat(found.times()).isEqualTo(KeyTimes.activeFrom(NOW));
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

    @Test
    void letsTheNextKeyRetireTheOneBefore() {
        add(rsa);
        SigningKey next = new SigningKey(
                new KeyId("rsa-2"),
                SigningAlgorithm.RS256,
                new byte[] {3},
                new byte[] {4},
                KeyTimes.announcedAt(LATER));

        assertThat(succeed(next)).isTrue();

        Instant turn = LATER.plus(KeyTimes.NOTICE);
        assertThat(states(turn.minusSeconds(1))).containsExactly(KeyTimes.State.PENDING, KeyTimes.State.ACTIVE);
        assertThat(states(turn)).containsExactly(KeyTimes.State.ACTIVE, KeyTimes.State.RETIRED);
        assertThat(states(turn.plus(KeyTimes.OVERLAP))).containsExactly(KeyTimes.State.ACTIVE);
    }

    @Test
    void refusesAnotherKeyWhileOneIsPending() {
        add(rsa);
        succeed(key("rsa-2", KeyTimes.announcedAt(LATER)));

        assertThat(succeed(key("rsa-3", KeyTimes.announcedAt(LATER)))).isFalse();
        assertThat(published(ACME)).extracting(key -> key.id().value()).containsExactly("rsa-2", "rsa-1");
    }

    @Test
    void letsAPendingKeySignAtOnce() {
        add(rsa);
        succeed(key("rsa-2", KeyTimes.announcedAt(LATER)));

        assertThat(activate()).isTrue();
        assertThat(activate()).isFalse();
        assertThat(states(LATER)).containsExactly(KeyTimes.State.ACTIVE, KeyTimes.State.RETIRED);
    }

    @Test
    void forgetsARetiredKeyAndNoOther() {
        add(rsa);
        succeed(key("rsa-2", KeyTimes.activeFrom(LATER)));

        assertThat(forget("rsa-2")).isFalse();
        assertThat(forget("rsa-1")).isTrue();
        assertThat(forget("rsa-1")).isFalse();
        assertThat(published(ACME)).extracting(key -> key.id().value()).containsExactly("rsa-2");
    }

    private boolean succeed(SigningKey next) {
        return work.call(ACME, stores -> stores.signingKeys().succeed(next, LATER));
    }

    private boolean activate() {
        return work.call(ACME, stores -> stores.signingKeys().activate(SigningAlgorithm.RS256, LATER));
    }

    private boolean forget(String id) {
        return work.call(ACME, stores -> stores.signingKeys().forget(new KeyId(id), LATER));
    }

    private List<KeyTimes.State> states(Instant at) {
        return work.one(ACME, stores -> stores.signingKeys().published(at)).stream()
                .map(key -> key.state(at))
                .toList();
    }

    private static SigningKey key(String id, KeyTimes times) {
        return new SigningKey(new KeyId(id), SigningAlgorithm.RS256, new byte[] {3}, new byte[] {4}, times);
    }

    private void add(SigningKey key) {
        work.run(ACME, stores -> stores.signingKeys().addActive(key));
    }

    private List<SigningKey> published(OrgId org) {
        return work.one(org, stores -> stores.signingKeys().published(NOW));
    }

    private static SigningKey key(String id, SigningAlgorithm algorithm, Instant createdAt) {
        return new SigningKey(
                new KeyId(id), algorithm, new byte[] {1, -1}, new byte[] {2, -2}, KeyTimes.activeFrom(createdAt));
    }
}
