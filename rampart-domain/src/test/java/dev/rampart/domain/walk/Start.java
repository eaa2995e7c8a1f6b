package dev.rampart.domain.walk;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Where walks begin: an organization with an owner, in which roles and places were handed out at random, and another
 * one that has somebody who administers the instance.
 */
record Start(FakeUnitOfWork work, Model model, List<UserId> people, List<GroupId> groups, List<RoleKey> roles) {

    static final Caller STRANGER = new Caller(GLOBEX, Model.holder(new ClientId("stranger")));
    static final Caller STEWARD = new Caller(GLOBEX, Model.holder(new ClientId("steward")));
    static final List<ClientId> ACCOUNTS = List.of(new ClientId("bot-1"), new ClientId("bot-2"), new ClientId("bot-3"));

    private static final int PEOPLE = 4;
    private static final int GROUPS = 4;
    private static final int OWN_ROLES = 4;
    private static final int GIFTS = 7;
    private static final int PLACES = 5;

    static Start random(Random random) {
        Start start =
                new Start(new FakeUnitOfWork(), new Model(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        start.furnish(random);
        return start;
    }

    private void furnish(Random random) {
        Stage acme = new Stage(work, ACME);
        Stage globex = new Stage(work, GLOBEX);
        acme.client(SampleClient.shop().build());
        globex.client(House.account(new ClientId(STRANGER.holder().id())));
        globex.client(House.account(new ClientId(STEWARD.holder().id())));
        work.run(GLOBEX, stores -> {
            stores.roles().assign(STRANGER.holder(), Role.OWNER);
            stores.roles().assign(STEWARD.holder(), Role.INSTANCE_ADMIN);
        });
        for (ClientId id : ACCOUNTS) {
            acme.client(House.account(id));
            model.accounts.put(id, new Model.Account(true, 1));
        }
        for (int i = 0; i < PEOPLE; i++) {
            User user = person(i);
            acme.user(user);
            work.signIn(ACME, user.id());
            people.add(user.id());
            model.people.put(user.id(), Model.Person.NEW.signedIn(true));
        }
        for (int i = 0; i < GROUPS; i++) {
            addGroup(new GroupId(new UUID(2, i)), random);
        }
        roles.addAll(List.of(Role.values()));
        for (int i = 0; i < OWN_ROLES; i++) {
            addRole(new OwnRoleId(new UUID(3, i)), Picker.power(random));
        }
        handOut(random);
    }

    private static User person(int i) {
        return new User(
                new UserId(new UUID(1, i)),
                Optional.of("person-" + i),
                Optional.empty(),
                false,
                Profile.EMPTY,
                true,
                NOW,
                NOW);
    }

    private void addGroup(GroupId id, Random random) {
        Optional<GroupId> parent =
                groups.isEmpty() || random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Picker.any(groups, random));
        work.run(ACME, stores -> stores.groups().add(new Group(id, id.toString(), "", parent, 1, NOW, NOW)));
        groups.add(id);
        model.groups.put(id, parent);
    }

    private void addRole(OwnRoleId id, Power power) {
        OwnRole role = new OwnRole(id, id.toString(), "", power.permissions(), power.applicationRoles(), 1, NOW, NOW);
        work.run(ACME, stores -> stores.roleRegister().add(role));
        roles.add(id);
        model.roles.put(id, power);
    }

    private void handOut(Random random) {
        if (random.nextBoolean()) {
            give(Model.holder(people.getFirst()), Role.OWNER);
        } else {
            give(groups.getFirst().asHolder(), Role.OWNER);
            put(Model.holder(people.getFirst()), groups.getFirst());
        }
        for (int i = 0; i < GIFTS; i++) {
            RoleKey role = Picker.any(roles, random);
            if (role != Role.INSTANCE_ADMIN) {
                give(Picker.any(holders(), random), role);
            }
        }
        for (int i = 0; i < PLACES; i++) {
            put(Picker.any(callers(), random), Picker.any(groups, random));
        }
    }

    private void give(RoleHolder holder, RoleKey role) {
        work.run(ACME, stores -> stores.roles().assign(holder, role));
        model.give(holder, role);
    }

    private void put(RoleHolder member, GroupId group) {
        work.run(ACME, stores -> stores.groupMembers().add(group, member, NOW));
        model.put(member, group);
    }

    private List<RoleHolder> callers() {
        List<RoleHolder> callers = new ArrayList<>();
        people.forEach(id -> callers.add(Model.holder(id)));
        ACCOUNTS.forEach(id -> callers.add(Model.holder(id)));
        return callers;
    }

    private List<RoleHolder> holders() {
        List<RoleHolder> holders = callers();
        groups.forEach(id -> holders.add(id.asHolder()));
        return holders;
    }
}
