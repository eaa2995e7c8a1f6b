package dev.rampart.oauth.token;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.CODE;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.ORIGIN;
import static dev.rampart.domain.testing.Samples.SHOP;
import static dev.rampart.domain.testing.Samples.SHOP_CALLBACK;
import static dev.rampart.domain.testing.Samples.VERIFIER;
import static dev.rampart.oauth.testing.TestKeys.ACME_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.RedeemAuthorizationCode;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeClientDirectory;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePseudonyms;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Stage;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.jose.JsonWebTokens;
import dev.rampart.oauth.testing.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuthorizationCodeGrantTest {

    private static final TokenForm FORM = new TokenForm(Map.of(
            "code", List.of(CODE.reveal()),
            "redirect_uri", List.of(SHOP_CALLBACK.value()),
            "code_verifier", List.of(VERIFIER.reveal())));

    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final Client shop = SampleClient.shop().build();

    @BeforeEach
    void issueTheCode() {
        new Stage(unitOfWork, ACME).issuedCode();
    }

    @Test
    void givesTokensToTheClientThatIsAtHand() {
        OAuthReply reply = exchange(shop);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("\"access_token\"", "\"id_token\"", "\"scope\":\"openid email\"");
        assertThat(reasons()).containsExactly("");
    }

    @Test
    void triesAgainWithAClientThatHasChangedMeanwhile() {
        unitOfWork.changeClient(ACME, SHOP);

        OAuthReply reply = exchange(shop);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reasons()).containsExactly("CLIENT_CHANGED", "");
    }

    @Test
    void doesNotTryAgainWithASecretThatIsNoLongerGood() {
        Client old = SampleClient.shop()
                .secrets(Secret.of("an older one"))
                .version(0)
                .build();

        assertRefusedAndTheCodeKept(old);
    }

    @Test
    void doesNotTryAgainForAClientThatCameWithoutASecretAndHasOneNow() {
        assertRefusedAndTheCodeKept(SampleClient.shop().asPublic().version(0).build());
    }

    @Test
    void doesNotTryAgainForADisabledClient() {
        unitOfWork.disableClient(ACME, SHOP);

        OAuthReply reply = exchange(shop);

        assertInvalidGrant(reply);
        assertThat(reasons()).containsExactly("CLIENT_CHANGED");
    }

    @Test
    void doesNotTryAgainInADisabledOrganization() {
        unitOfWork.disableOrganization(ACME);

        OAuthReply reply = exchange(shop);

        assertInvalidGrant(reply);
        assertThat(reasons()).containsExactly("CLIENT_CHANGED");
    }

    @Test
    void triesAgainOnceHoweverOftenTheClientChanges() {
        unitOfWork.changeClient(ACME, SHOP);
        NeverUpToDate clients = new NeverUpToDate();

        OAuthReply reply = exchange(shop, clients);

        assertInvalidGrant(reply);
        assertThat(clients.asked).isEqualTo(1);
        assertThat(reasons()).containsExactly("CLIENT_CHANGED", "CLIENT_CHANGED");
    }

    @Test
    void usesACodeUpThatAnotherClientPresents() {
        Client mall = SampleClient.shop().id("mall").build();
        new Stage(unitOfWork, ACME).client(mall);

        assertInvalidGrant(exchange(mall));
        assertInvalidGrant(exchange(shop));
        assertThat(reasons()).containsExactly("CLIENT_MISMATCH", "CODE_REPLAYED");
    }

    private void assertRefusedAndTheCodeKept(Client old) {
        assertInvalidGrant(exchange(old));
        assertThat(reasons()).containsExactly("CLIENT_CHANGED");
        assertThat(exchange(shop).status()).isEqualTo(200);
    }

    private static void assertInvalidGrant(OAuthReply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"invalid_grant\"").doesNotContain(CODE.reveal());
    }

    private OAuthReply exchange(Client client) {
        return exchange(client, new FakeClientDirectory(unitOfWork));
    }

    private OAuthReply exchange(Client client, ClientDirectory clients) {
        FakeClock clock = new FakeClock();
        FakeEntropy entropy = new FakeEntropy();
        TestKeys keys = new TestKeys();
        Audiences audiences = new Audiences(TestKeys.ROOT);
        IssuedTokens tokens = new IssuedTokens(
                new JsonWebTokens(keys, keys),
                audiences,
                new SubjectIdentifiers(new FakePseudonyms()),
                clock,
                entropy,
                Duration.ofMinutes(5));
        RedeemAuthorizationCode redeem = new RedeemAuthorizationCode(
                unitOfWork,
                clock,
                entropy,
                new RedeemAuthorizationCode.Settings(IDLE, RefreshTokens.Lifetimes.DEFAULT, new Rate(0)));
        TokenReply reply = new AuthorizationCodeGrant(redeem, clients, tokens, audiences)
                .exchange(ACME_TENANT, client, FORM, ORIGIN);
        return ((TokenReply.Decided) reply).reply();
    }

    /** Why each was refused, in order; empty where it was not. */
    private List<String> reasons() {
        return unitOfWork.auditEvents(ACME).stream()
                .map(AuditEvent::reason)
                .map(reason -> reason.orElse(""))
                .toList();
    }

    /** Says each time that the client is another one, and never the one there is. */
    private static final class NeverUpToDate implements ClientDirectory {

        private int asked;

        @Override
        public Optional<Client> find(OrgId org, ClientId id) {
            return afresh(org, id);
        }

        @Override
        public Optional<Client> afresh(OrgId org, ClientId id) {
            asked++;
            return Optional.of(SampleClient.shop().version(100L + asked).build());
        }

        @Override
        public boolean haveOrigin(OrgId org, String origin) {
            return false;
        }
    }
}
