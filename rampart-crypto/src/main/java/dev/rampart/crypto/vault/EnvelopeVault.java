package dev.rampart.crypto.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM under the organization's data key, which is sealed under the server's key-encryption key.
 *
 * <p>A data key is loaded at its first use and forgotten {@link #IDLE} after its last. It comes into the cache by
 * {@code put}, never by a loading function: loading asks the database, and a cache that holds a lock meanwhile can wait
 * forever for a connection whose owner waits for the cache.
 */
public final class EnvelopeVault implements Vault {

    /** How many data keys are kept ready at most. */
    static final int MAX_DATA_KEYS = 10_000;

    private static final int PERSONAL_KEY_LENGTH = 32;

    /** How long a data key is kept ready after its last use. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private final KeyEncryptionKeys keys;
    private final Entropy entropy;
    private final Function<OrgId, Optional<SealedDataKey>> stored;
    private final Cache<OrgId, DataKey> dataKeys;

    /** Asks {@code stored} for the data key of an organization whenever it has not got it ready. */
    public EnvelopeVault(KeyEncryptionKeys keys, Entropy entropy, Function<OrgId, Optional<SealedDataKey>> stored) {
        this(keys, entropy, stored, Ticker.systemTicker());
    }

    EnvelopeVault(
            KeyEncryptionKeys keys, Entropy entropy, Function<OrgId, Optional<SealedDataKey>> stored, Ticker ticker) {
        this.keys = keys;
        this.entropy = entropy;
        this.stored = stored;
        this.dataKeys = Caffeine.newBuilder()
                .maximumSize(MAX_DATA_KEYS)
                .expireAfterAccess(IDLE)
                .ticker(ticker)
                .build();
    }

    @Override
    public void prepare(OrgId org) {
        dataKey(org);
    }

    @Override
    public byte[] seal(OrgId org, Place place, byte[] clear) {
        DataKey key = dataKey(org);
        return key.sealing().seal(entropy.next(AesGcm.NONCE_LENGTH), associated(org, place), clear);
    }

    @Override
    public byte[] open(OrgId org, Place place, byte[] sealed) {
        return dataKey(org)
                .sealing()
                .open(associated(org, place), sealed)
                .orElseThrow(() -> new IllegalStateException(
                        "cannot open %s.%s of row %s for organization %s: it was changed, or not sealed for there"
                                .formatted(place.table(), place.column(), place.row(), org)));
    }

    @Override
    public byte[] auditMac(OrgId org, byte[] message) {
        return dataKey(org).mac(message);
    }

    @Override
    public PersonalKey newPersonalKey(OrgId org, String user) {
        byte[] clear = entropy.next(PERSONAL_KEY_LENGTH);
        try {
            return new PersonalKey(org, user, seal(org, PersonalKey.place(user), clear));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    @Override
    public byte[] sealPersonal(PersonalKey key, OrgId org, Place place, byte[] clear) {
        return opened(key).seal(entropy.next(AesGcm.NONCE_LENGTH), associated(org, place), clear);
    }

    @Override
    public Optional<byte[]> openPersonal(PersonalKey key, OrgId org, Place place, byte[] sealed) {
        return opened(key).open(associated(org, place), sealed);
    }

    /** Opened for each use: it costs microseconds, and whoever throws a key away need not look for copies. */
    private AesGcm opened(PersonalKey key) {
        byte[] clear = open(key.org(), PersonalKey.place(key.user()), key.sealed());
        try {
            return new AesGcm(new SecretKeySpec(clear, "AES"));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    @Override
    public SealedDataKey newDataKey(OrgId org) {
        byte[] clear = entropy.next(DataKey.LENGTH);
        try {
            SealedDataKey sealed = sealDataKey(org, clear);
            dataKeys.put(org, DataKey.of(clear));
            return sealed;
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /**
     * The same data key under the current key-encryption key, or nothing if it already is. Throws
     * {@link IllegalStateException} if it does not open.
     */
    public Optional<SealedDataKey> reseal(OrgId org, SealedDataKey sealed) {
        if (sealed.keyEncryptionKey().equals(keys.current().id())) {
            return Optional.empty();
        }
        byte[] clear = openDataKey(org, sealed);
        try {
            return Optional.of(sealDataKey(org, clear));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    DataKey dataKey(OrgId org) {
        DataKey ready = dataKeys.getIfPresent(org);
        if (ready != null) {
            return ready;
        }
        DataKey loaded = load(org);
        dataKeys.put(org, loaded);
        return loaded;
    }

    private DataKey load(OrgId org) {
        SealedDataKey sealed = stored.apply(org)
                .orElseThrow(() -> new IllegalStateException("organization " + org + " has no data key"));
        byte[] clear = openDataKey(org, sealed);
        try {
            return DataKey.of(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private SealedDataKey sealDataKey(OrgId org, byte[] clear) {
        KeyEncryptionKey key = keys.current();
        byte[] nonce = entropy.next(AesGcm.NONCE_LENGTH);
        return new SealedDataKey(key.id(), key.cipher().seal(nonce, associated(org, key), clear));
    }

    private byte[] openDataKey(OrgId org, SealedDataKey sealed) {
        KeyEncryptionKey key = keys.find(sealed.keyEncryptionKey())
                .orElseThrow(() -> new IllegalStateException(
                        "the data key of organization %s is sealed under the key-encryption key %s, which was not given"
                                .formatted(org, sealed.keyEncryptionKey())));
        return key.cipher()
                .open(associated(org, key), sealed.sealed())
                .orElseThrow(() -> new IllegalStateException(
                        "cannot open the data key of organization %s: it was changed, or is another organization's"
                                .formatted(org)));
    }

    private static byte[] associated(OrgId org, Place place) {
        return AssociatedData.of(org.toString(), place.table(), place.column(), place.row());
    }

    private static byte[] associated(OrgId org, KeyEncryptionKey key) {
        return AssociatedData.of(org.toString(), "data key", key.id());
    }
}
