package dev.rampart.persistence.upkeep;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.upkeep.ExpiredRows.Batch;
import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases.Claim;
import dev.rampart.persistence.TestPostgres;
import dev.rampart.persistence.work.PostgresLeases;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class PostgresExpiredRowsTest {

    /** One of everything, of an age in days; a session lasts no time at all. */
    private static final String ROWS = """
            WITH org AS (SELECT ':org'::uuid AS id, timestamptz '2026-01-01Z' - interval ':days days' AS at,
                    sha256(':days'::bytea) AS hash,
                    ('00000000-0000-0000-0000-0000000' || 10000 + :days)::uuid AS row_id),
            client AS (INSERT INTO client (org_id, client_id, client_name, token_endpoint_auth_method, grant_types,
                    redirect_uris, post_logout_redirect_uris, scope, id_token_signed_response_alg,
                    access_token_signed_response_alg, enabled, version, created_at)
                SELECT id, 'c:days', '', 'none', '{}', '{}', '{}', '', 'RS256', 'ES256', true, 1, at FROM org),
            person AS (INSERT INTO app_user (org_id, user_id, username, username_canonical, email_verified,
                    phone_number_verified, attributes, enabled, version, created_at, updated_at)
                SELECT id, row_id, 'u:days', 'u:days', true, true, '{}', true, 1, at, at FROM org),
            session AS (INSERT INTO session (org_id, session_id, token_hash, user_id, auth_time, acr, amr,
                    created_at, last_used_at, expires_at)
                SELECT id, row_id, hash, row_id, at, '', '{}', at, at, at FROM org),
            granted AS (INSERT INTO user_grant (org_id, grant_id, user_id, client_id, session_id, scope, resources,
                    created_at)
                SELECT id, row_id, row_id, 'c:days', row_id, '', '{}', at FROM org),
            code AS (INSERT INTO authorization_code (org_id, code_hash, grant_id, redirect_uri, challenge, expires_at)
                SELECT id, hash, row_id, '', '', at FROM org),
            flow AS (INSERT INTO sign_in_flow (org_id, flow_hash, browser_hash, request, created_at, expires_at)
                SELECT id, hash, hash, '', at, at FROM org),
            rate AS (INSERT INTO request_rate (org_id, bucket, network, due_at)
                SELECT id, 'login', 'n:days', at FROM org),
            throttle AS (INSERT INTO sign_in_throttle (org_id, account, network, failures, blocked_until, last_at)
                SELECT id, hash, '', 1, at, at FROM org),
            repeatable AS (INSERT INTO idempotency_key (org_id, key_hash, request_hash, created_at)
                SELECT id, hash, hash, at FROM org),
            link AS (INSERT INTO setup_link (org_id, link_hash, created_at, expires_at, used_at)
                SELECT id, hash, at, at, at FROM org),
            mail AS (INSERT INTO outbox (org_id, mail_id, sender, created_at, due_at, attempts, given_up_at)
                SELECT id, row_id, '', at, at, 1, at FROM org),
            notice AS (INSERT INTO logout_notice (org_id, session_id, client_id, user_id, created_at, due_at, attempts,
                    given_up_at)
                SELECT id, row_id, 'c:days', row_id, at, at, 1, at FROM org)
            INSERT INTO invitation (org_id, invitation_id, token_hash, email, email_canonical, roles, version,
                    created_at, expires_at, revoked_at)
                SELECT id, row_id, hash, '', '', '', 1, at, at, at FROM org
            """;

    private final DataSource database = TestPostgres.emptied();
    private final DSLContext superuser = DSL.using(TestPostgres.server().asSuperuser(), SQLDialect.POSTGRES);
    private final PostgresExpiredRows expired = new PostgresExpiredRows(database);
    private final Lease lease = new PostgresLeases(database)
            .take("clean-up", new Claim("node", NOW, NOW.plusSeconds(30)))
            .orElseThrow();

    @Test
    void leavesWhatMayStillBeNeeded() {
        plant(ACME, 0);

        remove(lease, 100);

        assertThat(counts())
                .allSatisfy((table, count) -> assertThat(count).as(table).isOne());
    }

    @Test
    void removesWhatHasExpired() {
        plant(ACME, 2);

        remove(lease, 100);

        assertThat(counts())
                .containsAllEntriesOf(Map.of(
                        "authorization_code", 0,
                        "idempotency_key", 0,
                        "request_rate", 0,
                        "setup_link", 0,
                        "sign_in_flow", 0,
                        "sign_in_throttle", 0))
                .containsAllEntriesOf(
                        Map.of("session", 1, "user_grant", 1, "invitation", 1, "outbox", 1, "logout_notice", 1));
    }

    @Test
    void removesGrantsAndSessionsWhenNoCodeCanLeanOnThem() {
        plant(ACME, 91);

        for (int round = 0; round < 3; round++) {
            remove(lease, 100);
        }

        assertThat(counts())
                .allSatisfy((table, count) -> assertThat(count).as(table).isZero());
    }

    @Test
    void removesNoMoreThanABatchAndSaysSo() {
        for (int age = 2; age < 7; age++) {
            plant(ACME, age);
        }

        assertThat(remove(lease, 3)).isTrue();
        assertThat(counts()).containsEntry("sign_in_flow", 2);
        assertThat(remove(lease, 3)).isFalse();
        assertThat(counts()).containsEntry("sign_in_flow", 0);
    }

    @Test
    void touchesNoOtherOrganization() {
        plant(GLOBEX, 200);

        assertThat(remove(lease, 1)).isFalse();

        assertThat(counts())
                .allSatisfy((table, count) -> assertThat(count).as(table).isOne());
    }

    @Test
    void changesNothingUnderALeaseThatIsHeldNoMore() {
        plant(ACME, 200);

        remove(new Lease(lease.name(), lease.fence() - 1), 100);

        assertThat(counts())
                .allSatisfy((table, count) -> assertThat(count).as(table).isOne());
    }

    private boolean remove(Lease under, int limit) {
        return expired.remove(ACME, under, new Batch(NOW, limit));
    }

    private void plant(OrgId org, int days) {
        superuser.execute(ROWS.replace(":org", org.toString()).replace(":days", Integer.toString(days)));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : new String[] {
            "authorization_code",
            "idempotency_key",
            "invitation",
            "logout_notice",
            "outbox",
            "request_rate",
            "session",
            "setup_link",
            "sign_in_flow",
            "sign_in_throttle",
            "user_grant"
        }) {
            counts.put(table, superuser.fetchCount(DSL.table(DSL.name(table))));
        }
        return counts;
    }
}
