package dev.rampart.domain.walk;

import static dev.rampart.domain.testing.Samples.ACME;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.walk.House.Said;
import dev.rampart.domain.walk.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** One sequence of random acts, each looked at from outside. */
final class Walk {

    private static final int STEPS = 4;
    private static final int LOOKS = 5;

    private final FakeUnitOfWork work;
    private final House house;
    private final Model model;
    private final Picker picker;
    private final Random random;
    private final boolean harmAlone;
    private final List<Step> steps = new ArrayList<>();

    Walk(Start start, Fault fault, Random random) {
        this.harmAlone = !fault.equals(Fault.NONE);
        this.work = start.work().fork(fault.twist().get());
        this.house = new House(work, fault);
        this.model = start.model().copy();
        this.picker = new Picker(start, random);
        this.random = random;
    }

    /** Who tried what, and what was said to it. */
    record Step(Caller caller, Act act, Power by, Verdict expected, Said said) {

        @Override
        public String toString() {
            return "%s %s: %s, should be %s for whoever holds %s"
                    .formatted(caller.holder().id(), act, said.verdict(), expected, by);
        }
    }

    Optional<Violation> go() {
        for (int i = 0; i < STEPS; i++) {
            Optional<Kind> wrong = step();
            if (wrong.isPresent()) {
                return Optional.of(new Violation(wrong.get(), List.copyOf(steps)));
            }
        }
        // What is done is looked at after each step; that what is refused does nothing is looked at now and then.
        return random.nextInt(LOOKS) > 0 || isAsExpected(powers())
                ? Optional.empty()
                : Optional.of(new Violation(Kind.DRIFT, List.copyOf(steps)));
    }

    /** How many of the acts were done. */
    long done() {
        return steps.stream()
                .filter(step -> step.said().verdict() == Verdict.DONE)
                .count();
    }

    int tried() {
        return steps.size();
    }

    private Optional<Kind> step() {
        Caller caller = picker.caller(model);
        Act act = picker.act();
        perhapsSignIn(caller);
        Power by = power(caller);
        Verdict expected = isKnown(caller) ? new Rules(model, by).judge(act) : Verdict.TURNED_AWAY;

        Said said = house.attempt(caller, act);

        steps.add(new Step(caller, act, by, expected, said));
        if (said.verdict() != Verdict.DONE) {
            return unexpected(said.verdict(), expected);
        }
        picker.meet(act, said.made());
        Map<RoleHolder, Power> after = powers();
        return harm(act, Rules.giveable(isKnown(caller) ? by : Power.NONE), after)
                .or(() -> unexpected(said.verdict(), expected))
                .or(() -> follow(act, said.made(), after));
    }

    /** What is not done as the manual has it may do no harm; then it is nothing for whoever looks for harm alone. */
    private Optional<Kind> unexpected(Verdict said, Verdict expected) {
        return said == expected || harmAlone ? Optional.empty() : Optional.of(Kind.VERDICT);
    }

    private Optional<Kind> follow(Act act, Model.Made made, Map<RoleHolder, Power> after) {
        model.apply(act, made);
        return isAsExpected(after) ? Optional.empty() : Optional.of(Kind.DRIFT);
    }

    /** What an act did that whoever acted, who could give so much, could not do. The model has not followed yet. */
    private Optional<Kind> harm(Act act, Power giveable, Map<RoleHolder, Power> powers) {
        for (Map.Entry<RoleHolder, Power> after : powers.entrySet()) {
            Power before = model.power(after.getKey());
            if (!giveable.covers(after.getValue().without(before))) {
                return Optional.of(Kind.ESCALATION);
            }
            if (!giveable.covers(before.without(after.getValue()))) {
                return Optional.of(Kind.DEPRIVATION);
            }
        }
        boolean taken = act.opens()
                .filter(_ -> !model.isSoAlready(act))
                .filter(holder -> !giveable.covers(model.power(holder)))
                .isPresent();
        if (taken) {
            return Optional.of(Kind.TAKEOVER);
        }
        return model.isOwned() && !work.isHeldByAPerson(ACME, Role.OWNER)
                ? Optional.of(Kind.ORPHANED)
                : Optional.empty();
    }

    private void perhapsSignIn(Caller caller) {
        if (caller.holder().kind() == RoleHolder.Kind.USER && random.nextInt(4) > 0) {
            UserId id = person(caller);
            Model.Person known = model.people.get(id);
            if (known != null && known.couldSignIn() && !known.signedIn()) {
                work.signIn(ACME, id);
                model.people.put(id, known.signedIn(true));
            }
        }
    }

    private boolean isKnown(Caller caller) {
        if (!caller.org().equals(ACME)) {
            return caller.equals(Start.STEWARD);
        }
        if (caller.holder().kind() == RoleHolder.Kind.CLIENT) {
            Model.Account account =
                    model.accounts.get(new ClientId(caller.holder().id()));
            return account != null && account.enabled();
        }
        Model.Person person = model.people.get(person(caller));
        return person != null && person.couldSignIn() && person.signedIn();
    }

    private Power power(Caller caller) {
        return caller.equals(Start.STEWARD) ? Power.PERMITTED : model.power(caller.holder());
    }

    private static UserId person(Caller caller) {
        return new UserId(UUID.fromString(caller.holder().id()));
    }

    private boolean isAsExpected(Map<RoleHolder, Power> powers) {
        return powers.entrySet().stream().allMatch(entry -> entry.getValue().equals(model.power(entry.getKey())));
    }

    /** What is held indeed by whoever is there or was at some time, and in every group. */
    private Map<RoleHolder, Power> powers() {
        Map<RoleHolder, Power> powers = new HashMap<>();
        picker.people.forEach(id -> powers.put(Model.holder(id), power(Model.holder(id))));
        picker.accounts.forEach(id -> powers.put(Model.holder(id), power(Model.holder(id))));
        picker.groups.forEach(id -> powers.put(id.asHolder(), power(id.asHolder())));
        return powers;
    }

    private Power power(RoleHolder holder) {
        return Power.of(work.held(ACME, holder));
    }
}
