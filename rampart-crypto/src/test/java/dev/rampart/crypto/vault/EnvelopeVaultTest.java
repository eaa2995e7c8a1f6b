package dev.rampart.crypto.vault;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.Vault.Place;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.testing.FakeEntropy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class EnvelopeVaultTest {

    private static final KeyEncryptionKey OLD = key("11");
    private static final KeyEncryptionKey NEW = key("22");
    private static final Place PLACE = new Place("totp", "seed", "7");
    private static final byte[] CLEAR = "a seed".getBytes(UTF_8);

    private final FakeEntropy entropy = new FakeEntropy();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();
    private final Map<OrgId, SealedDataKey> stored = new ConcurrentHashMap<>();
    private final EnvelopeVault vault = vault(new KeyEncryptionKeys(OLD, List.of()));
    private final SealedDataKey ofAcme = vault.newDataKey(ACME);

    EnvelopeVaultTest() {
        stored.put(ACME, ofAcme);
        stored.put(GLOBEX, vault.newDataKey(GLOBEX));
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        assertThat(vault.open(ACME, PLACE, sealed)).isEqualTo(CLEAR);
        assertThat(new String(sealed, UTF_8)).doesNotContain("a seed");
    }

    @Test
    void opensWhatWasSealedBeforeARestart() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));

        assertThat(restarted.open(ACME, PLACE, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void sealsTheSameTwiceWithDifferentBytes() {
        assertThat(vault.seal(ACME, PLACE, CLEAR)).isNotEqualTo(vault.seal(ACME, PLACE, CLEAR));
    }

    @Test
    void opensNothingOfAnotherOrganization() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        assertDoesNotOpen(GLOBEX, PLACE, sealed);
    }

    @Test
    void opensNothingOfAnotherOrganizationEvenUnderTheSameDataKey() {
        // As if the row of one organization's data key had been copied: it is bound to the organization, too.
        stored.put(GLOBEX, ofAcme);
        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));

        assertThatThrownBy(() -> restarted.seal(GLOBEX, PLACE, CLEAR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot open the data key of organization " + GLOBEX);
    }

    @Test
    void opensWithAPersonsKeyWhatWasSealedWithIt() {
        PersonalKey ada = vault.newPersonalKey(ACME, "ada");
        byte[] sealed = vault.sealPersonal(ada, GLOBEX, PLACE, CLEAR);

        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));

        assertThat(restarted.openPersonal(ada, GLOBEX, PLACE, sealed)).contains(CLEAR);
    }

    @Test
    void opensNothingOfAnotherPersonPlaceOrOrganizationWithAPersonsKey() {
        PersonalKey ada = vault.newPersonalKey(ACME, "ada");
        byte[] sealed = vault.sealPersonal(ada, ACME, PLACE, CLEAR);

        assertThat(vault.openPersonal(vault.newPersonalKey(ACME, "ada"), ACME, PLACE, sealed))
                .isEmpty();
        assertThat(vault.openPersonal(ada, GLOBEX, PLACE, sealed)).isEmpty();
        assertThat(vault.openPersonal(ada, ACME, new Place("totp", "seed", "8"), sealed))
                .isEmpty();
    }

    @Test
    void opensNoKeyThatWasMovedToAnotherPerson() {
        PersonalKey ada = vault.newPersonalKey(ACME, "ada");
        PersonalKey moved = new PersonalKey(ACME, "eve", ada.sealed());

        assertThatThrownBy(() -> vault.sealPersonal(moved, ACME, PLACE, CLEAR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot open app_user.personal_key of row eve");
    }

    @Test
    void opensNothingOfAnotherPlace() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        assertDoesNotOpen(ACME, new Place("webhook", "seed", "7"), sealed);
        assertDoesNotOpen(ACME, new Place("totp", "secret", "7"), sealed);
        assertDoesNotOpen(ACME, new Place("totp", "seed", "8"), sealed);
        assertDoesNotOpen(ACME, new Place("totp", "see", "d7"), sealed);
    }

    @Test
    void opensNothingOfWhichAnyByteWasChanged() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertDoesNotOpen(ACME, PLACE, changed);
        }
    }

    @Test
    void opensNothingThatWasCutOrExtended() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);

        for (int length = 0; length < sealed.length; length++) {
            assertDoesNotOpen(ACME, PLACE, Arrays.copyOf(sealed, length));
        }
        assertDoesNotOpen(ACME, PLACE, Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void opensNoDataKeyOfWhichAnyByteWasChanged() {
        byte[] sealed = ofAcme.sealed();

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            stored.put(ACME, new SealedDataKey(OLD.id(), changed));
            EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));
            assertThatThrownBy(() -> restarted.auditMac(ACME, CLEAR)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void saysThatAnOrganizationHasNoDataKey() {
        OrgId unknown = OrgId.parse("00000000-0000-0000-0000-00000000000c");

        assertThatThrownBy(() -> vault.seal(unknown, PLACE, CLEAR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("organization " + unknown + " has no data key");
    }

    @Test
    void saysWhichKeyEncryptionKeyIsMissing() {
        EnvelopeVault without = vault(new KeyEncryptionKeys(NEW, List.of()));

        assertThatThrownBy(() -> without.seal(ACME, PLACE, CLEAR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the data key of organization %s is sealed under the key-encryption key %s, which was not given"
                                .formatted(ACME, OLD.id()));
    }

    @Test
    void readsWithPreviousKeysAndWritesWithTheCurrentOne() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);
        EnvelopeVault rotated = vault(new KeyEncryptionKeys(NEW, List.of(OLD)));
        OrgId other = OrgId.parse("00000000-0000-0000-0000-00000000000c");

        assertThat(rotated.open(ACME, PLACE, sealed)).isEqualTo(CLEAR);
        assertThat(rotated.newDataKey(other).keyEncryptionKey()).isEqualTo(NEW.id());
    }

    @Test
    void resealsADataKeyUnderTheCurrentKey() {
        byte[] sealed = vault.seal(ACME, PLACE, CLEAR);
        byte[] mac = vault.auditMac(ACME, CLEAR);

        SealedDataKey resealed = vault(new KeyEncryptionKeys(NEW, List.of(OLD)))
                .reseal(ACME, ofAcme)
                .orElseThrow();

        stored.put(ACME, resealed);
        EnvelopeVault withoutOld = vault(new KeyEncryptionKeys(NEW, List.of()));
        assertThat(resealed.keyEncryptionKey()).isEqualTo(NEW.id());
        assertThat(withoutOld.open(ACME, PLACE, sealed)).isEqualTo(CLEAR);
        assertThat(withoutOld.auditMac(ACME, CLEAR)).isEqualTo(mac);
        assertThat(withoutOld.reseal(ACME, resealed)).isEmpty();
    }

    @Test
    void resealsNothingOfAnotherOrganization() {
        EnvelopeVault rotated = vault(new KeyEncryptionKeys(NEW, List.of(OLD)));

        assertThatThrownBy(() -> rotated.reseal(GLOBEX, ofAcme)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void authenticatesAuditEventsWithAKeyOfTheOrganizations() {
        byte[] mac = vault.auditMac(ACME, CLEAR);

        assertThat(mac).hasSize(32).isEqualTo(vault.auditMac(ACME, CLEAR));
        assertThat(vault.auditMac(GLOBEX, CLEAR)).isNotEqualTo(mac);
        assertThat(vault.auditMac(ACME, "b seed".getBytes(UTF_8))).isNotEqualTo(mac);
    }

    @Test
    void derivesTwoKeysThatHaveNothingInCommon() {
        DataKey key = DataKey.of(new byte[32]);

        assertThat(key.sealing().key().getEncoded())
                .hasSize(32)
                .isNotEqualTo(key.auditing().getEncoded())
                .isNotEqualTo(new byte[32]);
        assertThat(key).hasToString("[data key]");
    }

    @Test
    void loadsADataKeyOnceUntilItLayIdle() {
        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));
        restarted.auditMac(ACME, CLEAR);
        nanos.addAndGet(EnvelopeVault.IDLE.toNanos() - 1);
        restarted.auditMac(ACME, CLEAR);
        int loadsBefore = loads.get();

        nanos.addAndGet(EnvelopeVault.IDLE.toNanos());
        restarted.auditMac(ACME, CLEAR);

        assertThat(loadsBefore).isEqualTo(1);
        assertThat(loads).hasValue(2);
    }

    @Test
    void loadsNothingMoreOncePrepared() {
        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));

        restarted.prepare(ACME);
        stored.clear();
        restarted.seal(ACME, PLACE, CLEAR);

        assertThat(loads).hasValue(1);
    }

    @Test
    void usesANewDataKeyBeforeItIsStored() {
        OrgId unstored = OrgId.parse("00000000-0000-0000-0000-00000000000c");

        vault.newDataKey(unstored);
        byte[] sealed = vault.seal(unstored, PLACE, CLEAR);

        assertThat(vault.open(unstored, PLACE, sealed)).isEqualTo(CLEAR);
        assertThat(loads).hasValue(0);
    }

    @Test
    void sealsForManyAtOnce() throws Exception {
        EnvelopeVault restarted = vault(new KeyEncryptionKeys(OLD, List.of()));
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            OrgId org = i % 2 == 0 ? ACME : GLOBEX;
            byte[] clear = ("seed " + i).getBytes(UTF_8);
            tasks.add(() -> Arrays.equals(clear, restarted.open(org, PLACE, restarted.seal(org, PLACE, clear))));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    private void assertDoesNotOpen(OrgId org, Place place, byte[] sealed) {
        assertThatThrownBy(() -> vault.open(org, place, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot open %s.%s of row %s for organization %s: it was changed, or not sealed for there"
                        .formatted(place.table(), place.column(), place.row(), org));
    }

    private EnvelopeVault vault(KeyEncryptionKeys keys) {
        return new EnvelopeVault(keys, entropy, this::load, nanos::get);
    }

    private Optional<SealedDataKey> load(OrgId org) {
        loads.incrementAndGet();
        return Optional.ofNullable(stored.get(org));
    }

    private static KeyEncryptionKey key(String twoDigits) {
        return KeyEncryptionKey.parse(twoDigits.repeat(32)).orElseThrow();
    }
}
