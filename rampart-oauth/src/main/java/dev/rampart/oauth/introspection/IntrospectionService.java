package dev.rampart.oauth.introspection;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.grant.IntrospectToken;
import dev.rampart.domain.grant.TokenStates.RefreshState;
import dev.rampart.domain.grant.TokenStates.State;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.AccessTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a token is good (RFC 7662 §2.2).
 *
 * <p>Whoever may not know is told the same as of a token that is none. Of which kind one is can be seen, so that
 * {@code token_type_hint} is not needed.
 */
public final class IntrospectionService {

    private final AccessTokens tokens;
    private final IntrospectToken introspectToken;
    private final ClientDirectory clients;
    private final SubjectIdentifiers subjects;

    public IntrospectionService(
            AccessTokens tokens,
            IntrospectToken introspectToken,
            ClientDirectory clients,
            SubjectIdentifiers subjects) {
        this.clients = clients;
        this.subjects = subjects;
        this.tokens = tokens;
        this.introspectToken = introspectToken;
    }

    /** Answers a client that has already been authenticated, and is not public (RFC 7662 §2.1). */
    public OAuthReply introspect(Tenant tenant, Client client, String text) {
        Optional<AccessToken> accessToken = tokens.read(tenant, text);
        Optional<Map<String, Object>> active = accessToken.isPresent()
                ? introspectToken
                        .accessToken(tenant.id(), accessToken.get().issued(), client.id())
                        .map(state -> members(tenant, accessToken.get(), state))
                : introspectToken
                        .refreshToken(tenant.id(), Secret.of(text), client.id())
                        .map(state -> members(tenant, state));
        return OAuthReply.ok(active.orElse(Map.of("active", false)));
    }

    private static Map<String, Object> members(Tenant tenant, AccessToken token, State state) {
        Map<String, Object> members = active(tenant);
        members.put("token_type", "Bearer");
        members.put("client_id", token.client().value());
        members.put("sub", token.subject());
        state.username().ifPresent(name -> members.put("username", name));
        members.put("aud", token.audience());
        if (!token.scopes().values().isEmpty()) {
            members.put("scope", token.scopes().toString());
        }
        members.put("jti", token.id());
        members.put("iat", token.issuedAt().getEpochSecond());
        members.put("exp", token.issued().expiresAt().getEpochSecond());
        return members;
    }

    private Map<String, Object> members(Tenant tenant, RefreshState state) {
        UserGrant grant = state.grant();
        Map<String, Object> members = active(tenant);
        members.put("client_id", grant.client().value());
        clients.find(tenant.id(), grant.client())
                .map(client -> subjects.of(tenant.id(), client, grant.user()))
                .ifPresent(subject -> members.put("sub", subject));
        state.state().username().ifPresent(name -> members.put("username", name));
        members.put("scope", grant.scopes().toString());
        members.put("exp", state.expiresAt().getEpochSecond());
        return members;
    }

    private static Map<String, Object> active(Tenant tenant) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("iss", tenant.issuer().value());
        return members;
    }
}
