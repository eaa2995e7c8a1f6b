package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.invitation.AcceptInvitation;
import dev.rampart.domain.invitation.AdministerInvitations;
import dev.rampart.domain.invitation.FoundOrganization;
import dev.rampart.domain.invitation.InvitationWriter;
import dev.rampart.domain.invitation.Invite;
import dev.rampart.domain.invitation.ShowInvitation;
import dev.rampart.domain.mail.MailWriter;
import dev.rampart.domain.organization.CreateOrganization;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.InstantSource;

/** Asking people to join. */
@Module
interface InvitationModule {

    @Provides
    static InvitationWriter invitationWriter(MailWriter writer, Entropy entropy) {
        return new InvitationWriter(writer, entropy);
    }

    @Provides
    static Invite invite(UnitOfWork<Stores> work, InvitationWriter writer, Wakeup wakeup, InstantSource clock) {
        return new Invite(work, writer, wakeup, clock);
    }

    @Provides
    static AdministerInvitations administerInvitations(
            UnitOfWork<Stores> work, InvitationWriter writer, Wakeup wakeup, InstantSource clock) {
        return new AdministerInvitations(work, writer, wakeup, clock);
    }

    @Provides
    static FoundOrganization foundOrganization(
            UnitOfWork<Stores> work,
            CreateOrganization create,
            InvitationWriter writer,
            Wakeup wakeup,
            InstantSource clock) {
        return new FoundOrganization(work, create, writer, wakeup, clock);
    }

    @Provides
    static ShowInvitation showInvitation(UnitOfWork<Stores> work, InstantSource clock) {
        return new ShowInvitation(work, clock);
    }

    @Provides
    static AcceptInvitation acceptInvitation(
            UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new AcceptInvitation(work, hasher, clock, entropy);
    }
}
