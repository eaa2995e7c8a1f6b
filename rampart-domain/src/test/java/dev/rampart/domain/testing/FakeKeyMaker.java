package dev.rampart.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.NewKey;
import dev.rampart.domain.key.SigningAlgorithm;

/** Makes halves that are only names, each another one: {@code public RS256 1}, {@code private RS256 1}. */
public final class FakeKeyMaker implements KeyMaker {

    private int made;

    @Override
    public synchronized NewKey make(SigningAlgorithm algorithm) {
        made++;
        String name = algorithm + " " + made;
        return new NewKey(("public " + name).getBytes(UTF_8), ("private " + name).getBytes(UTF_8));
    }
}
