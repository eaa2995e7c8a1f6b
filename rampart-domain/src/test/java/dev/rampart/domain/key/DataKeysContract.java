package dev.rampart.domain.key;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Scene;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code DataKeys} promises. */
public abstract class DataKeysContract {

    private final UnitOfWork<Stores> work;
    private final SealedDataKey key = new SealedDataKey("kek-1", new byte[] {0, 1, -1});

    protected DataKeysContract(Scene scene) {
        this.work = scene.unitOfWork();
    }

    @Test
    void findsTheKeyThatWasAdded() {
        assertThat(find(ACME)).isEmpty();

        add(key);

        assertThat(find(ACME)).hasValueSatisfying(found -> {
            assertThat(found.keyEncryptionKey()).isEqualTo("kek-1");
            assertThat(found.sealed()).containsExactly(0, 1, -1);
        });
    }

    @Test
    void hidesAKeyFromOtherOrganizations() {
        add(key);

        assertThat(find(GLOBEX)).isEmpty();
    }

    @Test
    void forgetsWhatWasAddedBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.dataKeys().add(key);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(find(ACME)).isEmpty();
    }

    @Test
    void refusesASecondKey() {
        add(key);

        assertThatThrownBy(() -> add(new SealedDataKey("kek-2", new byte[] {2})))
                .isInstanceOf(RuntimeException.class);
        assertThat(find(ACME).map(SealedDataKey::keyEncryptionKey)).contains("kek-1");
    }

    private void add(SealedDataKey added) {
        work.run(ACME, stores -> stores.dataKeys().add(added));
    }

    private Optional<SealedDataKey> find(OrgId org) {
        return work.one(org, stores -> stores.dataKeys().find());
    }
}
