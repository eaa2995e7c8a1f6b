package dev.rampart.server;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.RegisterUser;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.server.wiring.RampartComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is made at the first start, when there is nothing yet. */
final class Bootstrap {

    private static final String DEFAULT_NAME = "Rampart";

    private final RampartComponent rampart;

    Bootstrap(RampartComponent rampart) {
        this.rampart = rampart;
    }

    /** The organization at the root, made if it is missing. Whichever node comes first makes it. */
    OrgId defaultOrganization() {
        Optional<Organization> found = rampart.organizations().bySlug(OrgSlug.DEFAULT);
        if (found.isPresent()) {
            return found.get().id();
        }
        rampart.createOrganization().create(OrgSlug.DEFAULT, DEFAULT_NAME, Cause.SYSTEM);
        return rampart.organizations()
                .afresh(OrgSlug.DEFAULT)
                .orElseThrow(() -> new IllegalStateException("the default organization was made and is not there"))
                .id();
    }

    boolean hasAdministrator(OrgId org) {
        return rampart.unitOfWork().one(org, stores -> stores.roles().isHeldByAPerson(Role.INSTANCE_ADMIN));
    }

    /** What stands in the set-up link, made anew; nothing if there is an administrator. */
    Optional<Secret> setupLink(OrgId org) {
        return rampart.openSetup().open(org);
    }

    /** Says whether the administrator was made; not if the address is taken. */
    boolean administrator(OrgId org, String email, Secret password) {
        RegisterUser.Outcome outcome = rampart.registerUser()
                .register(
                        org,
                        new RegisterUser.Request(
                                Optional.empty(),
                                Optional.of(email),
                                true,
                                new Profile(Map.of(StandardClaim.NAME, "Administrator"), Map.of(), false),
                                password,
                                Set.of(Role.INSTANCE_ADMIN, Role.OWNER),
                                Actor.SYSTEM));
        return outcome instanceof RegisterUser.Registered;
    }

    /** A service account for the admin API; says whether its name was still free. */
    boolean serviceClient(OrgId org, String id, Secret secret) {
        ClientMetadata metadata = ClientMetadata.of(id, AuthMethod.CLIENT_SECRET_BASIC, GrantType.CLIENT_CREDENTIALS);
        Client client = Client.registered(new ClientId(id), metadata).withSecrets(List.of(Sha256.of(secret)));
        return register(org, client, Set.of(Role.INSTANCE_ADMIN));
    }

    /** A public client for browsers. */
    boolean publicClient(OrgId org, String id, RedirectUri redirectUri, RedirectUri afterLogout) {
        ClientMetadata metadata = ClientMetadata.of("Playground", AuthMethod.NONE, GrantType.AUTHORIZATION_CODE)
                .edit()
                .redirectUris(Set.of(redirectUri))
                .postLogoutRedirectUris(Set.of(afterLogout))
                .scopes(Scopes.parse("openid profile email address phone").orElseThrow())
                .done();
        return register(org, Client.registered(new ClientId(id), metadata), Set.of());
    }

    private boolean register(OrgId org, Client client, Set<Role> roles) {
        return rampart.registerClient().register(org, client, roles, Cause.SYSTEM) == RegisterClient.Outcome.REGISTERED;
    }
}
