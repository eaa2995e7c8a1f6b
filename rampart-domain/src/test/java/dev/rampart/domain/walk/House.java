package dev.rampart.domain.walk;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.ORIGIN;

import dev.rampart.domain.Stores;
import dev.rampart.domain.access.AdmitCaller;
import dev.rampart.domain.client.AdministerClient;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.group.AdministerGroup;
import dev.rampart.domain.group.ChangeMembers;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.GroupOutcome;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.AdministerRole;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClientDirectory;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.user.AssignRole;
import dev.rampart.domain.walk.Model.Made;
import dev.rampart.domain.walk.Model.MadeGroup;
import dev.rampart.domain.walk.Model.MadeRole;
import dev.rampart.domain.walk.Model.Nothing;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The use cases that can change who may do what in {@code ACME}, entered as the admin API enters them. */
final class House {

    private static final OrgSlug SLUG = new OrgSlug("acme");
    private static final Sha256 TOKEN = Sha256.of(Secret.of("token"));

    private final Fault fault;
    private final Entropy entropy = new FakeEntropy();
    private final AdmitCaller admitCaller;
    private final AdministerRole roles;
    private final AssignRole assignments;
    private final AdministerGroup groups;
    private final ChangeMembers members;
    private final RegisterClient registration;
    private final AdministerClient clients;
    private final HouseOfPeople people;

    House(UnitOfWork<Stores> work, Fault fault) {
        InstantSource clock = new FakeClock();
        this.fault = fault;
        this.admitCaller = new AdmitCaller(work, clock, entropy, new AdmitCaller.Settings(new Rate(0), IDLE));
        this.roles = new AdministerRole(work, clock, entropy);
        this.assignments = new AssignRole(work, clock, entropy);
        this.groups = new AdministerGroup(work, clock, entropy);
        this.members = new ChangeMembers(work, clock, entropy);
        this.registration = new RegisterClient(work, clock, entropy);
        this.clients = new AdministerClient(work, new FakeClientDirectory(work), clock, entropy);
        this.people = new HouseOfPeople(work, clock, entropy);
    }

    /** What came of an act. */
    record Said(Verdict verdict, Made made) {

        static Said of(Verdict verdict) {
            return new Said(verdict, new Nothing());
        }
    }

    Said attempt(Caller caller, Act act) {
        AdmitCaller.Request request =
                new AdmitCaller.Request(caller.identity(), "a token", TOKEN, Optional.of(ACME), act.needed(), ORIGIN);
        return switch (admitCaller.admit(caller.org(), request)) {
            case AdmitCaller.Admitted(Authority authority, var _) -> perform(act, authority);
            case AdmitCaller.Refused _ -> Said.of(Verdict.TURNED_AWAY);
            case AdmitCaller.Limited _ -> throw new IllegalStateException("nobody is limited here");
        };
    }

    private Said perform(Act act, Authority by) {
        return switch (act) {
            case Act.CreateRole(Power power) -> said(roles.create(ACME, blank -> filled(blank, power), in(by)));
            case Act.ChangeRole(RoleKey role, Power power) ->
                said(roles.change(
                        ACME,
                        which(role),
                        before -> filled(before, power),
                        in(fault.roleChange().apply(by))));
            case Act.RemoveRole(RoleKey role) -> said(roles.remove(ACME, which(role), in(by)));
            case Act.Assign(RoleHolder holder, RoleKey role) ->
                said(assignments.assign(ACME, new AssignRole.Request(holder, role, SLUG, by)));
            case Act.Withdraw(RoleHolder holder, RoleKey role) ->
                said(assignments.withdraw(ACME, new AssignRole.Request(holder, role, SLUG, by)));
            case Act.CreateGroup(Optional<GroupId> parent) ->
                said(groups.create(ACME, blank -> placed(blank, blank.id().toString(), parent), by));
            case Act.MoveGroup(GroupId group, Optional<GroupId> next) ->
                said(groups.change(ACME, which(group, by), before -> placed(before, before.name(), next)));
            case Act.RemoveGroup(GroupId group) -> said(groups.remove(ACME, which(group, by)));
            case Act.AddMember(GroupId group, RoleHolder member) ->
                said(members.add(ACME, new ChangeMembers.Request(group, member, by)));
            case Act.RemoveMember(GroupId group, RoleHolder member) ->
                said(members.remove(ACME, new ChangeMembers.Request(group, member, by)));
            case Act.CreateAccount(ClientId id) -> said(registration.register(ACME, account(id), Set.of(), by.cause()));
            case Act.AddSecret(ClientId id) -> said(clients.addSecret(ACME, which(id, by)));
            case Act.EnableAccount(ClientId id, boolean enabled) ->
                said(clients.change(ACME, which(id, by), before -> enabled(before, enabled)));
            case Act.RemoveAccount(ClientId id) -> said(clients.remove(ACME, which(id, by)));
            case Act.OfPerson ofPerson -> people.perform(ofPerson, by);
        };
    }

