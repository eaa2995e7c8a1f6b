package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;

import com.github.benmanes.caffeine.cache.Cache;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.OrganizationsById;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.NodeCache;
import dev.rampart.persistence.Statements;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;

/** Organizations as this node read them, at most ten seconds ago, through the policy that shows one row by its slug. */
public final class CachedOrganizationDirectory implements OrganizationDirectory, OrganizationsById {

    private static final int MAX_ORGANIZATIONS = 10_000;

    private final DataSource pool;
    private final Cache<OrgSlug, Optional<Organization>> organizations = NodeCache.ofAtMost(MAX_ORGANIZATIONS);

    public CachedOrganizationDirectory(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Organization> bySlug(OrgSlug slug) {
        return organizations.get(slug, this::read);
    }

    @Override
    public Optional<Organization> afresh(OrgSlug slug) {
        Optional<Organization> organization = read(slug);
        organizations.put(slug, organization);
        return organization;
    }

    @Override
    public Optional<Organization> find(OrgId id) {
        return Statements.alone(pool, id, statements -> only(statements, ORGANIZATION.ORG_ID.eq(id.value())));
    }

    private Optional<Organization> read(OrgSlug slug) {
        return Statements.alone(pool, slug, statements -> only(statements, ORGANIZATION.SLUG.eq(slug.value())));
    }

    private static Optional<Organization> only(Statements statements, Condition which) {
        return statements.query(OrganizationRow.selected().where(which)).stream()
                .map(OrganizationRow::toDomain)
                .findFirst();
    }
}
