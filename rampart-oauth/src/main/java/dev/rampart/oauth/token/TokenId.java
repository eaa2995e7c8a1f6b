package dev.rampart.oauth.token;

import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.shared.Entropy;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code jti} of access tokens: 128 random bits, behind the grant they come from if there is one, so that ending
 * the grant ends them without a list.
 */
public final class TokenId {

    private static final int RANDOM_BYTES = 16;
    private static final Pattern OF_A_GRANT =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[A-Za-z0-9_-]{22}");

    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private TokenId() {}

    static String random(Entropy entropy) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.next(RANDOM_BYTES));
    }

    static String of(GrantId grant, Entropy entropy) {
        return grant + "." + random(entropy);
    }

    /** Whether a token of ours can be called so. */
    public static boolean isOne(String jti) {
        return RANDOM.matcher(jti).matches() || OF_A_GRANT.matcher(jti).matches();
    }

    /** The grant that a token comes from; nothing if a client got it on its own behalf. */
    public static Optional<GrantId> grant(String jti) {
        Matcher parts = OF_A_GRANT.matcher(jti);
        return parts.matches() ? Optional.of(GrantId.parse(parts.group(1))) : Optional.empty();
    }
}
