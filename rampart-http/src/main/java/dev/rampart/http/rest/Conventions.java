package dev.rampart.http.rest;

import jakarta.inject.Inject;

/** What every operation needs to keep to the conventions of the API. */
public final class Conventions {

    private final Cursors cursors;
    private final Repeated repeated;

    @Inject
    public Conventions(Cursors cursors, Repeated repeated) {
        this.cursors = cursors;
        this.repeated = repeated;
    }

    /** An operation that keeps to them. */
    public OperationEndpoint operation(Description description, OperationEndpoint.Handler handler) {
        return new OperationEndpoint(description, this, handler);
    }

    Cursors cursors() {
        return cursors;
    }

    Repeated repeated() {
        return repeated;
    }
}
