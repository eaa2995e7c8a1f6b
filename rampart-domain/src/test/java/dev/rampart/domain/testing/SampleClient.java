package dev.rampart.domain.testing;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientLogout;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientSignIn;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.WebUri;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes clients that differ from an ordinary one in what a test is about. */
public final class SampleClient {

    private ClientId id = Samples.SHOP;
    private String name = "Shop";
    private AuthMethod authMethod = AuthMethod.CLIENT_SECRET_BASIC;
    private Set<GrantType> grantTypes = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS);
    private boolean firstParty = true;
    private Set<String> origins = Set.of("https://shop.example");
    private @Nullable Duration defaultMaxAge;
    private List<Sha256> secrets = List.of(Sha256.of(Samples.SHOP_SECRET));
    private ClientLogout logout = ClientLogout.NONE;
    private boolean enabled = true;
    private long version = 1;

    private SampleClient() {}

    /** The shop: confidential, enabled, and just registered. */
    public static SampleClient shop() {
        return new SampleClient();
    }

    /** One with all that can be chosen here as that client has it. */
    public static SampleClient like(Client client) {
        SampleClient like = new SampleClient();
        like.id = client.id();
        like.name = client.name();
        like.authMethod = client.authMethod();
        like.grantTypes = client.grantTypes();
        like.firstParty = client.metadata().firstParty();
        like.origins = client.allowedOrigins();
        like.defaultMaxAge = client.defaultMaxAge().orElse(null);
        like.logout = client.metadata().logout();
        like.secrets = client.secrets();
        like.enabled = client.enabled();
        like.version = client.version();
        return like;
    }

    public SampleClient id(String value) {
        id = new ClientId(value);
        return this;
    }

    public SampleClient defaultMaxAge(Duration age) {
        defaultMaxAge = age;
        return this;
    }

    public SampleClient origins(String... allowed) {
        origins = Set.of(allowed);
        return this;
    }

    public SampleClient secrets(Secret... known) {
        secrets = List.of(known).stream().map(Sha256::of).toList();
        return this;
    }

    /** Cannot keep a secret, so it has none. */
    public SampleClient asPublic() {
        authMethod = AuthMethod.NONE;
        secrets = List.of();
        return this;
    }

    public SampleClient grantTypes(GrantType... types) {
        grantTypes = Set.of(types);
        return this;
    }

    /** Somebody else's, so that people are asked. */
    public SampleClient asThirdParty() {
        firstParty = false;
        return this;
    }

    /** Wants to be told there that somebody is signed out. */
    public SampleClient backchannelLogout(String uri) {
        logout = new ClientLogout(Optional.empty(), false, Optional.of(new WebUri(uri)), true);
        return this;
    }

    public SampleClient disabled() {
        enabled = false;
        return this;
    }

    public SampleClient version(long number) {
        version = number;
        return this;
    }

    public Client build() {
        ClientMetadata metadata = ClientMetadata.of(name, authMethod, GrantType.AUTHORIZATION_CODE)
                .edit()
                .grantTypes(grantTypes)
                .redirectUris(Set.of(Samples.SHOP_CALLBACK, new RedirectUri("https://shop.example/other")))
                .postLogoutRedirectUris(Set.of(new RedirectUri("https://shop.example/bye")))
                .allowedOrigins(origins)
                .scopes(Samples.scopes("openid profile email offline_access"))
                .signIn(new ClientSignIn(Optional.ofNullable(defaultMaxAge), List.of()))
                .firstParty(firstParty)
                .logout(logout)
                .done();
        return new Client(id, metadata, secrets, enabled, version);
    }
}
