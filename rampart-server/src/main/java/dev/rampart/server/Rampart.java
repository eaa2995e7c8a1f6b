package dev.rampart.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.rampart.crypto.CryptoProvider;
import dev.rampart.crypto.password.Argon2Parameters;
import dev.rampart.crypto.password.Argon2PasswordHasher;
import dev.rampart.crypto.password.HashingLimits;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Uuid7;
import dev.rampart.http.mailbox.Mailbox;
import dev.rampart.http.metrics.Metrics;
import dev.rampart.http.playground.PlaygroundSettings;
import dev.rampart.http.undertow.PortTakenException;
import dev.rampart.http.undertow.UndertowServer;
import dev.rampart.http.undertow.UnusableTlsException;
import dev.rampart.persistence.logout.PostgresLogoutBacklog;
import dev.rampart.persistence.mail.PostgresMailBacklog;
import dev.rampart.server.config.ServerConfig;
import dev.rampart.server.wiring.DaggerRampartComponent;
import dev.rampart.server.wiring.RampartComponent;
import dev.rampart.server.wiring.Settings;
import dev.rampart.server.wiring.Settings.Mailing;
import dev.rampart.server.work.BackgroundWork;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A running server: the database brought up to date, the default organization in it, and HTTP open.
 *
 * <p>Throws {@link StartException} where the operator can mend what is wrong. Holds what must be closed, and closes it
 * in the reverse order.
 */
public final class Rampart implements AutoCloseable {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final RampartComponent component;
    private final UndertowServer http;
    private final OrgId defaultOrganization;
    private final BackgroundWork work;

    private Rampart(ServerConfig config, Optional<PlaygroundSettings> playground, InstantSource nodeClock) {
        CryptoProvider.lookAhead();
        try {
            Databases.migrate(config.database());
            HikariDataSource database = held(Databases.open(config.database()));
            DatabaseClock clock = new DatabaseClock(nodeClock);
            Upkeep upkeep = held(new Upkeep(database, clock));
            upkeep.once();
            MailWatch mail = new MailWatch(new PostgresMailBacklog(database), clock);
            LogoutWatch logouts = new LogoutWatch(new PostgresLogoutBacklog(database), clock);
            this.component = component(config, playground, new Ground(database, clock, mail, logouts));
            this.defaultOrganization = new Bootstrap(component).defaultOrganization();
            openTheVault();
            upkeep.start();
            config.metricsToken().ifPresent(_ -> {
                upkeep.also(MailWatch.EVERY, mail::look);
                upkeep.also(LogoutWatch.EVERY, logouts::look);
            });
            this.work = held(backgroundWork(clock));
            this.http = new UndertowServer(component.routes(), component.surroundings(), config.http());
        } catch (RuntimeException | SQLException e) {
            close();
            throw e instanceof RuntimeException surprise
                    ? surprise
                    : new StartException("the database does not answer: " + e.getMessage(), e);
        }
    }

    /** Prepares a server that does not listen yet: see {@link #listen}. */
    static Rampart prepare(ServerConfig config, InstantSource nodeClock) {
        return new Rampart(config, Optional.empty(), nodeClock);
    }

    /** The same, with a relying party to play with. */
    static Rampart prepareWithPlayground(ServerConfig config, PlaygroundSettings playground, InstantSource nodeClock) {
        return new Rampart(config, Optional.of(playground), nodeClock);
    }

    /** Opens the door. */
    void listen() {
        try {
            http.start();
            resources.push(http);
            work.start();
        } catch (PortTakenException | UnusableTlsException e) {
            close();
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    Bootstrap bootstrap() {
        return new Bootstrap(component);
    }

    OrgId defaultOrganization() {
        return defaultOrganization;
    }

    /** Lets requests under way come to an end, then closes. May be called again. */
    @Override
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close", e);
            }
        }
    }

    private <T extends AutoCloseable> T held(T resource) {
        resources.push(resource);
        return resource;
    }

    private RampartComponent component(ServerConfig config, Optional<PlaygroundSettings> playground, Ground ground) {
        HikariDataSource database = ground.database();
        DatabaseClock clock = ground.clock();
        Entropy entropy = new SecureEntropy();
        Argon2PasswordHasher hasher = held(new Argon2PasswordHasher(
                Argon2Parameters.DEFAULT,
                HashingLimits.ofCores(Runtime.getRuntime().availableProcessors()),
                entropy));
        Health health = new Health(database, clock);
        Optional<Metrics> metrics = config.metricsToken().map(_ -> ground.shownIn(Watching.of(database, hasher)));
        return DaggerRampartComponent.factory()
                .create(
                        database,
                        new RampartComponent.Machine(clock, entropy, hasher, config.keys(), health, metrics),
                        config.issuer(),
                        settings(config, playground));
    }

    /** What everything else stands on. */
    private record Ground(HikariDataSource database, DatabaseClock clock, MailWatch mail, LogoutWatch logouts) {

        Metrics shownIn(Metrics metrics) {
            return logouts.shownIn(mail.shownIn(metrics));
        }
    }

    private BackgroundWork backgroundWork(InstantSource clock) {
        String process = Uuid7.of(clock.instant(), new SecureEntropy()).toString();
        return new BackgroundWork(component.chores(), component.leases(), component.bell(), clock, process);
    }

    private static Settings settings(ServerConfig config, Optional<PlaygroundSettings> playground) {
        return new Settings(
                config.lifetimes().accessToken(),
                config.lifetimes().code(),
                config.lifetimes().refreshToken(),
                config.lifetimes().sessions(),
                config.rates().login(),
                config.rates().register(),
                config.rates().token(),
                config.metricsToken(),
                mailing(config, playground.isPresent()),
                config.outbound(),
                playground);
    }

    private static Mailing mailing(ServerConfig config, boolean hasMailbox) {
        Mailing otherwise = hasMailbox ? new Mailing.IntoTheMailbox(new Mailbox()) : new Mailing.Nowhere();
        return config.mail().<Mailing>map(Mailing.ByServer::new).orElse(otherwise);
    }

    /** Early, so that a wrong key is told at the start and not to the first person. */
    private void openTheVault() {
        try {
            component.vault().prepare(defaultOrganization);
        } catch (IllegalStateException e) {
            throw new StartException("RAMPART_ENCRYPTION_KEY is not the key of this database: " + e.getMessage(), e);
        }
    }
}
