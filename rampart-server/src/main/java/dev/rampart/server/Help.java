package dev.rampart.server;

/** What {@code rampart help} says. */
final class Help {

    static final String TEXT = """
            Rampart signs people in and gives applications OAuth 2.0 and OpenID Connect tokens.

            rampart dev                  everything to try it, on this machine, with its own PostgreSQL
            rampart serve                the server, for production; see docs/configuration.md
            rampart migrate [--dry-run]  brings the database's schema up to date, or says what that would do
            rampart version              which version this is
            rampart help                 this text

            serve needs RAMPART_DB_URL, RAMPART_ISSUER and RAMPART_ENCRYPTION_KEY.
            Every other verb is the command line client: rampart token --help
            """;

    private Help() {}
}
