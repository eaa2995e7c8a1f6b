package dev.rampart.http.page;

/** What {@code dev} shows at its root: what is running, and where to go from here. */
public record HomePage(Frame frame, String issuer, String version, Links links) implements View {

    /** Where to go. */
    public record Links(SafeUrl playground, SafeUrl discovery, SafeUrl jwks, SafeUrl docs) {}
}
