package dev.rampart.oauth.registration;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONArrayUtils;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.shared.HttpsUri;
import java.net.URI;
import java.util.Set;

/** What lies at sector identifier URIs: the redirect URIs of all clients of the sector (OIDC Registration §5). */
public final class SectorIdentifiers {

    private final Outbound outbound;

    public SectorIdentifiers(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Whether all of these are listed there. Waits for the outside. */
    boolean lists(HttpsUri uri, Set<RedirectUri> redirectUris) {
        return outbound.fetch(URI.create(uri.value()), Outbound.Limits.USUAL) instanceof Answered answered
                && answered.isOk()
                && lists(answered.text(), redirectUris);
    }

    private static boolean lists(String json, Set<RedirectUri> redirectUris) {
        try {
            return JSONArrayUtils.parse(json)
                    .containsAll(redirectUris.stream().map(RedirectUri::value).toList());
        } catch (ParseException notOne) {
            return false;
        }
    }
}
