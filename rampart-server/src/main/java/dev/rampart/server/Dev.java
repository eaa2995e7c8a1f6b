package dev.rampart.server;

import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.playground.PlaygroundSettings;
import dev.rampart.migrations.MigratedPostgres;
import dev.rampart.server.config.ConfigReader;
import dev.rampart.server.config.DatabaseUrl;
import dev.rampart.server.config.Environment;
import dev.rampart.server.config.ServerConfig;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code rampart dev}: everything that is needed to try Rampart, on this machine.
 *
 * <p>Brings its own PostgreSQL and keeps what it makes under {@code .rampart/}; a second start goes on from there.
 */
final class Dev implements AutoCloseable {

    private static final String PLAYGROUND = "playground";
    private static final String SERVICE_CLIENT = "dev";
    private static final String ADMIN_EMAIL = "admin@rampart.localhost";
    private static final SafeUrl DOCS = new SafeUrl("https://openid.net/developers/how-connect-works/");

    private final MigratedPostgres postgres;
    private final Rampart rampart;

    private Dev(MigratedPostgres postgres, Rampart rampart) {
        this.postgres = postgres;
        this.rampart = rampart;
    }

    static Dev start(Environment environment, DataHome home, InstantSource clock, PrintStream out) {
        out.println("rampart: starting PostgreSQL in " + home.path());
        MigratedPostgres postgres = postgres(home.path());
        try {
            ServerConfig config = new ConfigReader(environment)
                    .dev(url(postgres.appLogin()), url(postgres.ownerLogin()), home.encryptionKey());
            Logs.configure(config.logging());
            String playground = playgroundClient(config);
            Rampart rampart = Rampart.prepareWithPlayground(config, playground(config, playground), clock);
            DevWelcome welcome = furnish(rampart, config, playground);
            rampart.listen();
            out.print(welcome.text());
            return new Dev(postgres, rampart);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** First the server, so that nobody finds it without its database. */
    @Override
    public void close() {
        try (postgres) {
            rampart.close();
        }
    }

    private static MigratedPostgres postgres(Path home) {
        try {
            return MigratedPostgres.kept(home.resolve("postgres"));
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static DatabaseUrl url(MigratedPostgres.Login login) {
        return new DatabaseUrl(login.jdbcUrl(), login.user(), Secret.of(login.password()));
    }

    /** On another port it is another client, for its redirect URI is another. */
    private static String playgroundClient(ServerConfig config) {
        int port = config.http().port();
        return port == 8080 ? PLAYGROUND : PLAYGROUND + "-" + port;
    }

    private static PlaygroundSettings playground(ServerConfig config, String client) {
        return new PlaygroundSettings(
                config.issuer(),
                client,
                DevWelcome.curl(config.issuer(), SERVICE_CLIENT, "$SECRET"),
                Version.text(),
                DOCS);
    }

    private static DevWelcome furnish(Rampart rampart, ServerConfig config, String playground) {
        OrgId org = rampart.defaultOrganization();
        Bootstrap bootstrap = rampart.bootstrap();
        boolean _ = bootstrap.publicClient(
                org,
                playground,
                new RedirectUri(config.issuer().at("/playground/callback")),
                new RedirectUri(config.issuer().at("/playground")));
        Secret secret = config.bootstrap()
                .client()
                .map(ServerConfig.Bootstrap.ServiceClient::secret)
                .orElseGet(() -> Secret.random(new SecureEntropy()));
        String client = config.bootstrap()
                .client()
                .map(ServerConfig.Bootstrap.ServiceClient::id)
                .orElse(SERVICE_CLIENT);
        Secret password = config.bootstrap()
                .admin()
                .map(ServerConfig.Bootstrap.Admin::password)
                .orElseGet(() -> DevWelcome.password(new SecureEntropy()));
        String email = config.bootstrap()
                .admin()
                .map(ServerConfig.Bootstrap.Admin::email)
                .orElse(ADMIN_EMAIL);
        boolean newClient = bootstrap.serviceClient(org, client, secret);
        boolean newAdmin = !bootstrap.hasAdministrator(org) && bootstrap.administrator(org, email, password);
        return new DevWelcome(
                config.issuer(),
                newAdmin ? Optional.of(new DevWelcome.Login(email, password)) : Optional.empty(),
                newClient ? Optional.of(new DevWelcome.Login(client, secret)) : Optional.empty());
    }
}