    private static AdministerRole.By in(Authority by) {
        return new AdministerRole.By(by, false);
    }

    private static AdministerRole.Which which(RoleKey role) {
        return new AdministerRole.Which(role, Expected.ANY);
    }

    private static AdministerGroup.Request which(GroupId group, Authority by) {
        return new AdministerGroup.Request(group, Expected.ANY, by);
    }

    private static AdministerClient.Request which(ClientId id, Authority by) {
        return new AdministerClient.Request(id, Expected.ANY, by);
    }

    private static OwnRole filled(OwnRole role, Power power) {
        return new OwnRole(
                role.id(),
                role.id().toString(),
                "",
                power.permissions(),
                power.applicationRoles(),
                role.version(),
                role.createdAt(),
                role.updatedAt());
    }

    private static Group placed(Group group, String name, Optional<GroupId> parent) {
        return new Group(group.id(), name, "", parent, group.version(), group.createdAt(), group.updatedAt());
    }

    static Client account(ClientId id) {
        return SampleClient.shop().id(id.value()).build();
    }

    private static Client enabled(Client client, boolean enabled) {
        SampleClient same = SampleClient.shop().id(client.id().value()).version(client.version());
        return enabled ? same.build() : same.disabled().build();
    }

    private static Said said(AdministerRole.Outcome outcome) {
        return switch (outcome) {
            case AdministerRole.Done(OwnRole role) -> new Said(Verdict.DONE, new MadeRole(role.id()));
            case AdministerRole.Removed() -> Said.of(Verdict.DONE);
            case AdministerRole.Unknown() -> Said.of(Verdict.UNKNOWN);
            case AdministerRole.Refused _ -> Said.of(Verdict.REFUSED);
            case AdministerRole.Stale() -> throw new IllegalStateException("any version was expected");
        };
    }

    private static Said said(AssignRole.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Said.of(Verdict.DONE);
            case UNKNOWN -> Said.of(Verdict.UNKNOWN);
            case DEFAULT_ORGANIZATION_ONLY, LAST_OWNER, MAY_DO_MORE -> Said.of(Verdict.REFUSED);
        };
    }

    private static Said said(GroupOutcome outcome) {
        return switch (outcome) {
            case GroupOutcome.Done(Group group) -> new Said(Verdict.DONE, new MadeGroup(group.id()));
            case GroupOutcome.Removed() -> Said.of(Verdict.DONE);
            case GroupOutcome.Unknown() -> Said.of(Verdict.UNKNOWN);
            case GroupOutcome.Refused _ -> Said.of(Verdict.REFUSED);
            case GroupOutcome.Stale() -> throw new IllegalStateException("any version was expected");
        };
    }

    private static Said said(RegisterClient.Outcome outcome) {
        return switch (outcome) {
            case REGISTERED -> Said.of(Verdict.DONE);
            case ID_TAKEN -> throw new IllegalStateException("every account has a name of its own");
        };
    }

    private static Said said(AdministerClient.Outcome outcome) {
        return switch (outcome) {
            case AdministerClient.Changed _, AdministerClient.Removed _, AdministerClient.SecretAdded _ ->
                Said.of(Verdict.DONE);
            case AdministerClient.Unknown() -> Said.of(Verdict.UNKNOWN);
            case AdministerClient.Forbidden _, AdministerClient.TooManySecrets _ -> Said.of(Verdict.REFUSED);
            case AdministerClient.Mistaken _, AdministerClient.Stale _ ->
                throw new IllegalStateException("nothing is wrong with it: " + outcome);
        };
    }
}
