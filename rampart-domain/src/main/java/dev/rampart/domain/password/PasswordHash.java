package dev.rampart.domain.password;

/**
 * A password as it is kept: a text that holds algorithm, parameters, salt and digest. Ours are PHC strings; others come
 * in the forms of the systems that made them.
 */
public record PasswordHash(String encoded) {

    @Override
    public String toString() {
        return "[password hash]";
    }
}
