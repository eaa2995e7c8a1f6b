package dev.rampart.http.admin;

import dev.rampart.domain.invitation.FoundOrganization;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.organization.BrowseOrganizations;
import dev.rampart.domain.organization.ChangeOrganization;
import dev.rampart.domain.organization.CreateOrganization;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/admin/organizations}: tenants. */
public final class OrganizationResource implements Routes {

    private static final int NAME_MAX = 200;

    static final Shape ORGANIZATION = Shape.of(
            "Organization",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of(
                            "slug",
                            Kind.Text.like(
                                    "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
                                    63,
                                    "a name of 1 to 63 lower-case letters, digits and hyphens between them"))
                    .asRequired()
                    .asFixed(),
            Property.of("name", Kind.Text.between(1, NAME_MAX)).asRequired(),
            Property.of("enabled", new Kind.Flag()),
            Property.of("owner_email", InvitationShape.EMAIL).asFixed(),
            Property.of("issuer", Kind.Text.upTo(2048).format("uri")).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("updated_at", new Kind.Time()).asReadOnly(),
            Property.of("deletion_at", new Kind.Time()).asReadOnly());

    private static final String MANY = "/organizations";
    private static final String ONE = "/organizations/{organization}";

    private static final Description LIST = Description.of("listOrganizations", "Lists organizations")
            .searchable()
            .sortedBy(SortKey.NAME, SortKey.SLUG)
            .lists(ORGANIZATION);
    private static final Description CREATE = Description.of(
                    "createOrganization", "Makes an organization, and invites owner_email to own it")
            .takes(ORGANIZATION)
            .answers(201, ORGANIZATION)
            .refuses(403, 409);
    private static final Description READ = Description.of("readOrganization", "Reads an organization")
            .answers(200, ORGANIZATION)
            .tagged();
    private static final Description CHANGE = Description.of(
                    "changeOrganization", "Renames an organization, or switches it off or on")
            .takes(ORGANIZATION)
            .answers(200, ORGANIZATION)
            .refuses(403, 412);

    private final Conventions api;
    private final BrowseOrganizations browse;
    private final CreateOrganization create;
    private final FoundOrganization found;
    private final ChangeOrganization change;
    private final Issuer root;

    @Inject
    public OrganizationResource(
            Conventions api,
            BrowseOrganizations browse,
            CreateOrganization create,
            FoundOrganization found,
            ChangeOrganization change,
            Issuer root) {
        this.api = api;
        this.browse = browse;
        this.create = create;
        this.found = found;
        this.change = change;
        this.root = root;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                AdminRoute.ofServer("GET", MANY, Permission.ORGANIZATION_READ, api.operation(LIST, this::list)),
                AdminRoute.ofServer("POST", MANY, Permission.ORGANIZATION_CREATE, api.operation(CREATE, this::create)),
                AdminRoute.ofServer("GET", ONE, Permission.ORGANIZATION_READ, api.operation(READ, this::read)),
                AdminRoute.ofServer("PATCH", ONE, Permission.ORGANIZATION_WRITE, api.operation(CHANGE, this::change)));
    }

    private Response list(Call call) {
        return call.listed(browse.page(call.org(), call.by(), call.page()), this::shown);
    }

    private Response create(Call call) {
        OrgSlug slug = OrgSlug.parse(call.fields().text("slug").orElseThrow()).orElseThrow();
        if (call.fields().flag("enabled").equals(Optional.of(false))) {
            return Problems.invalid("/enabled", "is true to begin with: switch it off once it is there");
        }
        String name = call.fields().text("name").orElseThrow();
        Optional<MailAddress> owner = call.fields().text("owner_email").map(MailAddress::new);
        return owner.isPresent()
                ? founded(call, new FoundOrganization.Request(slug, name, owner.get(), root, call.by()))
                : created(call, create.create(slug, name, call.by().cause()));
    }

    private Response created(Call call, CreateOrganization.Outcome outcome) {
        return switch (outcome) {
            case CreateOrganization.Created(Organization created) -> made(call, created);
            case CreateOrganization.SlugTaken() -> slugTaken();
        };
    }

    private Response founded(Call call, FoundOrganization.Request request) {
        return switch (found.found(call.org(), request)) {
            case FoundOrganization.Founded(Organization founded) -> made(call, founded);
            case FoundOrganization.SlugTaken() -> slugTaken();
            case FoundOrganization.Forbidden() -> Problems.forbidden("An owner may do more than you.");
        };
    }

    private Response made(Call call, Organization made) {
        return browse.find(made.id())
                .map(found -> call.created(made.slug().value(), shown(found)))
                .orElseThrow();
    }

    private static Response slugTaken() {
        return Problems.conflict("There is an organization of that slug.");
    }

    private Response read(Call call) {
        return browse.find(call.org())
                .map(found -> call.shown(shown(found), found.organization().version()))
                .orElseGet(Problems::notThere);
    }

    private Response change(Call call) {
        ChangeOrganization.Request request = new ChangeOrganization.Request(
                call.fields().text("name"), call.fields().flag("enabled"), call.expected(), call.by());
        return switch (change.change(call.org(), request)) {
            case ChangeOrganization.Changed(ManagedOrganization changed) ->
                call.changed(shown(changed), changed.organization().version());
            case ChangeOrganization.Unknown() -> Problems.notThere();
            case ChangeOrganization.Stale() -> Problems.stale();
            case ChangeOrganization.Forbidden(ChangeOrganization.Refusal why) -> Problems.forbidden(words(why));
        };
    }

    private static String words(ChangeOrganization.Refusal why) {
        return switch (why) {
            case DEFAULT_STAYS_ENABLED -> "The default organization cannot be switched off.";
            case DELETED -> "It is deleted: restore it first.";
            case NOT_ONES_OWN -> "Nobody switches off their own organization.";
        };
    }

    private Map<String, Object> shown(ManagedOrganization managed) {
        return shown(managed, root);
    }

    static Map<String, Object> shown(ManagedOrganization managed, Issuer root) {
        Organization organization = managed.organization();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", organization.id().toString());
        members.put("slug", organization.slug().value());
        members.put("name", organization.name());
        members.put("enabled", organization.enabled());
        members.put("issuer", root.of(organization.slug()).value());
        members.put("created_at", managed.createdAt().toString());
        members.put("updated_at", managed.updatedAt().toString());
        managed.deletion()
                .ifPresent(
                        deletion -> members.put("deletion_at", deletion.dueAt().toString()));
        return members;
    }
}
