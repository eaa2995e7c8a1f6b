package dev.rampart.domain.testing;

import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.SigningKeys;
import java.util.Comparator;
import java.util.List;

record FakeSigningKeys(FakeTenant tenant) implements SigningKeys {

    @Override
    public void addActive(SigningKey key) {
        if (tenant.signingKeys.stream().anyMatch(known -> known.equals(key) || known.algorithm() == key.algorithm())) {
            throw new IllegalStateException("there is an active %s key already".formatted(key.algorithm()));
        }
        tenant.signingKeys.add(key);
    }

    @Override
    public List<SigningKey> published() {
        return tenant.signingKeys.stream()
                .sorted(Comparator.comparing(SigningKey::createdAt)
                        .reversed()
                        .thenComparing(key -> key.id().value()))
                .toList();
    }
}
