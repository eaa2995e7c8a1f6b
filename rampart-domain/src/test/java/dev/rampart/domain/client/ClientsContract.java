package dev.rampart.domain.client;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Scene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Clients} promises. */
public abstract class ClientsContract {

    private static final String ORIGIN = "https://shop.example";

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Client shop = SampleClient.shop().build();

    protected ClientsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @Test
    void findsAClientAsItWasAdded() {
        assertThat(add(ACME, shop)).isTrue();

        assertThat(find(ACME)).contains(shop);
    }

    @Test
    void keepsAPublicClientWithAMaximumAgeAndNoOrigins() {
        Client app = SampleClient.shop()
                .asPublic()
                .origins()
                .defaultMaxAge(Duration.ofHours(1))
                .build();
        add(ACME, app);

        assertThat(find(ACME)).contains(app);
    }

    @Test
    void keepsTwoSecretsAndOrigins() {
        Client client = SampleClient.shop()
                .secrets(Secret.of("old"), Secret.of("new"))
                .origins(ORIGIN, "https://m.shop.example")
                .build();
        add(ACME, client);

        Client found = find(ACME).orElseThrow();
        assertThat(found.secrets()).containsExactlyInAnyOrderElementsOf(client.secrets());
        assertThat(found.allowedOrigins()).isEqualTo(client.allowedOrigins());
    }

    @Test
    void saysThatAnIdIsTakenAndLeavesTheClientAsItWas() {
        add(ACME, shop);
        Client second =
                SampleClient.shop().asPublic().origins("https://x.example").build();

        assertThat(add(ACME, second)).isFalse();
        assertThat(find(ACME)).contains(shop);
        assertThat(haveOrigin(ACME, "https://x.example")).isFalse();
    }

    @Test
    void hidesAClientFromOtherOrganizations() {
        add(ACME, shop);

        assertThat(find(GLOBEX)).isEmpty();
        assertThat(haveOrigin(GLOBEX, ORIGIN)).isFalse();
        assertThat(add(GLOBEX, shop)).isTrue();
    }

    @Test
    void forgetsWhatWasAddedBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.clients().add(shop, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(find(ACME)).isEmpty();
        assertThat(haveOrigin(ACME, ORIGIN)).isFalse();
    }

    @Test
    void knowsTheOriginsOfEnabledClientsAlone() {
        add(ACME, shop);
        assertThat(haveOrigin(ACME, ORIGIN)).isTrue();
        assertThat(haveOrigin(ACME, "https://shop.example:8443")).isFalse();

        scene.disableClient(ACME, SHOP);

        assertThat(haveOrigin(ACME, ORIGIN)).isFalse();
        assertThat(find(ACME).map(Client::enabled)).contains(false);
    }

    private boolean add(OrgId org, Client client) {
        return work.<Boolean>call(org, stores -> stores.clients().add(client, NOW));
    }

    private Optional<Client> find(OrgId org) {
        return work.one(org, stores -> stores.clients().find(SHOP));
    }

    private boolean haveOrigin(OrgId org, String origin) {
        return work.<Boolean>one(org, stores -> stores.clients().haveOrigin(origin));
    }
}
