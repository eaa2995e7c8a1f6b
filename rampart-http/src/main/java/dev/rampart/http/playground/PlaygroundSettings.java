package dev.rampart.http.playground;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.page.Frame;
import dev.rampart.http.page.SafeUrl;
import java.util.Locale;

/**
 * What the playground is told.
 *
 * @param issuer of the organization whose client it is
 * @param clientId of a public client whose redirect URI is {@link #redirectUri} and to which {@link #home} may be
 *     returned after sign-out
 * @param curl a command that gets a token by client credentials
 * @param docs where the documentation is
 */
public record PlaygroundSettings(Issuer issuer, String clientId, String curl, String version, SafeUrl docs) {

    static final String PATH = "/playground";
    static final String CALLBACK_PATH = PATH + "/callback";

    /** Where the authorization endpoint sends the browser back to. */
    public String redirectUri() {
        return issuer.at(CALLBACK_PATH);
    }

    /** Where the end-session endpoint sends the browser back to. */
    public String home() {
        return issuer.at(PATH);
    }

    /** Whether it is played with in that organization. Elsewhere there is nothing of it. */
    boolean isPlayedIn(Tenant tenant) {
        return tenant.issuer().equals(issuer);
    }

    Frame frame() {
        return new Frame(Locale.ENGLISH, "Rampart");
    }
}
