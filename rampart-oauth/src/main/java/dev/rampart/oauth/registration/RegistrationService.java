package dev.rampart.oauth.registration;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientMistake;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.client.SigningSecrets;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.registration.AdministerItself;
import dev.rampart.domain.registration.AdmitRegistration;
import dev.rampart.domain.registration.RegisterItself;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.SupportedScopes;
import dev.rampart.oauth.client.ClientJwks;
import java.util.Optional;

/** What clients say of themselves, checked in the order of RFC 7591 §3.2.2, and kept. */
public final class RegistrationService {

    private final AdmitRegistration admit;
    private final RegisterItself register;
    private final AdministerItself administer;
    private final SectorIdentifiers sectors;
    private final SigningSecrets signing;

    public RegistrationService(
            AdmitRegistration admit,
            RegisterItself register,
            AdministerItself administer,
            SectorIdentifiers sectors,
            SigningSecrets signing) {
        this.admit = admit;
        this.register = register;
        this.administer = administer;
        this.sectors = sectors;
        this.signing = signing;
    }

    /** The client registration endpoint (RFC 7591 §3). {@code client} is as it describes itself. */
    public Outcome register(Tenant tenant, Client client, RegisterItself.Wish wish) {
        Optional<OAuthReply> refusal = admission(tenant, wish).or(() -> mistake(client));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return switch (register.register(tenant.id(), withScopes(client), wish)) {
            case RegisterItself.Registered(ManagedClient managed, Optional<Secret> secret, Secret token) ->
                kept(tenant, new Kept(managed, secret, token));
            case RegisterItself.Refused(RegisterItself.Refusal why) -> new Refused(words(why));
        };
    }

    /** A read of the client configuration endpoint (RFC 7592 §2.1). */
    public Outcome read(Tenant tenant, AdministerItself.Credentials credentials) {
        return administer
                .read(tenant.id(), credentials)
                .<Outcome>map(managed -> new Kept(managed, Optional.empty(), credentials.token()))
                .orElseGet(() -> new Refused(RegistrationErrors.invalidToken()));
    }

    /** An update (RFC 7592 §2.2): what is left out is as if it had never been said. */
    public Outcome replace(Tenant tenant, AdministerItself.Credentials credentials, Client as) {
        if (administer.read(tenant.id(), credentials).isEmpty()) {
            return new Refused(RegistrationErrors.invalidToken());
        }
        Optional<OAuthReply> mistake = mistake(as);
        if (mistake.isPresent()) {
            return new Refused(mistake.get());
        }
        return administer
                .replace(tenant.id(), credentials, withScopes(as))
                .<Outcome>map(
                        replaced -> kept(tenant, new Kept(replaced.managed(), replaced.secret(), credentials.token())))
                .orElseGet(() -> new Refused(RegistrationErrors.invalidToken()));
    }

    /** A delete (RFC 7592 §2.3). Empty: it is gone. */
    public Optional<OAuthReply> remove(Tenant tenant, AdministerItself.Credentials credentials) {
        return administer.remove(tenant.id(), credentials)
                ? Optional.empty()
                : Optional.of(RegistrationErrors.invalidToken());
    }

    private Kept kept(Tenant tenant, Kept kept) {
        kept.secret()
                .ifPresent(secret -> signing.keep(tenant.id(), kept.managed().client(), secret));
        return kept;
    }

    private Optional<OAuthReply> admission(Tenant tenant, RegisterItself.Wish wish) {
        return switch (admit.admit(tenant.id(), wish)) {
            case AdmitRegistration.Admitted() -> Optional.empty();
            case AdmitRegistration.Limited(var delay) -> Optional.of(OAuthErrors.tooManyRequests(delay));
            case AdmitRegistration.Refused(AdmitRegistration.Refusal why) ->
                Optional.of(
                        switch (why) {
                            case REGISTRATION_OFF -> words(RegisterItself.Refusal.REGISTRATION_OFF);
                            case TOKEN_MISSING -> RegistrationErrors.missingToken();
                            case TOKEN_INVALID -> RegistrationErrors.invalidToken();
                        });
        };
    }

