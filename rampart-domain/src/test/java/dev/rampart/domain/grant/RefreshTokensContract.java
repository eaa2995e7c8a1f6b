package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.GRANT;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NETWORK;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SHOP;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.RefreshTokens.Lifetimes;
import dev.rampart.domain.grant.RefreshTokens.Presented;
import dev.rampart.domain.grant.RefreshTokens.Rotation;
import dev.rampart.domain.grant.RefreshTokens.Wanted;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every implementation of {@code RefreshTokens} promises. */
public abstract class RefreshTokensContract {

    private static final Wanted ALL = new Wanted(Optional.empty(), List.of());
    private static final Rate UNLIMITED = new Rate(0);

    private final Scene scene;
    protected final UnitOfWork<Stores> work;

    protected RefreshTokensContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @Test
    void replacesATokenOnce() {
        issued(Samples.userGrant());

        Rotation.Rotated rotated = (Rotation.Rotated) rotate("first", "second", NOW);
        assertThat(rotated.grant()).isEqualTo(Samples.userGrant());
        assertThat(rotated.behind().standing()).isTrue();
        Rotation.AlreadyRotated again = (Rotation.AlreadyRotated) rotate("first", "other", NOW.plusSeconds(3));
        assertThat(again.at()).isEqualTo(NOW);
        assertThat(again.sealed()).asString(US_ASCII).isEqualTo("sealed second");
        assertThat(rotate("second", "third", NOW)).isInstanceOf(Rotation.Rotated.class);
        assertThat(rotate("other", "fourth", NOW)).isInstanceOf(Rotation.Unknown.class);
    }

    @Test
    void knowsNoneOfAnotherOrganization() {
        issued(Samples.userGrant());
        new Stage(work, GLOBEX).shopAndAda();

        assertThat(rotate(GLOBEX, presented("first", "second", SHOP, ALL), NOW)).isEqualTo(new Rotation.Unknown());
        assertThat(rotate("first", "second", NOW)).isInstanceOf(Rotation.Rotated.class);
    }

    @Test
    void leavesATokenToTheClientThatHasIt() {
        issued(Samples.userGrant());
        new Stage(work, ACME).client(SampleClient.shop().id("other").build());

        assertThat(rotate(ACME, presented("first", "second", new ClientId("other"), ALL), NOW))
                .isInstanceOf(Rotation.Unmoved.class);
        assertThat(rotate("first", "second", NOW)).isInstanceOf(Rotation.Rotated.class);
    }

    @ParameterizedTest
    @CsvSource({"openid, true", "email openid, true", "'', true", "profile, false", "openid profile, false"})
    void gives(String scopes, boolean granted) {
        issued(Samples.userGrant());
        Wanted wanted = new Wanted(Optional.of(Samples.scopes(scopes)), List.of());

        Rotation rotation = rotate(ACME, presented("first", "second", SHOP, wanted), NOW);
        assertThat(rotation instanceof Rotation.Rotated).isEqualTo(granted);
        assertThat(rotate("first", "third", NOW) instanceof Rotation.Rotated).isNotEqualTo(granted);
    }

    @Test
    void givesTheResourcesThatWereGranted() {
        Resource one = new Resource("https://one.example");
        Resource two = new Resource("https://two.example");
        issued(Samples.userGrantFor(one, two));

        Wanted other = new Wanted(Optional.empty(), List.of(new Resource("https://three.example")));
        assertThat(rotate(ACME, presented("first", "second", SHOP, other), NOW)).isInstanceOf(Rotation.Unmoved.class);
        Wanted second = new Wanted(Optional.empty(), List.of(two));
        assertThat(rotate(ACME, presented("first", "second", SHOP, second), NOW))
                .isInstanceOf(Rotation.Rotated.class);
    }

    @Test
    void forgetsATokenThatLiesUnused() {
        issued(Samples.offlineGrant());
        Instant end = NOW.plus(Lifetimes.DEFAULT.idle());

        assertThat(rotate("first", "second", end.minusMillis(1))).isInstanceOf(Rotation.Rotated.class);
        Rotation.Unmoved over =
                (Rotation.Unmoved) rotate("second", "third", end.minusMillis(1).plus(Lifetimes.DEFAULT.idle()));
        assertThat(over.expired()).isTrue();
    }

