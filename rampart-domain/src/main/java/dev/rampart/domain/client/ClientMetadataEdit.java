package dev.rampart.domain.client;

import dev.rampart.domain.scope.Scopes;
import java.util.Set;

/** Metadata with some of it changed. For one thread. */
public final class ClientMetadataEdit {

    private String name;
    private AuthMethod authMethod;
    private ClientKeys keys;
    private Set<GrantType> grantTypes;
    private Set<RedirectUri> redirectUris;
    private Set<RedirectUri> postLogoutRedirectUris;
    private Set<String> allowedOrigins;
    private Scopes scopes;
    private ClientTokens tokens;
    private ClientSubjects subjects;
    private ClientSignIn signIn;
    private RequestObjectPolicy requestObjects;
    private ClientLogout logout;
    private ClientDisplay display;
    private ClientProfile profile;
    private boolean firstParty;

    ClientMetadataEdit(ClientMetadata before) {
        this.name = before.name();
        this.authMethod = before.authMethod();
        this.keys = before.keys();
        this.grantTypes = before.grantTypes();
        this.redirectUris = before.redirectUris();
        this.postLogoutRedirectUris = before.postLogoutRedirectUris();
        this.allowedOrigins = before.allowedOrigins();
        this.scopes = before.scopes();
        this.tokens = before.tokens();
        this.subjects = before.subjects();
        this.signIn = before.signIn();
        this.requestObjects = before.requestObjects();
        this.logout = before.logout();
        this.display = before.display();
        this.profile = before.profile();
        this.firstParty = before.firstParty();
    }

    public ClientMetadataEdit name(String value) {
        name = value;
        return this;
    }

    public ClientMetadataEdit authMethod(AuthMethod value) {
        authMethod = value;
        return this;
    }

    public ClientMetadataEdit keys(ClientKeys value) {
        keys = value;
        return this;
    }

    public ClientMetadataEdit grantTypes(Set<GrantType> value) {
        grantTypes = value;
        return this;
    }

    public ClientMetadataEdit redirectUris(Set<RedirectUri> value) {
        redirectUris = value;
        return this;
    }

    public ClientMetadataEdit postLogoutRedirectUris(Set<RedirectUri> value) {
        postLogoutRedirectUris = value;
        return this;
    }

    public ClientMetadataEdit allowedOrigins(Set<String> value) {
        allowedOrigins = value;
        return this;
    }

    public ClientMetadataEdit scopes(Scopes value) {
        scopes = value;
        return this;
    }

    public ClientMetadataEdit tokens(ClientTokens value) {
        tokens = value;
        return this;
    }

    public ClientMetadataEdit subjects(ClientSubjects value) {
        subjects = value;
        return this;
    }

    public ClientMetadataEdit signIn(ClientSignIn value) {
        signIn = value;
        return this;
    }

    public ClientMetadataEdit requestObjects(RequestObjectPolicy value) {
        requestObjects = value;
        return this;
    }

    public ClientMetadataEdit logout(ClientLogout value) {
        logout = value;
        return this;
    }

    public ClientMetadataEdit display(ClientDisplay value) {
        display = value;
        return this;
    }

    public ClientMetadataEdit profile(ClientProfile value) {
        profile = value;
        return this;
    }

    public ClientMetadataEdit firstParty(boolean value) {
        firstParty = value;
        return this;
    }

    public ClientMetadata done() {
        return new ClientMetadata(
                name,
                authMethod,
                keys,
                grantTypes,
                redirectUris,
                postLogoutRedirectUris,
                allowedOrigins,
                scopes,
                tokens,
                subjects,
                signIn,
                requestObjects,
                logout,
                display,
                profile,
                firstParty);
    }
}
