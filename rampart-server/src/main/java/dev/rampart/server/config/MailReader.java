package dev.rampart.server.config;

import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.shared.Secret;
import dev.rampart.outbound.mail.SmtpSettings;
import dev.rampart.outbound.mail.SmtpSettings.Tls;
import java.util.List;
import java.util.Optional;

/** Reads through which server mail leaves. */
final class MailReader {

    private static final String HOST = "RAMPART_SMTP_HOST";
    private static final String FROM = "RAMPART_SMTP_FROM";
    private static final String USER = "RAMPART_SMTP_USER";
    private static final String PASSWORD = "RAMPART_SMTP_PASSWORD";
    private static final int MAX_PORT = 65_535;

    /** Stands where an address is missing or malformed, until all problems are told. Sends nothing. */
    private static final MailAddress NOBODY = new MailAddress("nobody@localhost");

    private MailReader() {}

    /** Nothing where no server is named. */
    static Optional<SmtpSettings> read(Environment environment) {
        int port = environment.integer("RAMPART_SMTP_PORT", SmtpSettings.SUBMISSION_PORT, 1, MAX_PORT);
        Tls tls = environment.parsed(
                "RAMPART_SMTP_TLS",
                tls("required", port).orElseThrow(),
                text -> tls(text, port),
                "one of required, starttls, off");
        Optional<String> user = environment.optional(USER);
        Optional<String> password = environment.optional(PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            environment.problem("%s and %s go together: set both or neither".formatted(USER, PASSWORD));
        }
        Optional<SmtpSettings.Login> login =
                user.flatMap(name -> password.map(secret -> new SmtpSettings.Login(name, Secret.of(secret))));
        Optional<String> host = environment.optional(HOST);
        MailAddress from = from(environment, host.isPresent());
        if (host.isEmpty()) {
            refuseTheRest(environment);
        }
        return host.map(name -> new SmtpSettings(name, port, login, from, tls));
    }

    private static Optional<Tls> tls(String text, int port) {
        return switch (text) {
            case "required" -> Optional.of(port == SmtpSettings.TLS_PORT ? Tls.FROM_THE_FIRST_BYTE : Tls.BY_STARTTLS);
            case "starttls" -> Optional.of(Tls.IF_OFFERED);
            case "off" -> Optional.of(Tls.OFF);
            default -> Optional.empty();
        };
    }

    private static MailAddress from(Environment environment, boolean needed) {
        if (needed && environment.optional(FROM).isEmpty()) {
            environment.problem("%s is not set, and goes with %s".formatted(FROM, HOST));
        }
        return environment.parsed(FROM, NOBODY, MailAddress::parse, "an address such as no-reply@id.example");
    }

    private static void refuseTheRest(Environment environment) {
        for (String name : List.of("RAMPART_SMTP_PORT", USER, PASSWORD, FROM, "RAMPART_SMTP_TLS")) {
            if (environment.optional(name).isPresent()) {
                environment.problem("%s is set, but %s is not".formatted(name, HOST));
            }
        }
    }
}
