package dev.rampart.domain.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Users} promises. */
public abstract class UsersContract {

    protected final UnitOfWork<Stores> work;

    protected UsersContract(Scene scene) {
        this.work = scene.unitOfWork();
    }

    @Test
    void remembersEveryClaimOfAPerson() {
        Map<StandardClaim, String> claims = new EnumMap<>(StandardClaim.class);
        for (StandardClaim claim : StandardClaim.values()) {
            claims.put(claim, "the " + claim);
        }
        Map<AddressPart, String> address = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            address.put(part, "12 \"A\" St\nthe " + part);
        }
        User user = new User(
                Samples.ADA,
                Optional.of("Ada"),
                Optional.of("Ada@Acme.Example"),
                false,
                new Profile(claims, address, false),
                true,
                NOW,
                NOW.plusSeconds(5));

        assertThat(rememberedAs(user)).contains(user);
    }

    @Test
    void remembersSomebodyOfWhomNothingIsKnown() {
        User user = person(1, "Ada", null);

        assertThat(rememberedAs(user)).contains(user);
    }

    @Test
    void saysThatAUsernameIsTakenHoweverItIsWritten() {
        add(ACME, Samples.ada());

        assertThat(add(ACME, person(7, "ADA", null))).isFalse();
        assertThat(add(ACME, person(7, "\uFF41\uFF44\uFF41", null))).isFalse();
        assertThat(add(ACME, person(7, "adah", null))).isTrue();
    }

    @Test
    void saysThatAnAddressIsTakenHoweverItIsWritten() {
        add(ACME, Samples.ada());

        assertThat(add(ACME, person(7, null, "ADA@acme.EXAMPLE"))).isFalse();
        assertThat(add(ACME, person(7, "adah", "ada@acme.example"))).isFalse();
        assertThat(add(ACME, person(7, "adah", "ada@globex.example"))).isTrue();
    }

    @Test
    void leavesTheSameAddressInTwoOrganizationsToTwoPeople() {
        assertThat(add(ACME, Samples.ada())).isTrue();
        assertThat(add(GLOBEX, Samples.ada())).isTrue();
    }

    @Test
    void forgetsWhoWasAddedBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.users().add(Samples.ada());
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(add(ACME, Samples.ada())).isTrue();
    }

    /** A person is read through a grant of theirs. */
    private Optional<User> rememberedAs(User user) {
        Stage acme = new Stage(work, ACME);
        acme.client(SampleClient.shop().build());
        acme.userWithPassword(user);
        acme.flow(Samples.flow());
        acme.completed(Samples.completing());
        work.run(ACME, stores -> stores.userGrants().add(Samples.userGrant(), NOW));
        return work.<Optional<UserGrants.Told>>one(
                        ACME, stores -> stores.userGrants().person(Samples.accessToken(), IDLE, NOW))
                .map(UserGrants.Told::user);
    }

    protected final boolean add(OrgId org, User user) {
        return work.<Boolean>call(org, stores -> stores.users().add(user));
    }

    protected static User person(int id, @Nullable String username, @Nullable String email) {
        return new User(
                new UserId(new UUID(0, id)),
                Optional.ofNullable(username),
                Optional.ofNullable(email),
                false,
                Profile.EMPTY,
                true,
                NOW,
                NOW);
    }
}
