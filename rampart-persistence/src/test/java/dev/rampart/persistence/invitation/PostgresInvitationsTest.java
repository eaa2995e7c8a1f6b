package dev.rampart.persistence.invitation;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.invitation.Invitation.State;
import dev.rampart.domain.invitation.InvitationId;
import dev.rampart.domain.invitation.Invitations.Added;
import dev.rampart.domain.invitation.Invitations.Period;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresInvitationsTest {

    private static final MailAddress ADDRESS = new MailAddress("Ada@Example.org");
    private static final Instant EXPIRY = NOW.plusSeconds(3600);
    private static final Sha256 LINK = link(1);

    private final UnitOfWork<Stores> work = PostgresScene.fresh().unitOfWork();

    @Test
    void remembersAnInvitationAsItIs() {
        Invitation made = invitation(1, NOW);

        assertThat(add(ACME, made, LINK)).isEqualTo(Added.ADDED);

        assertThat(find(made.id())).contains(made);
        assertThat(look(LINK)).contains(made);
        assertThat(page("ada@")).containsExactly(made);
        assertThat(page("bob@")).isEmpty();
    }

    @Test
    void keepsOneOfAnAddressPending() {
        add(ACME, invitation(1, NOW), LINK);

        assertThat(add(ACME, invitation(2, NOW), link(2))).isEqualTo(Added.PENDING_ALREADY);
        assertThat(add(GLOBEX, invitation(2, NOW), link(2))).isEqualTo(Added.ADDED);
    }

    @Test
    void makesRoomForAnotherWhenOneHasExpired() {
        add(ACME, invitation(1, NOW), LINK);

        assertThat(add(ACME, invitation(2, EXPIRY), link(2))).isEqualTo(Added.ADDED);

        assertThat(look(LINK).orElseThrow().state(EXPIRY)).isEqualTo(State.EXPIRED);
    }

    @Test
    void refusesAnAddressThatSomebodyHas() {
        work.run(ACME, stores -> {
            boolean added = stores.users().add(user(1));
            assertThat(added).isTrue();
        });

        assertThat(add(ACME, invitation(1, NOW), LINK)).isEqualTo(Added.ADDRESS_TAKEN);
        assertThat(look(LINK)).isEmpty();
    }

    @Test
    void isAcceptedOnceHoweverManyTryTogether() throws Exception {
        add(ACME, invitation(1, NOW), LINK);

        List<Boolean> accepted = Race.of(i -> accept(LINK, i, NOW).isPresent());

        assertThat(accepted).filteredOn(won -> won).hasSize(1);
        assertThat(look(LINK).orElseThrow().state(NOW)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void isMadeOnceForAnAddressHoweverManyTryTogether() throws Exception {
        List<Added> added = Race.of(i -> add(ACME, invitation(i + 1, NOW), link(i)));

        assertThat(added).filteredOn(Added.ADDED::equals).hasSize(1);
        assertThat(added).filteredOn(Added.PENDING_ALREADY::equals).hasSize(Race.THREADS - 1);
    }

    @Test
    void isAcceptedUntilItExpires() {
        add(ACME, invitation(1, NOW), LINK);

        assertThat(accept(LINK, 1, EXPIRY)).isEmpty();
        assertThat(accept(LINK, 1, EXPIRY.minusMillis(1))).isPresent();
    }

    @Test
    void isPendingAgainWhenItIsGivenBack() {
        Invitation made = invitation(1, NOW);
        add(ACME, made, LINK);

        work.run(ACME, stores -> {
            assertThat(stores.invitations().accept(LINK, new UserId(new UUID(0, 1)), NOW))
                    .isPresent();
            stores.invitations().giveBack(made.id());
        });

        assertThat(find(made.id())).contains(made);
    }

    @Test
    void cannotBeAcceptedWhenItWasTakenBack() {
        Invitation made = invitation(1, NOW);
        add(ACME, made, LINK);

        assertThat(revoke(made.id(), NOW)).isPresent();

        assertThat(revoke(made.id(), NOW)).isEmpty();
        assertThat(accept(LINK, 1, NOW)).isEmpty();
        assertThat(look(LINK).orElseThrow().state(NOW)).isEqualTo(State.REVOKED);
        assertThat(add(ACME, invitation(2, NOW), link(2))).isEqualTo(Added.ADDED);
    }

    @Test
    void worksByItsNewLinkAloneWhenItIsRenewed() {
        Invitation made = invitation(1, NOW);
        add(ACME, made, LINK);
        Period another = new Period(EXPIRY, EXPIRY.plusSeconds(60));

        Optional<Invitation> renewed =
                work.call(ACME, stores -> stores.invitations().renew(made.id(), link(2), another));

        assertThat(renewed).map(Invitation::expiresAt).contains(another.expiresAt());
        assertThat(accept(LINK, 1, EXPIRY)).isEmpty();
        assertThat(accept(link(2), 1, EXPIRY)).isPresent();
    }

    @Test
    void isHiddenFromOtherOrganizations() {
        Invitation made = invitation(1, NOW);
        add(ACME, made, LINK);

        work.run(GLOBEX, stores -> {
            assertThat(stores.invitations().look(LINK)).isEmpty();
            assertThat(stores.invitations().find(made.id())).isEmpty();
            assertThat(stores.invitations().revoke(made.id(), NOW)).isEmpty();
            assertThat(stores.invitations().page(PageRequest.first(10)).items()).isEmpty();
        });
    }

    private Added add(OrgId org, Invitation invitation, Sha256 link) {
        return work.call(org, stores -> stores.invitations().add(invitation, link));
    }

    private Optional<Invitation> find(InvitationId id) {
        return work.call(ACME, stores -> stores.invitations().find(id));
    }

    private Optional<Invitation> look(Sha256 link) {
        return work.call(ACME, stores -> stores.invitations().look(link));
    }

    private Optional<Invitation> revoke(InvitationId id, Instant now) {
        return work.call(ACME, stores -> stores.invitations().revoke(id, now));
    }

    private List<Invitation> page(String search) {
        PageRequest request =
                new PageRequest(10, Optional.empty(), Optional.of(search), PageRequest.Order.NEWEST_FIRST);
        return work.call(ACME, stores -> stores.invitations().page(request).items());
    }

    private Optional<Invitation> accept(Sha256 link, int number, Instant now) {
        return work.call(ACME, stores -> {
            Optional<Invitation> won =
                    stores.invitations().accept(link, user(number).id(), now);
            won.ifPresent(_ -> stores.users().add(user(number)));
            return won;
        });
    }

    private static Invitation invitation(int number, Instant now) {
        return new Invitation(
                new InvitationId(new UUID(1, number)),
                ADDRESS,
                Set.of(Role.AUDITOR, Role.HELPDESK),
                new Invitation.Names(Optional.of("Ada"), Optional.empty(), Optional.of("en")),
                1,
                now,
                now.plusSeconds(3600),
                Optional.empty());
    }

    private static User user(int number) {
        return new User(
                new UserId(new UUID(0, number)),
                Optional.empty(),
                Optional.of("ada@example.org"),
                true,
                Profile.EMPTY,
                true,
                NOW,
                NOW);
    }

    private static Sha256 link(int number) {
        return Sha256.of(Secret.of("link " + number));
    }
}
