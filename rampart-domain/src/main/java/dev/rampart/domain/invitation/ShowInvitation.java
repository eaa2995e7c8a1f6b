package dev.rampart.domain.invitation;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Shows an invitation to whoever has its link, as long as it is pending. Uses nothing up. */
public final class ShowInvitation {

    private final UnitOfWork<? extends InvitationStores> unitOfWork;
    private final InstantSource clock;

    public ShowInvitation(UnitOfWork<? extends InvitationStores> unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Optional<Shown> show(OrgId org, Secret link) {
        return look(unitOfWork, org, link)
                .filter(shown -> shown.invitation().state(clock.instant()) == Invitation.State.PENDING);
    }

    static Optional<Shown> look(UnitOfWork<? extends InvitationStores> unitOfWork, OrgId org, Secret link) {
        return unitOfWork.<Optional<Shown>>call(
                org,
                stores -> stores.invitations()
                        .look(Sha256.of(link))
                        .map(found -> new Shown(found, stores.settings().find().password())));
    }

    /** An invitation, and what a password of whoever takes it up must be like. */
    public record Shown(Invitation invitation, PasswordPolicy policy) {}
}
