package dev.rampart.http;

import dev.rampart.domain.shared.Entropy;
import java.util.Base64;

/**
 * Names requests: 96 random bits each, in 16 characters.
 *
 * <p>Chance is fetched for many at a time, because the thread that reads the sockets asks for one with every request.
 */
public final class RequestIds {

    private static final int ID_BYTES = 12;
    private static final int IDS_AT_A_TIME = 128;
    private static final int FOREIGN_MAX = 64;

    private final Entropy entropy;
    private byte[] chance = new byte[0];
    private int used;

    public RequestIds(Entropy entropy) {
        this.entropy = entropy;
    }

    public String next() {
        byte[] id = new byte[ID_BYTES];
        synchronized (this) {
            if (used + ID_BYTES > chance.length) {
                chance = entropy.next(ID_BYTES * IDS_AT_A_TIME);
                used = 0;
            }
            System.arraycopy(chance, used, id, 0, ID_BYTES);
            used += ID_BYTES;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** Whether a name that a trusted proxy gave can stand in a log and in a header. */
    public static boolean isFit(String foreign) {
        return !foreign.isEmpty()
                && foreign.length() <= FOREIGN_MAX
                && foreign.chars().allMatch(RequestIds::isFit);
    }

    private static boolean isFit(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
}
