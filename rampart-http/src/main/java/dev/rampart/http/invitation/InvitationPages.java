package dev.rampart.http.invitation;

import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.invitation.InvitationMistake;
import dev.rampart.domain.invitation.ShowInvitation;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.BackLink;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Frame;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.InvitationDonePage;
import dev.rampart.http.page.InvitationPage;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.session.Ways;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that an invitation leads through. */
public final class InvitationPages {

    private static final String RETRY_SECONDS = "2";

    private final Pages pages;
    private final Frames frames;

    @Inject
    public InvitationPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    /** What the form is made of. {@code name} is what was typed, or what is known. */
    record Form(ShowInvitation.Shown shown, Secret browser, Optional<String> name) {}

    /** The form; again, if there are mistakes in what was typed. */
    Response form(Request request, Form form, Set<InvitationMistake> mistakes) {
        int status = mistakes.isEmpty() ? 200 : 400;
        return pages.response(status, page(request, form, mistakes, false));
    }

    /** The form, since nothing could be hashed just now. */
    Response busy(Request request, Form form) {
        return pages.response(503, page(request, form, Set.of(), true)).withHeader("Retry-After", RETRY_SECONDS);
    }

    Response done(Request request, String email) {
        InvitationDonePage page = new InvitationDonePage(frames.of(request.tenant()), email, signIn(request));
        return pages.response(200, page);
    }

    /** The link works no more, or never did: a stranger is not told which. */
    Response gone(Request request) {
        Frame frame = frames.of(request.tenant());
        ErrorPage page = new ErrorPage(
                frame,
                Fault.of(Fault.Kind.INVITATION_GONE),
                request.origin().requestId(),
                new BackLink(frame.organization(), signIn(request)));
        return pages.response(page.status(), page);
    }

    /** What whoever invited has said that they are called. */
    static Optional<String> name(Invitation invitation) {
        String name = Stream.of(invitation.names().given(), invitation.names().family())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private InvitationPage page(Request request, Form form, Set<InvitationMistake> mistakes, boolean busy) {
        SafeUrl action = new SafeUrl(request.tenant().issuer().path() + "/invitation");
        return new InvitationPage(
                frames.of(request.tenant()),
                new PostForm(action, CsrfToken.of(form.browser())),
                new InvitationPage.Invited(
                        form.shown().invitation().email().value(),
                        request.parameter("token").orElseThrow(),
                        form.shown().policy()),
                form.name().orElse(null),
                mistakes,
                busy);
    }

    private static SafeUrl signIn(Request request) {
        return new SafeUrl(Ways.signIn(request.tenant()));
    }
}
