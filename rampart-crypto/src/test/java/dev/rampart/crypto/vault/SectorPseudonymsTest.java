package dev.rampart.crypto.vault;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.testing.FakeEntropy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SectorPseudonymsTest {

    private static final UUID ADA = new UUID(1, 2);
    private static final KeyEncryptionKeys KEYS =
            new KeyEncryptionKeys(KeyEncryptionKey.parse("11".repeat(32)).orElseThrow(), List.of());

    private final FakeEntropy entropy = new FakeEntropy();
    private final Map<OrgId, SealedDataKey> stored = new HashMap<>();
    private final SectorPseudonyms pseudonyms = new SectorPseudonyms(vault());

    SectorPseudonymsTest() {
        stored.put(ACME, vault().newDataKey(ACME));
        stored.put(GLOBEX, vault().newDataKey(GLOBEX));
    }

    @Test
    void areTheSameForGoodAndLeadBack() {
        UUID pseudonym = pseudonyms.of(ACME, "shop.example", ADA);

        SectorPseudonyms restarted = new SectorPseudonyms(vault());

        assertThat(restarted.of(ACME, "shop.example", ADA)).isEqualTo(pseudonym);
        assertThat(restarted.person(ACME, "shop.example", pseudonym)).isEqualTo(ADA);
    }

    @Test
    void areOthersForEverySectorPersonAndOrganization() {
        UUID pseudonym = pseudonyms.of(ACME, "shop.example", ADA);

        assertThat(List.of(
                        pseudonyms.of(ACME, "shop2.example", ADA),
                        pseudonyms.of(ACME, "shop.example", new UUID(1, 3)),
                        pseudonyms.of(GLOBEX, "shop.example", ADA),
                        ADA))
                .doesNotContain(pseudonym)
                .doesNotHaveDuplicates();
    }

    @Test
    void leadToNobodyFromAnotherSector() {
        UUID pseudonym = pseudonyms.of(ACME, "shop.example", ADA);

        assertThat(pseudonyms.person(ACME, "shop2.example", pseudonym)).isNotEqualTo(ADA);
    }

    @Test
    void areGoneWithTheKeysOfTheirOrganization() {
        assertThatThrownBy(() -> pseudonyms.of(new OrgId(ADA), "shop.example", ADA))
                .isInstanceOf(IllegalStateException.class);
    }

    private EnvelopeVault vault() {
        return new EnvelopeVault(KEYS, entropy, org -> Optional.ofNullable(stored.get(org)));
    }
}
