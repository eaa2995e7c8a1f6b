package dev.rampart.http.page;

import static java.util.stream.Collectors.joining;

import dev.rampart.domain.invitation.InvitationMistake;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.SetupMistake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Every view, with everything in it and with as little as it can have. */
final class SampleViews {

    static final String CSRF = "0R6dYq8mVq3tJk1c";
    static final Duration WAIT = Duration.ofSeconds(12);

    private SampleViews() {}

    /** By a name that serves as a file's name. */
    static Map<String, View> all() {
        Map<String, View> views = new LinkedHashMap<>();
        views.putAll(full("Acme", "Acme Shop", "ada@acme.example"));
        views.putAll(bare());
        return views;
    }

    static View named(String name) {
        return Optional.ofNullable(all().get(name)).orElseThrow();
    }

    /** Everything in them: the organization, the application and the person are what a stranger may have chosen. */
    static Map<String, View> full(String organization, String application, String person) {
        Frame frame = new Frame(Locale.ENGLISH, organization);
        var asked = new SignInPage.Asked(shop(application), person, null);
        var again = new SignInPage.Asked(shop(application), person, person);
        Map<String, View> views = new LinkedHashMap<>();
        views.put(
                "sign-in",
                new SignInPage(frame, form("/login"), new SignInPage.Asked(shop(application), null, null), null));
        views.put("sign-in-wrong", signIn(frame, asked, new SignInPage.Refusal.WrongCredentials()));
        views.put("sign-in-slow-down", signIn(frame, asked, new SignInPage.Refusal.SlowDown(WAIT)));
        views.put("sign-in-busy", signIn(frame, asked, new SignInPage.Refusal.Busy()));
        views.put("sign-in-expired", signIn(frame, asked, new SignInPage.Refusal.Expired()));
        views.put("sign-in-again", new SignInPage(frame, form("/login"), again, null));
        views.put(
                "new-password",
                new NewPasswordPage(
                        frame, form("/login/password"), new NewPasswordPage.Asked(person, PasswordPolicy.NONE), null));
        for (NewPasswordPage.Refusal refusal : NewPasswordPage.Refusal.values()) {
            views.put(
                    "new-password-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new NewPasswordPage(
                            frame,
                            form("/login/password"),
                            new NewPasswordPage.Asked(person, PasswordPolicy.NONE),
                            refusal));
        }
        views.put("signed-in", new SignedInPage(frame, person, form("/logout")));
        views.put("consent", consent(frame, application, person));
        views.put("sign-out", new SignOutPage(frame, form("/logout"), application, person));
        views.put("signed-out", signedOut(frame, application));
        views.putAll(setup(frame, person));
        views.put("form-post", new FormPostPage(frame, url("https://shop.example/cb?a=b&c=d"), fields(application)));
        views.put("error-detail", error(frame, new Fault(Fault.Kind.UNAVAILABLE, application, WAIT), application));
        views.putAll(playground(frame, person));
        views.putAll(mailbox(frame, person));
        views.putAll(invitation(frame, person));
        return views;
    }

    private static Application shop(String name) {
        return new Application(
                name,
                url("https://shop.example/"),
                "shop.example",
                url("https://shop.example/logo.svg"),
                url("https://shop.example/privacy"),
                url("https://shop.example/terms"),
                "https://shop.example");
    }

    private static ConsentPage consent(Frame frame, String application, String person) {
        var shop = shop(application);
        var everything = new ConsentPage.Asks(true, true, true, true, true, List.of("orders:read"), true);
        return new ConsentPage(frame, form("/consent?flow=k2"), person, shop, everything);
    }

    private static SignedOutPage signedOut(Frame frame, String application) {
        SafeUrl told = url("https://shop.example/bye?iss=https%3A%2F%2Fid.example&sid=k2");
        return new SignedOutPage(frame, new BackLink(application, url("https://shop.example/")), List.of(told));
    }

    private static Map<String, View> setup(Frame frame, String person) {
        Map<String, View> views = new LinkedHashMap<>();
        var typed = new SetupPage.Typed(person, person);
        views.put("setup", setup(frame, SetupPage.Typed.NOTHING, Set.of(), false));
        views.put("setup-busy", setup(frame, typed, Set.of(), true));
        for (SetupMistake mistake : SetupMistake.values()) {
            String name = mistake.name().toLowerCase(Locale.ROOT).replace('_', '-');
            views.put("setup-" + name, setup(frame, typed, Set.of(mistake), false));
        }
        views.put("setup-done", new SetupDonePage(frame, person, url("/login")));
        return views;
    }

    private static SetupPage setup(Frame frame, SetupPage.Typed typed, Set<SetupMistake> mistakes, boolean busy) {
        SetupPage.Asked asked = new SetupPage.Asked(PasswordPolicy.NONE, typed, mistakes);
        return new SetupPage(frame, form("/setup"), "k2", asked, busy);
    }

    private static Map<String, View> playground(Frame frame, String person) {
        Map<String, View> views = new LinkedHashMap<>();
        String issuer = "http://localhost:8080";
        var links = new HomePage.Links(
                url("/playground"),
                url("/.well-known/openid-configuration"),
                url("/.well-known/jwks.json"),
                url("https://rampart.example/docs"));
        views.put("home", new HomePage(frame, issuer, "0.1.0", links));
        String curl = "curl -u 'b7c1d0e2:PqT0…' -d grant_type=client_credentials \\\n  " + issuer + "/oauth/token";
        var client = new PlaygroundPage.Client(issuer, "playground", issuer + "/playground/callback", curl);
        views.put("playground", new PlaygroundPage(frame, form("/playground/start"), client, scopes()));
        var tokens = new PlaygroundResultPage.Tokens(
                idToken(person), accessToken(person), "{\"sub\":\"019ab3\",\"name\":\"Ada\"}", Duration.ofMillis(38));
        views.put(
                "playground-result",
                new PlaygroundResultPage(frame, tokens, url("/playground"), url("/oauth/logout?client_id=playground")));
        views.put(
                "playground-error",
                new PlaygroundErrorPage(frame, "login_required", person + " is not signed in.", url("/playground")));
        return views;
    }

    private static Map<String, View> invitation(Frame frame, String person) {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("invitation", invitation(frame, person, Set.of(), false));
        views.put("invitation-busy", invitation(frame, person, Set.of(), true));
        for (InvitationMistake mistake : InvitationMistake.values()) {
            String name = mistake.name().toLowerCase(Locale.ROOT).replace('_', '-');
            views.put("invitation-" + name, invitation(frame, person, Set.of(mistake), false));
        }
        views.put("invitation-done", new InvitationDonePage(frame, person, url("/login")));
        return views;
    }

    private static InvitationPage invitation(
            Frame frame, String person, Set<InvitationMistake> mistakes, boolean busy) {
        return new InvitationPage(
                frame,
                form("/invitation"),
                new InvitationPage.Invited(person, "k2", PasswordPolicy.NONE),
                person,
                mistakes,
                busy);
    }

    private static Map<String, View> mailbox(Frame frame, String person) {
        SafeUrl one = url("/dev/mailbox/019ab3c4-5d6e-7f80-91a2-b3c4d5e6f708");
        String at = "2026-01-01T00:00:00Z";
        var entry = new MailboxPage.Entry(one, "You’re invited to Acme", frame.organization(), person, at);
        var headers = new MailboxMailPage.Headers("You’re invited to Acme", frame.organization(), person, at);
        var link = new MailboxMailPage.Link(url("http://localhost:8080/invitation?token=k2"));
        return Map.of(
                "mailbox",
                new MailboxPage(frame, List.of(entry)),
                "mailbox-empty",
                new MailboxPage(frame, List.of()),
                "mailbox-mail",
                new MailboxMailPage(frame, headers, person, List.of(link), one, url("/dev/mailbox")));
    }

    private static Map<String, View> bare() {
        Frame frame = new Frame(Locale.ENGLISH, "Rampart");
        Map<String, View> views = new LinkedHashMap<>();
        views.put("sign-in-bare", signIn(frame, SignInPage.Asked.NOTHING, null));
        views.put("sign-out-bare", new SignOutPage(frame, form("/logout"), null, null));
        views.put("signed-out-bare", new SignedOutPage(frame, null, List.of()));
        views.put("form-post-bare", new FormPostPage(frame, url("https://shop.example/cb"), List.of()));
        views.put(
                "consent-bare",
                new ConsentPage(
                        frame,
                        form("/consent?flow=k2"),
                        "ada",
                        new Application("Shop", null, null, null, null, null, null),
                        new ConsentPage.Asks(false, false, false, false, false, List.of(), false)));
        views.put("playground-error-bare", new PlaygroundErrorPage(frame, "access_denied", null, url("/playground")));
        var opaque = new PlaygroundResultPage.Tokens("e30.e30.", "opaque", "not JSON", Duration.ZERO);
        views.put("playground-result-bare", new PlaygroundResultPage(frame, opaque, url("/playground"), url("/")));
        for (Fault.Kind kind : Fault.Kind.values()) {
            views.put(
                    "error-" + kind.name().toLowerCase(Locale.ROOT),
                    new ErrorPage(frame, Fault.of(kind), "019ab3c4-5d6e-7f80", null));
        }
        return views;
    }

    private static SignInPage signIn(Frame frame, SignInPage.Asked asked, SignInPage.@Nullable Refusal refusal) {
        return new SignInPage(frame, form("/login?flow=k2"), asked, refusal);
    }

    private static ErrorPage error(Frame frame, Fault fault, String application) {
        return new ErrorPage(
                frame, fault, "019ab3c4-5d6e-7f80", new BackLink(application, url("https://shop.example/")));
    }

    private static List<FormPostPage.Field> fields(String value) {
        return List.of(
                new FormPostPage.Field("code", "SplxlOBeZQQYbYS6WxSbIA"), new FormPostPage.Field("state", value));
    }

    private static List<PlaygroundPage.Choice> scopes() {
        return List.of(
                new PlaygroundPage.Choice("openid", true),
                new PlaygroundPage.Choice("profile", true),
                new PlaygroundPage.Choice("email", true),
                new PlaygroundPage.Choice("phone", false));
    }

    private static String idToken(String person) {
        return jwt(
                "{\"alg\":\"RS256\",\"kid\":\"2026-11-a\"}",
                "\"iss\":\"http://localhost:8080\"",
                "\"sub\":\"019ab3c4-5d6e-7f80-91a2-b3c4d5e6f708\"",
                "\"aud\":\"playground\"",
                "\"exp\":1764035400",
                "\"iat\":1764035100",
                "\"auth_time\":1764035098",
                "\"nonce\":\"n-0S6_WzA2Mj\"",
                "\"acr\":\"1\"",
                "\"amr\":[\"pwd\"]",
                "\"sid\":\"Zk3mY0q8\"",
                "\"at_hash\":\"77QmUPtjPfzWtF2AnpK9RQ\"",
                "\"email\":" + StringNode.valueOf(person));
    }

    private static String accessToken(String person) {
        return jwt(
                "{\"typ\":\"at+jwt\",\"alg\":\"ES256\",\"kid\":\"2026-11-b\"}",
                "\"iss\":\"http://localhost:8080\"",
                "\"sub\":" + StringNode.valueOf(person),
                "\"client_id\":\"playground\"",
                "\"scope\":\"openid profile email\"",
                "\"jti\":\"019ab3c4-6001-7000-8000-000000000001\"",
                "\"exp\":1764035400",
                "\"iat\":99999999999999999",
                "\"org_id\":\"019ab3c4-0000-7000-8000-000000000000\"");
    }

    private static String jwt(String header, String... claims) {
        String payload = Arrays.stream(claims).collect(joining(",", "{", "}"));
        List<String> parts = new ArrayList<>();
        for (String part : List.of(header, payload)) {
            parts.add(Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)));
        }
        return String.join(".", parts) + "." + "c2lnbmF0dXJl".repeat(28);
    }

    private static PostForm form(String action) {
        return new PostForm(url(action), CSRF);
    }

    private static SafeUrl url(String text) {
        return new SafeUrl(text);
    }
}
