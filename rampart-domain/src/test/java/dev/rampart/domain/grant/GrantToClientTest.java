package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ORIGIN;
import static dev.rampart.domain.testing.Samples.SHOP;
import static dev.rampart.domain.testing.Samples.SHOP_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.GrantToClient.ClientChanged;
import dev.rampart.domain.grant.GrantToClient.Granted;
import dev.rampart.domain.grant.GrantToClient.Limited;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GrantToClientTest {

    private final FakeClock clock = new FakeClock();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final Client shop = SampleClient.shop().build();
    private final GrantToClient useCase = new GrantToClient(unitOfWork, clock, new FakeEntropy(), new Rate(1));

    @BeforeEach
    void registerTheShop() {
        new Stage(unitOfWork, ACME).client(shop);
    }

    @Test
    void grantsWithTheRolesOfTheServiceAccount() {
        RoleHolder holder = new RoleHolder(RoleHolder.Kind.CLIENT, "shop");
        unitOfWork.run(ACME, stores -> stores.roles().assign(holder, Role.AUDITOR));

        assertThat(useCase.grant(ACME, shop, ClientGrants.Wanted.NOTHING, ORIGIN))
                .isEqualTo(new Granted(Rights.of(Role.AUDITOR), Optional.empty(), TokenPolicy.NONE));

        AuditEvent event = onlyEvent();
        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(event.actor()).isEqualTo(Actor.client("shop"));
    }

    @Test
    void refusesAClientThatHasChanged() {
        unitOfWork.changeClient(ACME, SHOP);

        assertThat(useCase.grant(ACME, shop, ClientGrants.Wanted.NOTHING, ORIGIN))
                .isEqualTo(new ClientChanged());

        assertThat(onlyEvent().reason()).contains("CLIENT_CHANGED");
    }

    @Test
    void limitsANetworkAndRemembersIt() {
        useCase.grant(ACME, shop, ClientGrants.Wanted.NOTHING, ORIGIN);

        assertThat(useCase.grant(ACME, shop, ClientGrants.Wanted.NOTHING, ORIGIN))
                .isEqualTo(new Limited(Duration.ofMinutes(1)));

        assertThat(unitOfWork.auditEvents(ACME)).hasSize(2);
        assertThat(unitOfWork.auditEvents(ACME).getLast().reason()).contains("TOO_MANY_REQUESTS");
        clock.advance(Duration.ofMinutes(1));
        assertThat(useCase.grant(ACME, shop, ClientGrants.Wanted.NOTHING, ORIGIN))
                .isInstanceOf(Granted.class);
    }

    private AuditEvent onlyEvent() {
        assertThat(unitOfWork.auditEvents(ACME)).hasSize(1);
        AuditEvent event = unitOfWork.auditEvents(ACME).getFirst();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.TOKEN_ISSUED);
        assertThat(event.origin()).isEqualTo(ORIGIN);
        assertThat(event.toString()).doesNotContain(SHOP_SECRET.reveal());
        return event;
    }
}
