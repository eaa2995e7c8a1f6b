package dev.rampart.persistence.audit;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.AuditTrail;
import dev.rampart.domain.audit.ReadAuditTrail;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeVault;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.PostgresUnitOfWork;
import dev.rampart.persistence.TestPostgres;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of a person's data in the audit log, with and without their key. */
final class PersonalDataTest {

    private static final AuditTrail.Filter ALL = new AuditTrail.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final DataSource pool = TestPostgres.emptied();
    private final FakeVault vault = new FakeVault();
    private final PostgresUnitOfWork work = new PostgresUnitOfWork(pool, vault);
    private final PostgresScene scene = new PostgresScene(work);
    private final FakeEntropy entropy = new FakeEntropy();
    private final Actor ada = Actor.user(ADA.toString(), "Ada Lovelace");

    PersonalDataTest() {
        new Stage(work, ACME).user(Samples.ada());
    }

    @Test
    void isReadWithTheKeyThatCameWithThePerson() {
        work.run(ACME, stores -> stores.auditEvents().add(by(ada)));

        RecordedEvent read = read(ACME);

        assertThat(read.actor().name()).contains("Ada Lovelace");
        assertThat(read.actor().erased()).isFalse();
        assertThat(read.ip()).contains(ORIGIN.ip());
        assertThat(scene.rows(ACME, "SELECT actor_name, ip, user_agent FROM audit_event")
                        .getFirst()
                        .intoList())
                .containsOnlyNulls();
    }

    @Test
    void isErasedWithoutTheKey() {
        work.run(ACME, stores -> stores.auditEvents().add(by(ada)));
        scene.rows(ACME, "UPDATE app_user SET personal_key = NULL RETURNING 1");

        RecordedEvent read = read(ACME);

        assertThat(read.actor().name()).isEmpty();
        assertThat(read.actor().erased()).isTrue();
        assertThat(read.ip()).isEmpty();
    }

    @Test
    void getsAKeyForWhoeverIsOlderThanTheirs() {
        scene.rows(ACME, "UPDATE app_user SET personal_key = NULL RETURNING 1");

        new PostgresUnitOfWork(pool, vault)
                .run(ACME, stores -> stores.auditEvents().add(by(ada)));

        assertThat(read(ACME).actor().name()).contains("Ada Lovelace");
    }

    @Test
    void isNotSealedUnderAKeyThatWasNeverStored() {
        scene.rows(ACME, "UPDATE app_user SET personal_key = NULL RETURNING 1");
        PostgresUnitOfWork node = new PostgresUnitOfWork(pool, vault);
        assertThatThrownBy(() -> node.run(ACME, stores -> {
                    stores.auditEvents().add(by(ada));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        node.run(ACME, stores -> stores.auditEvents().add(by(ada)));

        assertThat(read(ACME).actor().name()).contains("Ada Lovelace");
    }

    @Test
    void isSealedElsewhereUnderTheKeyAtHome() {
        work.run(GLOBEX, stores -> stores.auditEvents().add(by(ada.from(ACME))));
        assertThat(read(GLOBEX).actor().name()).contains("Ada Lovelace");

        scene.rows(ACME, "UPDATE app_user SET personal_key = NULL RETURNING 1");

        assertThat(read(GLOBEX).actor().erased()).isTrue();
    }

    @Test
    void isLeftOutElsewhereForWhomThisNodeHasNotMet() {
        new PostgresUnitOfWork(pool, vault)
                .run(GLOBEX, stores -> stores.auditEvents().add(by(ada.from(ACME))));

        RecordedEvent read = read(GLOBEX);

        assertThat(read.actor().id()).contains(ADA.toString());
        assertThat(read.actor().name()).isEmpty();
        assertThat(read.ip()).isEmpty();
    }

    private AuditEvent by(Actor who) {
        return AuditEvent.of(AuditEventId.of(NOW, entropy), AuditEvent.Type.USERINFO_READ, who, NOW)
                .withOrigin(ORIGIN);
    }

    private RecordedEvent read(OrgId org) {
        List<RecordedEvent> events = new ReadAuditTrail(work, new CachedStrangers(pool, vault))
                .page(org, ALL, PageRequest.first(10))
                .items();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