    @Test
    void endsAGrantInItsTimeThoughItIsInUse() {
        issued(Samples.offlineGrant());
        Duration week = Duration.ofDays(7);
        String token = "first";
        for (int weeks = 1; weeks * 7 < 90; weeks++) {
            assertThat(rotate(token, "next " + weeks, NOW.plus(week.multipliedBy(weeks))))
                    .isInstanceOf(Rotation.Rotated.class);
            token = "next " + weeks;
        }

        assertThat(rotate(token, "last", NOW.plus(Lifetimes.DEFAULT.absolute()).minusMillis(1)))
                .isInstanceOf(Rotation.Rotated.class);
        assertThat(rotate("last", "none", NOW.plus(Lifetimes.DEFAULT.absolute())))
                .isInstanceOf(Rotation.Unmoved.class);
    }

    @Test
    void fallsWithTheSessionUnlessThePersonMayBeAway() {
        issued(Samples.userGrant());
        work.run(ACME, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW));

        Rotation.Unmoved fallen = (Rotation.Unmoved) rotate("first", "second", NOW);
        assertThat(fallen.behind().standing()).isFalse();
        assertThat(fallen.expired()).isFalse();
    }

    @Test
    void outlivesTheSessionIfThePersonMayBeAway() {
        issued(Samples.offlineGrant());
        work.run(ACME, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW));

        assertThat(rotate("first", "second", NOW)).isInstanceOf(Rotation.Rotated.class);
    }

    @Test
    void fallsWithItsPersonThoughTheyMayBeAway() {
        issued(Samples.offlineGrant());
        scene.disableUser(ACME, ADA);

        assertThat(rotate("first", "second", NOW)).isInstanceOf(Rotation.Unmoved.class);
    }

    @Test
    void fallsWithItsGrant() {
        issued(Samples.offlineGrant());
        work.run(ACME, stores -> stores.userGrants().revoke(GRANT, NOW));

        assertThat(rotate("first", "second", NOW)).isInstanceOf(Rotation.Unmoved.class);
    }

    @Test
    void waitsForTheClientAsItIsNow() {
        issued(Samples.userGrant());
        scene.changeClient(ACME, SHOP);

        assertThat(rotate("first", "second", NOW)).isEqualTo(new Rotation.ClientChanged());
    }

    @Test
    void limitsANetwork() {
        issued(Samples.userGrant());
        Presented once = limited(presented("first", "second", SHOP, ALL), new Rate(1));

        assertThat(rotate(ACME, once, NOW)).isInstanceOf(Rotation.Rotated.class);
        assertThat(rotate(ACME, once, NOW)).isEqualTo(new Rotation.Limited(NOW.plusSeconds(60)));
    }

    protected final void issued(UserGrant grant) {
        Stage acme = new Stage(work, ACME);
        acme.signedInAda();
        acme.grant(grant, Secret.of("first"));
    }

    protected final Rotation rotate(String token, String successor, Instant now) {
        return rotate(ACME, presented(token, successor, SHOP, ALL), now);
    }

    private Rotation rotate(OrgId org, Presented presented, Instant now) {
        return work.call(org, stores -> stores.refreshTokens().rotate(presented, now));
    }

    private static Presented presented(String token, String successor, ClientId client, Wanted wanted) {
        return new Presented(
                Sha256.of(Secret.of(token)),
                client,
                1,
                wanted,
                Sha256.of(Secret.of(successor)),
                ("sealed " + successor).getBytes(US_ASCII),
                Lifetimes.DEFAULT,
                IDLE,
                NETWORK,
                UNLIMITED);
    }

    private static Presented limited(Presented presented, Rate limit) {
        return new Presented(
                presented.token(),
                presented.client(),
                presented.clientVersion(),
                presented.wanted(),
                presented.successor(),
                presented.sealed(),
                presented.lifetimes(),
                presented.sessionIdle(),
                presented.network(),
                limit);
    }
}
