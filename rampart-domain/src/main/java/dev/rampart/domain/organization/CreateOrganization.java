package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.MakeSigningKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
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

    private final UnitOfWork<? extends OrganizationStores> unitOfWork;
    private final Vault vault;
    private final MakeSigningKey makeKey;
    private final InstantSource clock;
    private final Entropy entropy;

    public CreateOrganization(
            UnitOfWork<? extends OrganizationStores> unitOfWork,
            Vault vault,
            MakeSigningKey makeKey,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.vault = vault;
        this.makeKey = makeKey;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Takes up to a second, for the RSA key is made in it. */
    public Outcome create(OrgSlug slug, String name, Cause cause) {
        NewOrganization made = prepare(slug, name, cause);
        return unitOfWork.call(made.organization().id(), made::writeTo);
    }

    /** All that belongs to a new one, to be written with something else in the same unit of work. Takes as long. */
    public NewOrganization prepare(OrgSlug slug, String name, Cause cause) {
        Instant now = clock.instant();
        Organization organization = new Organization(new OrgId(Uuid7.of(now, entropy)), slug, name, true, 1);
        SealedDataKey dataKey = vault.newDataKey(organization.id());
        List<SigningKey> keys = new ArrayList<>();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            keys.add(makeKey.make(organization.id(), algorithm, KeyTimes.activeFrom(now)));
        }
        AuditEvent created = about(
                AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.ORGANIZATION_CREATED, cause, now),
                organization,
                keys);
        return new NewOrganization(organization, now, dataKey, keys, created);
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
