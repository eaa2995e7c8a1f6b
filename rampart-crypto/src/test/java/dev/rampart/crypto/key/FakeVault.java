package dev.rampart.crypto.key;

import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Seals nothing, and counts how often it is opened. */
final class FakeVault implements Vault {

    private final AtomicInteger opened = new AtomicInteger();

    int opened() {
        return opened.get();
    }

    @Override
    public void prepare(OrgId org) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] seal(OrgId org, Place place, byte[] clear) {
        return clear.clone();
    }

    @Override
    public byte[] open(OrgId org, Place place, byte[] sealed) {
        opened.incrementAndGet();
        return sealed.clone();
    }

    @Override
    public byte[] auditMac(OrgId org, byte[] message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PersonalKey newPersonalKey(OrgId org, String user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] sealPersonal(PersonalKey key, OrgId org, Place place, byte[] clear) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> openPersonal(PersonalKey key, OrgId org, Place place, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SealedDataKey newDataKey(OrgId org) {
        throw new UnsupportedOperationException();
    }
}
