package dev.rampart.domain.client;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.scope.Scopes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metadata with some of it changed. For one thread. */
public final class ClientMetadataEdit {

    private String name;
    private AuthMethod authMethod;
    private Set<GrantType> grantTypes;
    private Set<RedirectUri> redirectUris;
    private Set<RedirectUri> postLogoutRedirectUris;
    private Set<String> allowedOrigins;
    private Scopes scopes;
    private SigningAlgorithm idTokenAlgorithm;
    private @Nullable SigningAlgorithm accessTokenAlgorithm;
    private @Nullable Duration defaultMaxAge;
    private ClientDisplay display;
    private boolean firstParty;

    ClientMetadataEdit(ClientMetadata before) {
        this.name = before.name();
        this.authMethod = before.authMethod();
        this.grantTypes = before.grantTypes();
        this.redirectUris = before.redirectUris();
        this.postLogoutRedirectUris = before.postLogoutRedirectUris();
        this.allowedOrigins = before.allowedOrigins();
        this.scopes = before.scopes();
        this.idTokenAlgorithm = before.idTokenAlgorithm();
        this.accessTokenAlgorithm = before.accessTokenAlgorithm().orElse(null);
        this.defaultMaxAge = before.defaultMaxAge().orElse(null);
        this.display = before.display();
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

    public ClientMetadataEdit idTokenAlgorithm(SigningAlgorithm value) {
        idTokenAlgorithm = value;
        return this;
    }

    public ClientMetadataEdit accessTokenAlgorithm(@Nullable SigningAlgorithm value) {
        accessTokenAlgorithm = value;
        return this;
    }

    public ClientMetadataEdit defaultMaxAge(@Nullable Duration value) {
        defaultMaxAge = value;
        return this;
    }

    public ClientMetadataEdit display(ClientDisplay value) {
        display = value;
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
                grantTypes,
                redirectUris,
                postLogoutRedirectUris,
                allowedOrigins,
                scopes,
                idTokenAlgorithm,
                Optional.ofNullable(accessTokenAlgorithm),
                Optional.ofNullable(defaultMaxAge),
                display,
                firstParty);
    }
}
