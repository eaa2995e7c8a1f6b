package dev.rampart.server;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.server.config.ConfigReader;
import dev.rampart.server.config.Environment;
import dev.rampart.server.config.ServerConfig;
import java.io.PrintStream;
import java.time.InstantSource;

/** {@code rampart serve}: the server as it is run in production. */
final class Serve {

    private static final System.Logger LOG = System.getLogger(Serve.class.getName());

    private Serve() {}

    static Rampart start(Environment environment, InstantSource clock, PrintStream out) {
        ServerConfig config = new ConfigReader(environment).serve();
        Logs.configure(config.logging());
        if (config.mail().isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "RAMPART_SMTP_HOST is not set: mail waits in the outbox until it is");
        }
        Rampart rampart = Rampart.prepare(config, clock);
        bootstrap(rampart, config.bootstrap());
        rampart.listen();
        if (config.bootstrap().admin().isEmpty()) {
            offerSetup(rampart, config.issuer(), out);
        }
        LOG.log(System.Logger.Level.INFO, "Rampart {0} serves {1}", Version.text(), config.issuer());
        return rampart;
    }

    /** Not through the log, which is kept and read by others. */
    private static void offerSetup(Rampart rampart, Issuer issuer, PrintStream out) {
        rampart.bootstrap()
                .setupLink(rampart.defaultOrganization())
                .map(link -> issuer.at("/setup") + "?token=" + link.reveal())
                .ifPresent(url -> out.println(
                        "rampart: there is no administrator yet; make one, once and within 24 hours, at " + url));
    }

    private static void bootstrap(Rampart rampart, ServerConfig.Bootstrap wanted) {
        OrgId org = rampart.defaultOrganization();
        Bootstrap bootstrap = rampart.bootstrap();
        if (wanted.admin().isPresent() && !bootstrap.hasAdministrator(org)) {
            var admin = wanted.admin().get();
            if (bootstrap.administrator(org, admin.email(), admin.password())) {
                LOG.log(System.Logger.Level.INFO, "Made the administrator of RAMPART_BOOTSTRAP_ADMIN_EMAIL");
            }
        }
        wanted.client().ifPresent(client -> {
            if (bootstrap.serviceClient(org, client.id(), client.secret())) {
                LOG.log(System.Logger.Level.INFO, "Made the client of RAMPART_BOOTSTRAP_CLIENT_ID");
            }
        });
    }
}
