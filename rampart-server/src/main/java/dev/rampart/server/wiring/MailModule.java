package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.rampart.domain.Stores;
import dev.rampart.domain.mail.DeliverMail;
import dev.rampart.domain.mail.DueMail;
import dev.rampart.domain.mail.MailSender;
import dev.rampart.domain.mail.MailWriter;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.http.Routes;
import dev.rampart.http.mailbox.Mailbox;
import dev.rampart.http.mailbox.MailboxRoutes;
import dev.rampart.http.page.WrittenLetters;
import dev.rampart.outbound.mail.SmtpMailSender;
import dev.rampart.persistence.mail.PostgresDueMail;
import dev.rampart.server.wiring.Settings.Mailing;
import jakarta.inject.Provider;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** How mail is written, and where it goes. */
@Module
interface MailModule {

    @Binds
    MailWriter mailWriter(WrittenLetters letters);

    @Provides
    static DueMail dueMail(DataSource database) {
        return new PostgresDueMail(database);
    }

    @Provides
    static Optional<MailSender> mailSender(Settings settings) {
        return switch (settings.mail()) {
            case Mailing.ByServer(var server) -> Optional.of(new SmtpMailSender(server));
            case Mailing.IntoTheMailbox(var box) -> Optional.of(box);
            case Mailing.Nowhere() -> Optional.empty();
        };
    }

    /** Without anybody to send it, mail is left where it is. */
    @Provides
    @ElementsIntoSet
    static Set<Chore> deliverMail(
            Optional<MailSender> sender, DueMail due, UnitOfWork<Stores> work, InstantSource clock) {
        return sender.<Set<Chore>>map(sending -> Set.of(new DeliverMail(due, work, sending, clock)))
                .orElse(Set.of());
    }

    @Provides
    @ElementsIntoSet
    static Set<Routes> mailbox(Settings settings, Provider<MailboxRoutes> routes) {
        return settings.mail() instanceof Mailing.IntoTheMailbox ? Set.of(routes.get()) : Set.of();
    }

    @Provides
    static Mailbox box(Settings settings) {
        return switch (settings.mail()) {
            case Mailing.IntoTheMailbox(var box) -> box;
            case Mailing.ByServer _, Mailing.Nowhere _ -> throw new IllegalStateException("there is no mailbox");
        };
    }
}
