package dev.rampart.http.rest;

/**
 * One member of a JSON object.
 *
 * @param required must be sent when something is made, and cannot be removed
 * @param use who sends it
 */
public record Property(String name, Kind kind, boolean required, Use use) {

    /** Who sends a property. */
    public enum Use {
        BOTH,
        /** The server alone: refused when it is sent. */
        READ_ONLY,
        /** The client alone: a secret, never given back. */
        WRITE_ONLY,
        /** The client, and only when something is made. */
        ONCE
    }

    public static Property of(String name, Kind kind) {
        return new Property(name, kind, false, Use.BOTH);
    }

    public Property asRequired() {
        return new Property(name, kind, true, use);
    }

    public Property asReadOnly() {
        return new Property(name, kind, required, Use.READ_ONLY);
    }

    public Property asWriteOnly() {
        return new Property(name, kind, required, Use.WRITE_ONLY);
    }

    /** Cannot be changed once it is there. */
    public Property asFixed() {
        return new Property(name, kind, required, Use.ONCE);
    }
}
