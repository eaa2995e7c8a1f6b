package dev.rampart.domain.password;

/** A password as it is kept: a PHC string, which holds algorithm, parameters, salt and digest. */
public record PasswordHash(String encoded) {

    @Override
    public String toString() {
        return "[password hash]";
    }
}
