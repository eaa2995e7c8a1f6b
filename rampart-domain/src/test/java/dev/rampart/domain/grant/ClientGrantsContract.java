package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NETWORK;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.ClientGrants.Answer;
import dev.rampart.domain.grant.ClientGrants.Answer.ClientChanged;
import dev.rampart.domain.grant.ClientGrants.Answer.Given;
import dev.rampart.domain.grant.ClientGrants.Answer.Limited;
import dev.rampart.domain.grant.ClientGrants.Asking;
import dev.rampart.domain.grant.ClientGrants.Wanted;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code ClientGrants} promises. */
public abstract class ClientGrantsContract {

    private static final Rate UNLIMITED = new Rate(0);
    private static final Rate ONE = new Rate(1);
    private static final Rate THREE = new Rate(3);

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final FakeEntropy entropy = new FakeEntropy();

    protected ClientGrantsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        new Stage(work, ACME).client(SampleClient.shop().build());
    }

    @Test
    void givesAndRemembersItInOneStatement() {
        AuditEvent event = event();

        Answer answer = work.one(ACME, stores -> stores.clientGrants().ask(asking(UNLIMITED), event, NOW));

        assertThat(answer).isEqualTo(new Given(Rights.NONE, Optional.empty(), TokenPolicy.NONE));
        assertThat(scene.audited(ACME)).containsExactly(CanonicalEvent.hash(ACME, SealedEvent.open(event)));
    }

    @Test
    void tellsTheRolesOfTheServiceAccount() {
        assign(ACME, new RoleHolder(RoleHolder.Kind.CLIENT, "shop"), Role.ADMIN);
        assign(ACME, new RoleHolder(RoleHolder.Kind.CLIENT, "shop"), Role.AUDITOR);
        assign(ACME, new RoleHolder(RoleHolder.Kind.CLIENT, "mall"), Role.OWNER);
        assign(ACME, new RoleHolder(RoleHolder.Kind.USER, "shop"), Role.HELPDESK);
        assign(GLOBEX, new RoleHolder(RoleHolder.Kind.CLIENT, "shop"), Role.INSTANCE_ADMIN);

        assertThat(ask(ACME, asking(UNLIMITED), NOW))
                .isEqualTo(new Given(Rights.of(Role.ADMIN, Role.AUDITOR), Optional.empty(), TokenPolicy.NONE));
    }

    @Test
    void givesNothingToAClientOfAnotherOrganization() {
        assertThat(ask(GLOBEX, asking(UNLIMITED), NOW)).isEqualTo(new ClientChanged());
        assertThat(scene.audited(GLOBEX)).isEmpty();
        assertThat(scene.audited(ACME)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheUnitFails() {
        AuditEvent event = event();

        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.clientGrants().ask(asking(ONE), event, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
        assertThat(scene.audited(ACME)).isEmpty();
        assertThat(ask(ACME, asking(ONE), NOW)).isInstanceOf(Given.class);
    }

    @Test
    void givesNothingToAClientThatNeverWas() {
        Asking nobody = new Asking(new ClientId("nobody"), 1, NETWORK, UNLIMITED, Wanted.NOTHING);

        assertThat(ask(ACME, nobody, NOW)).isEqualTo(new ClientChanged());
        assertThat(scene.audited(ACME)).isEmpty();
    }

    @Test
    void givesNothingToADisabledClient() {
        scene.disableClient(ACME, SHOP);

        assertThat(ask(ACME, asking(UNLIMITED), NOW)).isEqualTo(new ClientChanged());
        assertThat(scene.audited(ACME)).isEmpty();
    }

    @Test
    void givesNothingToAClientThatHasChanged() {
        scene.changeClient(ACME, SHOP);

        assertThat(ask(ACME, asking(UNLIMITED), NOW)).isEqualTo(new ClientChanged());
    }

    @Test
    void givesNothingInADisabledOrganization() {
        scene.disableOrganization(ACME);

        assertThat(ask(ACME, asking(UNLIMITED), NOW)).isEqualTo(new ClientChanged());
        assertThat(scene.audited(ACME)).isEmpty();
    }

    @Test
    void givesAMinutesWorthAtOnceAndThenOneAtATime() {
        askAMinutesWorth(NOW);
        Instant next = NOW.plusSeconds(20);

        assertThat(ask(ACME, asking(THREE), NOW)).isEqualTo(new Limited(next));
        assertThat(ask(ACME, asking(THREE), next.minusMillis(1))).isEqualTo(new Limited(next));
        assertThat(ask(ACME, asking(THREE), next)).isInstanceOf(Given.class);
        assertThat(ask(ACME, asking(THREE), next)).isEqualTo(new Limited(next.plusSeconds(20)));
        assertThat(scene.audited(ACME)).hasSize(4);
    }

    @Test
    void givesAMinutesWorthAgainAfterAMinute() {
        askAMinutesWorth(NOW);
        assertThat(ask(ACME, asking(THREE), NOW)).isInstanceOf(Limited.class);

        askAMinutesWorth(NOW.plusSeconds(60));

        assertThat(ask(ACME, asking(THREE), NOW.plusSeconds(60))).isInstanceOf(Limited.class);
    }

    @Test
    void countsEveryNetworkAndOrganizationByItself() {
        new Stage(work, GLOBEX).client(SampleClient.shop().build());
        ask(ACME, asking(ONE), NOW);

        assertThat(ask(ACME, asking(ONE), NOW)).isInstanceOf(Limited.class);
        assertThat(ask(ACME, new Asking(SHOP, 1, "198.51.100.7", ONE, Wanted.NOTHING), NOW))
                .isInstanceOf(Given.class);
        assertThat(ask(GLOBEX, asking(ONE), NOW)).isInstanceOf(Given.class);
    }

    @Test
    void countsTogetherWithCodes() {
        AuthorizationCodes.Presented presented =
                new AuthorizationCodes.Presented(Samples.authorizationCode().hash(), SHOP, 1, IDLE, NETWORK, ONE);
        work.run(ACME, stores -> stores.authorizationCodes().redeem(presented, NOW));

        assertThat(ask(ACME, asking(ONE), NOW)).isEqualTo(new Limited(NOW.plusSeconds(60)));
    }

    private void askAMinutesWorth(Instant now) {
        for (int i = 0; i < THREE.perMinute(); i++) {
            assertThat(ask(ACME, asking(THREE), now)).isInstanceOf(Given.class);
        }
    }

    private void assign(OrgId org, RoleHolder holder, Role role) {
        work.run(org, stores -> stores.roles().assign(holder, role));
    }

    private Answer ask(OrgId org, Asking asking, Instant now) {
        AuditEvent event = event();
        return work.one(org, stores -> stores.clientGrants().ask(asking, event, now));
    }

    private static Asking asking(Rate limit) {
        return new Asking(SHOP, 1, NETWORK, limit, Wanted.NOTHING);
    }

    private AuditEvent event() {
        return AuditEvent.of(AuditEventId.of(NOW, entropy), AuditEvent.Type.TOKEN_ISSUED, Actor.client("shop"), NOW)
                .withOrigin(Samples.ORIGIN);
    }
}
