package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GRANT;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.Refresh.Granted;
import dev.rampart.domain.grant.Refresh.Limited;
import dev.rampart.domain.grant.Refresh.Outcome;
import dev.rampart.domain.grant.Refresh.Refusal;
import dev.rampart.domain.grant.Refresh.Refused;
import dev.rampart.domain.grant.RefreshTokens.Lifetimes;
import dev.rampart.domain.grant.RefreshTokens.Wanted;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeSeal;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefreshTest {

    private static final Secret FIRST = Secret.of("the first refresh token");

    private final FakeClock clock = new FakeClock();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final Refresh useCase = with(new Rate(0));
    private final Client shop = SampleClient.shop().build();

    @BeforeEach
    void issueTheToken() {
        Stage acme = new Stage(unitOfWork, ACME);
        acme.signedInAda();
        acme.grant(Samples.userGrant(), FIRST);
    }

    @Test
    void replacesATokenAndRemembersIt() {
        Granted granted = granted(refresh(FIRST));

        assertThat(granted.grant()).isEqualTo(Samples.userGrant());
        AuditEvent event = unitOfWork.auditEvents(ACME).getLast();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.TOKEN_ISSUED);
        assertThat(event.actor()).isEqualTo(Actor.client("shop"));
        assertThat(event.target()).contains(Target.of(Target.Kind.GRANT, GRANT.toString()));
        assertThat(event.session()).contains(SESSION.toString());
        assertThat(event.toString())
                .doesNotContain(FIRST.reveal(), granted.successor().reveal());
        assertThat(granted(refresh(granted.successor())).successor()).isNotEqualTo(granted.successor());
    }

    @Test
    void givesWhoeverAsksTwiceAtOnceTheSame() {
        Secret successor = granted(refresh(FIRST)).successor();
        clock.advance(Refresh.GRACE.minusMillis(1));

        assertThat(granted(refresh(FIRST)).successor()).isEqualTo(successor);
    }

    @Test
    void endsTheGrantWhenATokenIsUsedAgainLater() {
        Secret successor = granted(refresh(FIRST)).successor();
        clock.advance(Refresh.GRACE);

        assertThat(refresh(FIRST)).isEqualTo(new Refused(Refusal.TOKEN_REUSED));
        assertThat(refresh(successor)).isEqualTo(new Refused(Refusal.GRANT_ENDED));
    }

    @Test
    void endsNothingForAClientThatHasNoBusinessWithIt() {
        Client other = SampleClient.shop().id("other").build();
        new Stage(unitOfWork, ACME).client(other);
        Secret successor = granted(refresh(FIRST)).successor();
        clock.advance(Refresh.GRACE);

        assertThat(useCase.refresh(ACME, request(other, FIRST, ""))).isEqualTo(new Refused(Refusal.CLIENT_MISMATCH));
        assertThat(refresh(successor)).isInstanceOf(Granted.class);
    }

    @Test
    void saysWhyNotAndLeavesTheTokenAsItWas() {
        assertThat(refresh(Secret.of("made up"))).isEqualTo(new Refused(Refusal.TOKEN_UNKNOWN));
        assertThat(useCase.refresh(ACME, request(shop, FIRST, "openid profile")))
                .isEqualTo(new Refused(Refusal.SCOPE_NOT_GRANTED));
        Wanted elsewhere = new Wanted(Optional.empty(), List.of(new Resource("https://api.example")));
        assertThat(useCase.refresh(ACME, new Refresh.Request(shop, FIRST, elsewhere, Set.of(), Samples.ORIGIN)))
                .isEqualTo(new Refused(Refusal.RESOURCE_NOT_GRANTED));

        assertThat(unitOfWork.auditEvents(ACME))
                .extracting(AuditEvent::reason)
                .containsExactly(
                        Optional.of("TOKEN_UNKNOWN"),
                        Optional.of("SCOPE_NOT_GRANTED"),
                        Optional.of("RESOURCE_NOT_GRANTED"));
        assertThat(refresh(FIRST)).isInstanceOf(Granted.class);
    }

    @Test
    void givesNoTokenForAResourceServerThatIsGone() {
        Secret other = Secret.of("of another grant");
        UserGrant known = Samples.userGrant();
        UserGrant forAServer = new UserGrant(
                new GrantId(new UUID(0, 77)),
                known.user(),
                known.client(),
                known.session(),
                known.authentication(),
                known.scopes(),
                List.of(new Resource("https://gone.example")),
                known.claims(),
                known.offline());
        new Stage(unitOfWork, ACME).grant(forAServer, other);

        assertThat(refresh(other)).isEqualTo(new Refused(Refusal.RESOURCE_GONE));
    }

    @Test
    void limitsANetworkAndRemembersIt() {
        Refresh once = with(new Rate(1));
        once.refresh(ACME, request(shop, FIRST, ""));

        assertThat(once.refresh(ACME, request(shop, FIRST, ""))).isEqualTo(new Limited(Duration.ofMinutes(1)));
        assertThat(unitOfWork.auditEvents(ACME).getLast().reason()).contains("TOO_MANY_REQUESTS");
    }

    private Refresh with(Rate limit) {
        return new Refresh(
                unitOfWork,
                new FakeSeal(),
                clock,
                new FakeEntropy(),
                new RedeemAuthorizationCode.Settings(IDLE, Lifetimes.DEFAULT, limit));
    }

    private Outcome refresh(Secret token) {
        return useCase.refresh(ACME, request(shop, token, ""));
    }

    private static Refresh.Request request(Client client, Secret token, String scopes) {
        Optional<String> asked = Optional.of(scopes).filter(text -> !text.isEmpty());
        return new Refresh.Request(
                client, token, new Wanted(asked.map(Samples::scopes), List.of()), Set.of(), Samples.ORIGIN);
    }

    private static Granted granted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return (Granted) outcome;
    }
}
