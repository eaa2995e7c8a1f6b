package dev.rampart.outbound.mail;

import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.shared.Secret;
import java.util.Optional;

/**
 * Through which server mail leaves.
 *
 * @param login who says they send it; empty: nobody in particular
 * @param from the address it is sent from
 */
public record SmtpSettings(String host, int port, Optional<Login> login, MailAddress from, Tls tls) {

    /** The port where TLS begins with the first byte (RFC 8314 §3.3). */
    public static final int TLS_PORT = 465;

    /** The port for mail that is handed in (RFC 6409 §3.1). */
    public static final int SUBMISSION_PORT = 587;

    /** Who sends, to a server that asks. */
    public record Login(String user, Secret password) {}

    /** How a connection is kept from being read. */
    public enum Tls {
        /** From the first byte. */
        FROM_THE_FIRST_BYTE,
        /** By STARTTLS (RFC 3207); where the server offers none, mail waits. */
        BY_STARTTLS,
        /** By STARTTLS if the server offers it. A password is not sent without. */
        IF_OFFERED,
        /** Not at all: for a server on the same machine or behind a tunnel. */
        OFF
    }
}
