package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.NodeCache;
import dev.rampart.persistence.Statements;
import java.util.Optional;
import javax.sql.DataSource;

/** Organizations as this node read them, at most ten seconds ago, through the policy that shows one row by its slug. */
public final class CachedOrganizationDirectory implements OrganizationDirectory {

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

    private Optional<Organization> read(OrgSlug slug) {
        return Statements.alone(
                pool,
                slug,
                statements -> statements
                        .query(select(
                                        ORGANIZATION.ORG_ID,
                                        ORGANIZATION.SLUG,
                                        ORGANIZATION.NAME,
                                        ORGANIZATION.ENABLED,
                                        ORGANIZATION.VERSION)
                                .from(ORGANIZATION)
                                .where(ORGANIZATION.SLUG.eq(slug.value())))
                        .stream()
                        .map(row -> new Organization(
                                new OrgId(row.get(ORGANIZATION.ORG_ID)),
                                new OrgSlug(row.get(ORGANIZATION.SLUG)),
                                row.get(ORGANIZATION.NAME),
                                row.get(ORGANIZATION.ENABLED),
                                row.get(ORGANIZATION.VERSION)))
                        .findFirst());
    }
}
