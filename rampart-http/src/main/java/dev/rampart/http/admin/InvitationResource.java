package dev.rampart.http.admin;

import dev.rampart.domain.invitation.AdministerInvitations;
import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.invitation.InvitationId;
import dev.rampart.domain.invitation.InvitationWriter;
import dev.rampart.domain.invitation.Invite;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.organization.BrowseOrganizations;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code …/invitations}: people who were asked to join. */
public final class InvitationResource implements Routes {

    private static final String MANY = "/invitations";
    private static final String ONE = "/invitations/{invitation}";
    private static final String RESEND = ONE + "/resend";

    private static final Description LIST = Description.of(
                    "listInvitations", "Lists invitations, or those to addresses that begin with q")
            .searchable()
            .lists(InvitationShape.INVITATION);
    private static final Description CREATE = Description.of(
                    "createInvitation", "Invites somebody by mail, which the link stands in and nowhere else")
            .takes(InvitationShape.INVITATION)
            .answers(201, InvitationShape.INVITATION)
            .refuses(403, 409);
    private static final Description READ = Description.of("readInvitation", "Reads an invitation")
            .answers(200, InvitationShape.INVITATION)
            .tagged();
    private static final Description REVOKE = Description.of("revokeInvitation", "Takes a pending invitation back")
            .refuses(409);
    private static final Description SEND_AGAIN = Description.of(
                    "resendInvitation", "Sends a pending or expired invitation again, with a new link for another week")
            .answers(200, InvitationShape.INVITATION)
            .refuses(403, 409);

    private final Conventions api;
    private final Invite invite;
    private final AdministerInvitations invitations;
    private final BrowseOrganizations organizations;
    private final InstantSource clock;

    @Inject
    public InvitationResource(
            Conventions api,
            Invite invite,
            AdministerInvitations invitations,
            BrowseOrganizations organizations,
            InstantSource clock) {
        this.api = api;
        this.invite = invite;
        this.invitations = invitations;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.INVITATION_READ;
        Permission write = Permission.INVITATION_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", MANY, read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", MANY, write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("DELETE", ONE, write, api.operation(REVOKE, this::revoke)),
                AdminRoute.both("POST", RESEND, write, api.operation(SEND_AGAIN, this::resend))));
    }

    private Response list(Call call) {
        Instant now = clock.instant();
        return call.listed(invitations.page(call.org(), call.page()), found -> InvitationShape.shown(found, now));
    }

    private Response read(Call call) {
        return id(call).flatMap(id -> invitations.find(call.org(), id))
                .map(found -> call.shown(InvitationShape.shown(found, clock.instant()), found.version()))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        Tenant tenant = call.request().tenant();
        Invite.Request request = new Invite.Request(
                new MailAddress(call.fields().text("email").orElseThrow()),
                call.fields().texts("roles").stream()
                        .flatMap(name -> Role.parse(name).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                new Invitation.Names(
                        call.fields().text("given_name"),
                        call.fields().text("family_name"),
                        call.fields().text("locale")),
                call.fields().time("expires_at"),
                tenant.slug(),
                host(tenant),
                call.by());
        return switch (invite.invite(call.org(), request)) {
            case Invite.Invited(Invitation made) ->
                call.created(made.id().toString(), InvitationShape.shown(made, clock.instant()));
            case Invite.AddressTaken() -> Problems.conflict("Somebody has this address already.");
            case Invite.PendingAlready() ->
                Problems.conflict("This address has an invitation already: send that one again, or take it back.");
            case Invite.PeriodInvalid() ->
                Problems.invalid(
                        "/expires_at", "is not within the next %d days".formatted(Invite.LIFETIME_MAX.toDays()));
            case Invite.Forbidden(Invite.Refusal why) -> Problems.forbidden(words(why));
        };
    }

    private Response revoke(Call call) {
        return id(call).map(id -> invitations.revoke(call.org(), id, call.by()))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    private Response resend(Call call) {
        return id(call).map(id ->
                        invitations.resend(call.org(), id, host(call.request().tenant()), call.by()))
                .map(outcome -> answer(
                        outcome, sent -> call.changed(InvitationShape.shown(sent, clock.instant()), sent.version())))
                .orElseGet(Problems::notThere);
    }

    /** What is answered when it was done. */
    @FunctionalInterface
    private interface WhenDone {
        Response with(Invitation invitation);
    }

    private static Response answer(AdministerInvitations.Outcome outcome, WhenDone done) {
        return switch (outcome) {
            case AdministerInvitations.Done(Invitation invitation) -> done.with(invitation);
            case AdministerInvitations.Unknown() -> Problems.notThere();
            case AdministerInvitations.NotPending() ->
                Problems.conflict("It was accepted or taken back, or it has expired.");
            case AdministerInvitations.Forbidden() -> Problems.forbidden("It gives a role that may do more than you.");
        };
    }

    private static String words(Invite.Refusal why) {
        return switch (why) {
            case DEFAULT_ORGANIZATION_ONLY -> "This role is for the default organization only.";
            case MAY_ASSIGN_NO_ROLE -> "This takes the permission %s.".formatted(Permission.ROLE_ASSIGN);
            case MAY_DO_MORE -> "One of these roles may do more than you.";
        };
    }

    private InvitationWriter.Host host(Tenant tenant) {
        String name = organizations
                .find(tenant.id())
                .map(found -> found.organization().name())
                .orElseGet(() -> tenant.slug().value());
        return new InvitationWriter.Host(name, tenant.issuer());
    }

    private static Optional<InvitationId> id(Call call) {
        return call.id("invitation").map(InvitationId::new);
    }
}
