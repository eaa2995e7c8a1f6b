package dev.rampart.http.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one page shows. A record per template, whose components are the names in it. */
public sealed interface View
        permits SignInPage,
                NewPasswordPage,
                ConsentPage,
                SignedInPage,
                SignOutPage,
                SignedOutPage,
                SetupPage,
                SetupDonePage,
                InvitationPage,
                InvitationDonePage,
                ErrorPage,
                FormPostPage,
                HomePage,
                PlaygroundPage,
                PlaygroundResultPage,
                PlaygroundErrorPage,
                MailboxPage,
                MailboxMailPage {

    Frame frame();

    /** What its texts have in the place of their {@code {names}}. The template sees them, too, under {@code word}. */
    default Map<String, Word> words() {
        return Map.of();
    }

    /** An origin beside the organization's that its images come from; null: there is none. */
    default @Nullable String images() {
        return null;
    }

    /** What the template sees: the view itself, unless something has to be looked up in the texts first. */
    default Object model(Texts texts) {
        return this;
    }
}
