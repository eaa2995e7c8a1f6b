package dev.rampart.domain.testing;

import dev.rampart.domain.key.DataKeys;
import dev.rampart.domain.key.SealedDataKey;
import java.util.Optional;

record FakeDataKeys(FakeTenant tenant) implements DataKeys {

    @Override
    public void add(SealedDataKey key) {
        if (tenant.dataKey != null) {
            throw new IllegalStateException("the organization has a data key already");
        }
        tenant.dataKey = key;
    }

    @Override
    public Optional<SealedDataKey> find() {
        return Optional.ofNullable(tenant.dataKey);
    }
}
