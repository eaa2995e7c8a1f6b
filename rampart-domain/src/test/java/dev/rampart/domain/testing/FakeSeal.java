package dev.rampart.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.grant.SuccessorSeal;
import dev.rampart.domain.shared.Secret;

/** Seals nothing, and holds everybody to the token that they sealed under. */
public final class FakeSeal implements SuccessorSeal {

    @Override
    public byte[] seal(Secret presented, Secret successor) {
        return (presented.reveal() + "\n" + successor.reveal()).getBytes(UTF_8);
    }

    @Override
    public Secret open(Secret presented, byte[] sealed) {
        String[] both = new String(sealed, UTF_8).split("\n", -1);
        if (!both[0].equals(presented.reveal())) {
            throw new IllegalStateException("it was not sealed under this token");
        }
        return Secret.of(both[1]);
    }
}
