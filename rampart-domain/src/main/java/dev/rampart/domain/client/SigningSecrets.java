package dev.rampart.domain.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.List;

/** The secrets of clients that sign with them (OIDC Core §9): sealed, for a digest cannot check an HMAC. */
public final class SigningSecrets {

    private final UnitOfWork<? extends ClientStores> unitOfWork;
    private final Vault vault;

    public SigningSecrets(UnitOfWork<? extends ClientStores> unitOfWork, Vault vault) {
        this.unitOfWork = unitOfWork;
        this.vault = vault;
    }

    /**
     * Keeps a secret that was just added to a client, if that client signs with it. One that was added before its
     * client came to do so was not kept: such a client needs a new one.
     */
    public void keep(OrgId org, Client client, Secret secret) {
        if (client.authMethod() != AuthMethod.CLIENT_SECRET_JWT) {
            return;
        }
        Sha256 hash = Sha256.of(secret);
        byte[] sealed =
                vault.seal(org, place(client.id(), hash), secret.reveal().getBytes(UTF_8));
        unitOfWork.run(org, stores -> stores.clientProofs().keep(client.id(), hash, sealed));
    }

    public List<Secret> of(OrgId org, ClientId client) {
        return unitOfWork.one(org, stores -> stores.clientProofs().kept(client)).stream()
                .map(kept -> vault.open(org, place(client, kept.hash()), kept.sealed()))
                .map(clear -> Secret.of(new String(clear, UTF_8)))
                .toList();
    }

    private static Vault.Place place(ClientId client, Sha256 hash) {
        return new Vault.Place("client_secret", "sealed", client.value() + " " + hash.hex());
    }
}
