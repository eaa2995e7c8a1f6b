package dev.rampart.domain.testing;

import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.SigningKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

record FakeSigningKeys(FakeTenant tenant) implements SigningKeys {

    @Override
    public void addActive(SigningKey key) {
        if (tenant.signingKeys.contains(key) || newest(key.algorithm()).isPresent()) {
            throw new IllegalStateException("there is an active %s key already".formatted(key.algorithm()));
        }
        tenant.signingKeys.add(key);
    }

    @Override
    public List<SigningKey> published(Instant now) {
        return tenant.signingKeys.stream()
                .filter(key -> key.state(now) != KeyTimes.State.GONE)
                .sorted(Comparator.comparing((SigningKey key) -> key.times().createdAt())
                        .reversed()
                        .thenComparing(key -> key.id().value()))
                .toList();
    }

    @Override
    public boolean succeed(SigningKey next, Instant now) {
        Optional<SigningKey> before = newest(next.algorithm())
                .filter(key -> !key.times().activatesAt().isAfter(now));
        before.ifPresent(key -> {
            replace(key, retired(key, next.times().activatesAt()));
            tenant.signingKeys.add(next);
        });
        return before.isPresent();
    }

    @Override
    public boolean activate(SigningAlgorithm algorithm, Instant now) {
        Optional<SigningKey> pending =
                newest(algorithm).filter(key -> key.times().activatesAt().isAfter(now));
        pending.ifPresent(key -> {
            tenant.signingKeys.stream()
                    .filter(other -> other.algorithm() == algorithm && !other.equals(key))
                    .filter(other -> other.state(now) == KeyTimes.State.ACTIVE)
                    .toList()
                    .forEach(other -> replace(other, retired(other, now)));
            KeyTimes times = new KeyTimes(key.times().createdAt(), now, Optional.empty(), Optional.empty());
            replace(key, with(key, times));
        });
        return pending.isPresent();
    }

    @Override
    public boolean forget(KeyId id, Instant now) {
        return tenant.signingKeys.removeIf(key -> key.id().equals(id)
                && key.times().retiresAt().filter(at -> !at.isAfter(now)).isPresent());
    }

    private Optional<SigningKey> newest(SigningAlgorithm algorithm) {
        return tenant.signingKeys.stream()
                .filter(key -> key.algorithm() == algorithm)
                .filter(key -> key.times().retiresAt().isEmpty())
                .findFirst();
    }

    private void replace(SigningKey before, SigningKey after) {
        tenant.signingKeys.remove(before);
        tenant.signingKeys.add(after);
    }

    private static SigningKey retired(SigningKey key, Instant at) {
        return with(
                key,
                new KeyTimes(
                        key.times().createdAt(),
                        key.times().activatesAt(),
                        Optional.of(at),
                        Optional.of(at.plus(KeyTimes.OVERLAP))));
    }

    private static SigningKey with(SigningKey key, KeyTimes times) {
        return new SigningKey(key.id(), key.algorithm(), key.publicKey(), key.sealedPrivateKey(), times);
    }
}
