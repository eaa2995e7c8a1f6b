package dev.rampart.server;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import java.util.Optional;

/** What {@code dev} prints when it is ready: where things are and, the first time, how to get in. */
record DevWelcome(Issuer issuer, Optional<Login> admin, Optional<Login> client) {

    private static final int PASSWORD_LENGTH = 20;

    /** A name, and the secret that goes with it. Shown once. */
    record Login(String name, Secret secret) {}

    /** Shorter than other secrets, since somebody may type it; still 120 random bits. */
    static Secret password(Entropy entropy) {
        return Secret.of(Secret.random(entropy).reveal().substring(0, PASSWORD_LENGTH));
    }

    static String curl(Issuer issuer, String client, String secret) {
        return "curl -s -u %s:%s -d grant_type=client_credentials %s"
                .formatted(client, secret, issuer.at("/oauth/token"));
    }

    String text() {
        StringBuilder text = new StringBuilder("\nRampart is ready.\n\n");
        line(text, "Playground", issuer.at("/playground"));
        line(text, "Issuer", issuer.value());
        line(text, "Discovery", issuer.at("/.well-known/openid-configuration"));
        text.append('\n');
        if (admin.isPresent()) {
            text.append("Sign in as (shown once; kept only as a hash):\n");
            line(text, "E-mail", admin.get().name());
            line(text, "Password", admin.get().secret().reveal());
            text.append('\n');
        }
        if (client.isPresent()) {
            text.append("A client for the admin API (its secret is shown once):\n");
            line(text, "Client id", client.get().name());
            line(text, "Secret", client.get().secret().reveal());
            text.append("\n  ")
                    .append(curl(
                            issuer, client.get().name(), client.get().secret().reveal()))
                    .append("\n\n");
        }
        if (admin.isEmpty() && client.isEmpty()) {
            text.append("Administrator and client are those of the first start.\n\n");
        }
        return text.append("Ctrl-C stops it; what you made stays.\n").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-11s %s%n".formatted(name, value));
    }
}
