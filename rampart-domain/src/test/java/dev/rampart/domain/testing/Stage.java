package dev.rampart.domain.testing;

import static dev.rampart.domain.testing.Samples.NOW;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.SignInFlows.Completing;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.session.SignInFlows.Completion.Completed;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;

/** Puts ordinary things into an organization through its ports, each in a unit of work of its own. */
public final class Stage {

    private final UnitOfWork<Stores> work;
    private final OrgId org;

    public Stage(UnitOfWork<Stores> work, OrgId org) {
        this.work = work;
        this.org = org;
    }

    public void client(Client client) {
        if (!work.<Boolean>call(org, stores -> stores.clients().add(client, NOW))) {
            throw new IllegalStateException("there is such a client: " + client.id());
        }
    }

    /** Without a password. */
    public void user(User user) {
        if (!work.<Boolean>call(org, stores -> stores.users().add(user))) {
            throw new IllegalStateException("there is such a person: " + user.id());
        }
    }

    /** With {@link Samples#PASSWORD}. */
    public void userWithPassword(User user) {
        user(user);
        work.run(org, stores -> stores.passwords().add(user.id(), Samples.passwordHash(), NOW));
    }

    public void role(UserId user, Role role) {
        RoleHolder holder = new RoleHolder(RoleHolder.Kind.USER, user.toString());
        work.run(org, stores -> stores.roles().assign(holder, role));
    }

    public void flow(NewFlow flow) {
        work.run(org, stores -> stores.signInFlows().add(flow));
    }

    public void completed(Completing completing) {
        Completion completion = work.call(
                org,
                stores -> stores.signInFlows()
                        .complete(
                                completing,
                                completing.session().authentication().time()));
        if (!(completion instanceof Completed)) {
            throw new IllegalStateException("the flow is gone");
        }
    }

    /** The shop, and Ada, who has a password. */
    public void shopAndAda() {
        client(SampleClient.shop().build());
        userWithPassword(Samples.ada());
    }

    /** In addition, Ada has just signed in for the shop and has {@link Samples#COOKIE}. */
    public void signedInAda() {
        shopAndAda();
        flow(Samples.flow());
        completed(Samples.completing());
    }

    /** What somebody who is signed in granted, with its first refresh token. */
    public void grant(UserGrant grant, Secret refreshToken) {
        work.run(org, stores -> {
            stores.userGrants().add(grant, NOW);
            stores.refreshTokens()
                    .add(
                            new RefreshTokens.Fresh(
                                    Sha256.of(refreshToken), grant.id(), RefreshTokens.Lifetimes.DEFAULT),
                            NOW);
        });
    }

    /** In addition, there is a grant and {@link Samples#CODE} for it. */
    public void issuedCode() {
        signedInAda();
        work.run(org, stores -> {
            stores.userGrants().add(Samples.userGrant(), NOW);
            stores.authorizationCodes().add(Samples.authorizationCode());
        });
    }
}
