package dev.rampart.domain.client;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.ORIGIN;
import static dev.rampart.domain.testing.Samples.SHOP;
import static dev.rampart.domain.testing.Samples.SHOP_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.AuthenticateClient.Authenticated;
import dev.rampart.domain.client.AuthenticateClient.Outcome;
import dev.rampart.domain.client.AuthenticateClient.Refusal;
import dev.rampart.domain.client.AuthenticateClient.Refused;
import dev.rampart.domain.client.AuthenticateClient.Request;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuthenticateClientTest {

    private static final Secret WRONG = Secret.of("not-the-secret-of-the-shop");

    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final Directory clients = new Directory();
    private final AuthenticateClient useCase =
            new AuthenticateClient(clients, unitOfWork, new FakeClock(), new FakeEntropy());

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
    void takesASecretHoweverItIsPresented(AuthMethod method) {
        assertThat(authenticate(method, SHOP_SECRET)).isEqualTo(new Authenticated(clients.atHand));
        assertThat(unitOfWork.auditEvents(ACME)).isEmpty();
        assertThat(clients.readAfresh).isZero();
    }

    @Test
    void takesEitherOfTwoSecrets() {
        clients.atHand = SampleClient.shop().secrets(SHOP_SECRET, WRONG).build();

        assertThat(authenticate(AuthMethod.CLIENT_SECRET_BASIC, SHOP_SECRET)).isInstanceOf(Authenticated.class);
        assertThat(authenticate(AuthMethod.CLIENT_SECRET_BASIC, WRONG)).isInstanceOf(Authenticated.class);
    }

    @Test
    void takesAPublicClientAtItsWord() {
        clients.atHand = SampleClient.shop().asPublic().build();

        assertThat(authenticate(AuthMethod.NONE, null)).isEqualTo(new Authenticated(clients.atHand));
    }

    @Test
    void takesNoSecretFromAPublicClient() {
        clients.atHand = SampleClient.shop().asPublic().build();

        assertRefused(AuthMethod.CLIENT_SECRET_POST, SHOP_SECRET, Refusal.METHOD_NOT_REGISTERED);
    }

    @Test
    void takesNoClientWithoutItsSecret() {
        assertRefused(AuthMethod.NONE, null, Refusal.METHOD_NOT_REGISTERED);
    }

    @Test
    void takesAnEmptySecretForAWrongOne() {
        assertRefused(AuthMethod.CLIENT_SECRET_POST, Secret.of(""), Refusal.SECRET_WRONG);
    }

    @Test
    void refusesAWrongSecretHavingReadTheClientAfreshOnce() {
        assertRefused(AuthMethod.CLIENT_SECRET_BASIC, WRONG, Refusal.SECRET_WRONG);

        assertThat(clients.readAfresh).isEqualTo(1);
    }

    @Test
    void takesASecretThatIsNewerThanWhatIsAtHand() {
        Secret rotated = Secret.of("the-newer-secret-of-the-shop");
        clients.stored = SampleClient.shop().secrets(rotated).version(2).build();

        assertThat(authenticate(AuthMethod.CLIENT_SECRET_BASIC, rotated)).isEqualTo(new Authenticated(clients.stored));
        assertThat(clients.readAfresh).isEqualTo(1);
    }

    @Test
    void refusesADisabledClient() {
        clients.atHand = SampleClient.shop().disabled().build();

        assertRefused(AuthMethod.CLIENT_SECRET_BASIC, SHOP_SECRET, Refusal.CLIENT_DISABLED);
    }

    @Test
    void refusesAClientOfAnotherOrganization() {
        Request request = new Request(SHOP, AuthMethod.CLIENT_SECRET_BASIC, Optional.of(SHOP_SECRET), ORIGIN);

        assertThat(useCase.authenticate(GLOBEX, request)).isEqualTo(new Refused(Refusal.CLIENT_UNKNOWN));

        assertThat(unitOfWork.auditEvents(GLOBEX)).hasSize(1);
        assertThat(unitOfWork.auditEvents(GLOBEX).getFirst().reason()).contains("CLIENT_UNKNOWN");
        assertThat(unitOfWork.auditEvents(ACME)).isEmpty();
    }

    private Outcome authenticate(AuthMethod method, @Nullable Secret secret) {
        return useCase.authenticate(ACME, new Request(SHOP, method, Optional.ofNullable(secret), ORIGIN));
    }

    private void assertRefused(AuthMethod method, @Nullable Secret secret, Refusal why) {
        assertThat(authenticate(method, secret)).isEqualTo(new Refused(why));

        assertThat(unitOfWork.auditEvents(ACME)).hasSize(1);
        AuditEvent event = unitOfWork.auditEvents(ACME).getFirst();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.CLIENT_AUTHENTICATED);
        assertThat(event.reason()).contains(why.name());
        assertThat(event.origin()).isEqualTo(ORIGIN);
        assertThat(event.toString()).doesNotContain(SHOP_SECRET.reveal(), WRONG.reveal());
    }

    /** The shop as it is at hand in Acme, and as it is stored. */
    private static final class Directory implements ClientDirectory {

        private Client atHand = SampleClient.shop().build();
        private Client stored = atHand;
        private int readAfresh;

        @Override
        public Optional<Client> find(OrgId org, ClientId id) {
            return org.equals(ACME) && id.equals(SHOP) ? Optional.of(atHand) : Optional.empty();
        }

        @Override
        public Optional<Client> afresh(OrgId org, ClientId id) {
            readAfresh++;
            atHand = stored;
            return find(org, id);
        }

        @Override
        public boolean haveOrigin(OrgId org, String origin) {
            return false;
        }
    }
}
