package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationList;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.Condition;

/** All organizations, through the policy that lets them be listed. */
public record PostgresOrganizationList(DataSource pool) implements OrganizationList {

    @Override
    public Page<ManagedOrganization> page(PageRequest request) {
        Keyset keyset = keyset(request);
        List<ManagedOrganization> read = Statements.acrossOrganizations(
                pool,
                statements -> statements
                        .query(OrganizationRow.selected()
                                .where(request.search()
                                        .map(PostgresOrganizationList::beginsWith)
                                        .orElse(trueCondition()))
                                .and(keyset.beyond())
                                .orderBy(keyset.order())
                                .limit(request.limit() + 1))
                        .map(OrganizationRow::toManaged));
        return Page.of(
                read,
                request,
                found -> position(found.organization(), request.order().key()));
    }

    private static Keyset keyset(PageRequest request) {
        return switch (request.order().key()) {
            case CREATED_AT -> Keyset.byId(ORGANIZATION.ORG_ID, request);
            case NAME -> Keyset.byTextAndId(Keyset.byCharacters(ORGANIZATION.NAME), ORGANIZATION.ORG_ID, request);
            case SLUG -> Keyset.byText(Keyset.byCharacters(ORGANIZATION.SLUG), request);
            case CLIENT_NAME, EMAIL, USERNAME ->
                throw Keyset.unknown(request.order().key());
        };
    }

    private static Position position(Organization organization, SortKey key) {
        String id = organization.id().toString();
        return switch (key) {
            case CREATED_AT -> Position.of(id);
            case NAME -> Position.of(organization.name(), id);
            case SLUG -> Position.of(organization.slug().value());
            case CLIENT_NAME, EMAIL, USERNAME -> throw Keyset.unknown(key);
        };
    }

    private static Condition beginsWith(String search) {
        return Keyset.beginsWith(ORGANIZATION.SLUG, search.strip().toLowerCase(Locale.ROOT));
    }
}
