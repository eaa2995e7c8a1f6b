package dev.rampart.crypto.password;

import dev.rampart.domain.password.PasswordHash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * A bcrypt hash, as other systems make them.
 *
 * <p>It never saw more than 72 bytes of the password, so that any password with the same beginning is right. The first
 * sign-in replaces it by a hash of all of what was typed.
 */
record BcryptHash(String text) implements StoredHash {

    /** 2 to the power of this rounds: about a second. */
    static final int COST_MAX = 14;

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    static boolean hasForm(PasswordHash hash) {
        return FORM.matcher(hash.encoded()).matches();
    }

    /** Nothing if it is none, or would take too long. */
    static Optional<BcryptHash> parse(PasswordHash hash) {
        Matcher matcher = FORM.matcher(hash.encoded());
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= COST_MAX
                ? Optional.of(new BcryptHash(hash.encoded()))
                : Optional.empty();
    }

    /** Whether it is of this password. Leaves the bytes as they are. */
    boolean isOf(byte[] password) {
        return BCrypt.checkpw(password, text);
    }

    @Override
    public String toString() {
        return "[bcrypt hash]";
    }
}
