package dev.rampart.domain.invitation;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The invitations of one organization. At most one of an address is pending. */
public interface Invitations {

    /**
     * Remembers a new one, by the digest of its link. Says why not if there is a reason; then nothing is remembered.
     */
    Added add(Invitation invitation, Sha256 link);

    /** A part of the list; a search finds addresses that begin with it. */
    Page<Invitation> page(PageRequest request);

    Optional<Invitation> find(InvitationId id);

    /** Gives a pending or expired one a new link: the old one works no more. Nothing if it has ended, or is none. */
    Optional<Invitation> renew(InvitationId id, Sha256 link, Period period);

    /** Takes a pending one back. Nothing if it is not pending. */
    Optional<Invitation> revoke(InvitationId id, Instant now);

    /** The one that a link belongs to. Changes nothing. */
    Optional<Invitation> look(Sha256 link);

    /**
     * Ends a pending one as accepted by a person, who must be there when the unit of work ends, and says what it was.
     *
     * <p>Of any number of concurrent calls for one link exactly one is told; the others, and those for a link that is
     * no longer or never was pending, are told nothing.
     */
    Optional<Invitation> accept(Sha256 link, UserId user, Instant now);

    /** Undoes {@link #accept} in the unit of work that has accepted it. */
    void giveBack(InvitationId id);

    /** From when a link works until when. */
    record Period(Instant now, Instant expiresAt) {}

    /** What became of a new one. */
    enum Added {
        ADDED,
        /** Somebody has this address already. */
        ADDRESS_TAKEN,
        /** The address has a pending one. */
        PENDING_ALREADY
    }
}
