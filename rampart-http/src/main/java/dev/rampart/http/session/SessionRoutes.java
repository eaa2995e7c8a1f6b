package dev.rampart.http.session;

import static dev.rampart.http.Parameter.either;
import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.getOrPost;
import static dev.rampart.http.Route.post;

import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Form;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;

/** Where people sign in and out. */
public final class SessionRoutes implements Routes {

    private static final Parameter FLOW = query("flow").max(64);

    private final ShowSignInEndpoint showSignIn;
    private final SignInEndpoint signIn;
    private final ShowNewPasswordEndpoint showNewPassword;
    private final NewPasswordEndpoint newPassword;
    private final LogoutEndpoint logout;
    private final ConfirmLogoutEndpoint confirmLogout;

    @Inject
    public SessionRoutes(
            ShowSignInEndpoint showSignIn,
            SignInEndpoint signIn,
            ShowNewPasswordEndpoint showNewPassword,
            NewPasswordEndpoint newPassword,
            LogoutEndpoint logout,
            ConfirmLogoutEndpoint confirmLogout) {
        this.showSignIn = showSignIn;
        this.signIn = signIn;
        this.showNewPassword = showNewPassword;
        this.newPassword = newPassword;
        this.logout = logout;
        this.confirmLogout = confirmLogout;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/login", new Public(), showSignIn).takes(FLOW).page(PageKind.SIGN_IN),
                post("/login", new Form(), signIn)
                        .takes(
                                FLOW.asRequired(),
                                form("username").max(320),
                                form("password").max(256),
                                form("cancel").max(16))
                        .page(PageKind.SIGN_IN),
                get("/login/password", new Public(), showNewPassword)
                        .takes(FLOW.asRequired())
                        .page(PageKind.SIGN_IN),
                // Longer than is taken, so that the page can say so.
                post("/login/password", new Form(), newPassword)
                        .takes(FLOW.asRequired(), form("password"))
                        .page(PageKind.SIGN_IN),
                get("/logout", new Public(), logout).page(PageKind.SIGN_IN),
                post("/logout", new Form(), confirmLogout)
                        .takes(
                                query("id_token_hint").max(4096),
                                query("client_id").max(128),
                                query("post_logout_redirect_uri").max(2048),
                                query("state").max(2048),
                                form("confirm").max(16),
                                form("cancel").max(16))
                        .page(PageKind.SIGN_IN),
                getOrPost("/oauth/logout", new Public(), logout)
                        .takes(
                                either("id_token_hint").max(4096),
                                either("client_id").max(128),
                                either("post_logout_redirect_uri").max(2048),
                                either("state").max(2048),
                                either("logout_hint").max(320),
                                either("ui_locales").max(256))
                        .page(PageKind.SIGN_IN));
    }
}
