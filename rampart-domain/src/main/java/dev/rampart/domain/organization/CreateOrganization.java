package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.NewKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a tenant: with a data key of its own, and a signing key for every algorithm. */
public final class CreateOrganization {

    private static final int KEY_ID_LENGTH = 16;

    private final UnitOfWork<? extends OrganizationStores> unitOfWork;
    private final Vault vault;
    private final KeyMaker keyMaker;
    private final InstantSource clock;
    private final Entropy entropy;

    public CreateOrganization(
            UnitOfWork<? extends OrganizationStores> unitOfWork,
            Vault vault,
            KeyMaker keyMaker,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.vault = vault;
        this.keyMaker = keyMaker;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Takes up to a second, for the RSA key is made in it. */
    public Outcome create(OrgSlug slug, String name, Cause cause) {
        Instant now = clock.instant();
        Organization organization = new Organization(new OrgId(Uuid7.of(now, entropy)), slug, name, true, 1);
        SealedDataKey dataKey = vault.newDataKey(organization.id());
        List<SigningKey> keys = new ArrayList<>();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            keys.add(signingKey(organization.id(), algorithm, now));
        }
        AuditEvent created = about(
                AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.ORGANIZATION_CREATED, cause, now),
                organization,
                keys);
        return unitOfWork.call(organization.id(), stores -> {
            if (!stores.organizations().add(organization, now)) {
                return new SlugTaken();
            }
            stores.dataKeys().add(dataKey);
            keys.forEach(stores.signingKeys()::addActive);
            stores.auditEvents().add(created);
            return new Created(organization);
        });
    }

    /** Its name is a digest of its public half, so that it can be recognised without the database. */
    private SigningKey signingKey(OrgId org, SigningAlgorithm algorithm, Instant now) {
        NewKey key = keyMaker.make(algorithm);
        KeyId id = new KeyId(Sha256.of(key.publicKey()).hex().substring(0, KEY_ID_LENGTH));
        byte[] sealed = vault.seal(org, SigningKey.place(id), key.privateKey());
        return new SigningKey(id, algorithm, key.publicKey(), sealed, now);
    }

    private static AuditEvent about(AuditEvent event, Organization organization, List<SigningKey> keys) {
        String ids = keys.stream().map(key -> key.id().value()).collect(Collectors.joining(" "));
        return event.withTarget(new Target(
                        Target.Kind.ORGANIZATION, organization.id().toString(), Optional.of(organization.name())))
                .withChanges(Map.of("slug", Change.to(organization.slug().value()), "signing_keys", Change.to(ids)));
    }

    public sealed interface Outcome {}

    public record Created(Organization organization) implements Outcome {}

    public record SlugTaken() implements Outcome {}
}
