package dev.rampart.domain.testing;

import dev.rampart.domain.access.Callers;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.role.RoleHolder;
import java.time.Instant;
import java.util.Optional;

record FakeCallers(FakeTenant tenant) implements Callers {

    @Override
    public Answer admit(Asking asking, Instant now) {
        FakeRows.Bucket bucket = FakeRows.Bucket.admin(asking.token().hex());
        Optional<Instant> limited = tenant.limited(bucket, asking.rate(), now);
        if (limited.isPresent()) {
            return new Answer.Limited(limited.get());
        }
        Instant due = tenant.rates.getOrDefault(bucket, now);
        Optional<Answer> known = switch (asking.who()) {
            case Identity.ServiceAccount(ClientId client) -> serviceAccount(client, due);
            case Identity.Person(GrantId grant) -> person(grant, asking, new Moment(now, due));
        };
        return known.orElseGet(Answer.Gone::new);
    }

    private record Moment(Instant now, Instant due) {}

    private Optional<Answer> serviceAccount(ClientId client, Instant due) {
        return Optional.of(client)
                .filter(tenant::isEnabled)
                .map(id -> new Answer.Known(
                        new Actor(
                                Actor.Kind.CLIENT,
                                Optional.of(id.value()),
                                Optional.of(
                                        FakeTenant.existing(tenant.clients, id).name()),
                                Optional.empty()),
                        Optional.empty(),
                        tenant.rights(new RoleHolder(RoleHolder.Kind.CLIENT, id.value())),
                        due));
    }

    private Optional<Answer> person(GrantId grant, Asking asking, Moment moment) {
        return Optional.ofNullable(tenant.grants.get(grant))
                .map(FakeRows.Granted::grant)
                .flatMap(allowed -> {
                    IssuedToken token =
                            new IssuedToken(asking.id(), allowed.client(), Optional.of(grant), moment.now());
                    return new FakeUserGrants(tenant)
                            .person(token, asking.idle(), moment.now())
                            .map(UserGrants.Told::user)
                            .map(user -> new Answer.Known(
                                    Actor.user(user.id().toString(), user.displayName()),
                                    Optional.of(allowed.session().toString()),
                                    tenant.rights(new RoleHolder(
                                            RoleHolder.Kind.USER, user.id().toString())),
                                    moment.due()));
                });
    }
}
