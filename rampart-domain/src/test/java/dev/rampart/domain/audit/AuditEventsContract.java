package dev.rampart.domain.audit;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code AuditEvents} promises. */
public abstract class AuditEventsContract {

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final FakeEntropy entropy = new FakeEntropy();

    protected AuditEventsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @Test
    void addsEventsInTheirOrder() {
        AuditEvent first = of(AuditEvent.Type.KEY_CREATED);
        AuditEvent second = full();

        work.run(ACME, stores -> {
            stores.auditEvents().add(first);
            stores.auditEvents().add(second);
        });

        assertThat(scene.audited(ACME))
                .containsExactly(
                        CanonicalEvent.hash(ACME, SealedEvent.open(first)),
                        CanonicalEvent.hash(ACME, SealedEvent.open(second)));
    }

    @Test
    void hidesAnEventFromOtherOrganizations() {
        add(of(AuditEvent.Type.KEY_CREATED));

        assertThat(scene.audited(GLOBEX)).isEmpty();
    }

    @Test
    void forgetsWhatWasAddedBeforeAnException() {
        AuditEvent event = of(AuditEvent.Type.KEY_CREATED);

        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.auditEvents().add(event);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
        assertThat(scene.audited(ACME)).isEmpty();
    }

    @Test
    void keepsEveryTypeOfEvent() {
        for (AuditEvent.Type type : AuditEvent.Type.values()) {
            add(of(type));
        }

        assertThat(scene.audited(ACME)).hasSameSizeAs(AuditEvent.Type.values());
    }

    private void add(AuditEvent event) {
        work.run(ACME, stores -> stores.auditEvents().add(event));
    }

    private AuditEvent of(AuditEvent.Type type) {
        return AuditEvent.of(AuditEventId.of(NOW, entropy), type, Actor.SYSTEM, NOW);
    }

    /** With everything in it that is not a person's. */
    private AuditEvent full() {
        return of(AuditEvent.Type.SESSION_STARTED)
                .by(new Actor(Actor.Kind.CLIENT, Optional.of("shop"), Optional.of("The shop"), Optional.of(GLOBEX)))
                .withTarget(Target.of(Target.Kind.SESSION, Samples.SESSION.toString()))
                .withOrigin(Samples.ORIGIN)
                .withSession(Samples.SESSION.toString())
                .withChanges(Map.of("name", Change.to("\"quoted\" \u2603")))
                .refusedBecause(Target.Kind.GRANT);
    }
}