    private static OAuthReply words(RegisterItself.Refusal why) {
        return switch (why) {
            case REGISTRATION_OFF -> RegistrationErrors.denied("Clients cannot register themselves here.");
            case NO_ROOM -> RegistrationErrors.denied("There are as many clients as may register themselves here.");
            case TOKEN_INVALID -> RegistrationErrors.invalidToken();
        };
    }

    private Optional<OAuthReply> mistake(Client client) {
        return redirectMistake(client.metadata())
                .or(() -> grantMistake(client.metadata()))
                .or(() -> contradiction(client))
                .or(() -> keyMistake(client.metadata()))
                .or(() -> sectorMistake(client.metadata()));
    }

    private static Optional<OAuthReply> redirectMistake(ClientMetadata metadata) {
        if (metadata.redirectUris().isEmpty()) {
            return Optional.of(RegistrationErrors.invalidRedirectUri("redirect_uris is empty."));
        }
        return RedirectRules.firstWrong(metadata)
                .map(RedirectUri::value)
                .map(uri -> RegistrationErrors.invalidRedirectUri("A web application cannot have " + ascii(uri)));
    }

    /** Whoever acts for nobody but itself is made by an administrator, who answers for what it may. */
    private static Optional<OAuthReply> grantMistake(ClientMetadata metadata) {
        boolean fits = metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE)
                && !metadata.grantTypes().contains(GrantType.CLIENT_CREDENTIALS);
        return fits
                ? Optional.empty()
                : Optional.of(RegistrationErrors.invalidClientMetadata(
                        "grant_types has authorization_code, may have refresh_token, and nothing else."));
    }

    private static Optional<OAuthReply> contradiction(Client client) {
        return ClientMistake.in(client).stream()
                .sorted()
                .findFirst()
                .map(RegistrationService::words)
                .map(RegistrationErrors::invalidClientMetadata);
    }

    private static Optional<OAuthReply> keyMistake(ClientMetadata metadata) {
        return metadata.keys()
                .jwks()
                .filter(json -> !ClientJwks.isAcceptable(json))
                .map(_ -> RegistrationErrors.invalidClientMetadata(
                        "The jwks is no set of public keys, of which one at least can sign."));
    }

    private static String words(ClientMistake mistake) {
        return switch (mistake) {
            case PUBLIC_CLIENT_CREDENTIALS, NO_GRANT_TYPE -> "The grant_types do not fit.";
            case NO_REDIRECT_URI -> "redirect_uris is empty.";
            case KEYS_IN_TWO_PLACES -> "There are jwks and jwks_uri: keys are in one place.";
            case NO_KEYS -> "What the client signs could not be checked: jwks and jwks_uri are missing.";
            case ALGORITHM_OF_ANOTHER_METHOD ->
                "token_endpoint_auth_signing_alg does not go with token_endpoint_auth_method.";
            case NO_SECTOR -> "Pairwise subjects need a sector_identifier_uri where redirect_uris have not one host.";
        };
    }

    private Optional<OAuthReply> sectorMistake(ClientMetadata metadata) {
        return metadata.subjects()
                .sectorUri()
                .filter(uri -> !sectors.lists(uri, metadata.redirectUris()))
                .map(_ -> RegistrationErrors.invalidClientMetadata(
                        "The sector_identifier_uri does not list all of redirect_uris."));
    }

    /** It may ask for what says who somebody is, and for no scope of anybody's own. */
    private static Client withScopes(Client client) {
        ClientMetadata metadata = client.metadata();
        return client.withMetadata(
                metadata.edit().scopes(SupportedScopes.among(metadata.scopes())).done());
    }

    private static String ascii(String text) {
        return text.chars()
                .filter(character -> character > ' ' && character < 0x7f && character != '"' && character != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public sealed interface Outcome {}

    /**
     * It is kept.
     *
     * @param secret a new one, which is never told again
     * @param token what it administers itself with
     */
    public record Kept(ManagedClient managed, Optional<Secret> secret, Secret token) implements Outcome {}

    public record Refused(OAuthReply reply) implements Outcome {}
}
