package dev.rampart.domain.invitation;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Shows an invitation to whoever has its link, as long as it is pending. Costs one exchange, and uses nothing up. */
public final class ShowInvitation {

    private final UnitOfWork<? extends InvitationStores> unitOfWork;
    private final InstantSource clock;

    public ShowInvitation(UnitOfWork<? extends InvitationStores> unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Optional<Invitation> show(OrgId org, Secret link) {
        return unitOfWork
                .<Optional<Invitation>>one(org, stores -> stores.invitations().look(Sha256.of(link)))
                .filter(invitation -> invitation.state(clock.instant()) == Invitation.State.PENDING);
    }
}
