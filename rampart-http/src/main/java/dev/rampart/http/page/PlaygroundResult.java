package dev.rampart.http.page;

import java.util.List;

/** The playground's result as its template sees it: tokens taken apart, claims explained. */
record PlaygroundResult(List<ShownToken> shownTokens, String userinfo, SafeUrl again, SafeUrl signOut) {

    PlaygroundResult(PlaygroundResultPage page, Texts texts) {
        this(
                List.of(
                        ShownToken.of("id-token", page.tokens().idToken(), texts),
                        ShownToken.of("access-token", page.tokens().accessToken(), texts)),
                Json.pretty(page.tokens().userinfo()),
                page.again(),
                page.signOut());
    }
}
