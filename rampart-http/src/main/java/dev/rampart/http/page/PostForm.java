package dev.rampart.http.page;

/** Where a form is posted, and the token that shows that it was ours (sent as the field {@code csrf}). */
public record PostForm(SafeUrl action, String csrf) {

    /** The token is left out: it is a secret of the session. */
    @Override
    public String toString() {
        return "PostForm[action=%s]".formatted(action);
    }
}
