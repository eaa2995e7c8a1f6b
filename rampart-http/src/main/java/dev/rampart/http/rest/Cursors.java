package dev.rampart.http.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Position;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page ended, as a client carries it: sealed for its organization and its list, so that it can be neither read
 * nor made up, and fits no other list, order or search.
 */
public final class Cursors {

    /** In characters. */
    static final int LENGTH_MAX = 1024;

    private static final String SEPARATOR = "\u0000";

    private final Vault vault;

    @Inject
    public Cursors(Vault vault) {
        this.vault = vault;
    }

    String seal(OrgId org, String list, Position position) {
        byte[] clear = String.join(SEPARATOR, position.keys()).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(org, place(list), clear));
    }

    /** Nothing if it is none of ours. */
    Optional<Position> open(OrgId org, String list, String cursor) {
        vault.prepare(org);
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            String clear = new String(vault.open(org, place(list), sealed), UTF_8);
            return Optional.of(new Position(List.of(clear.split(SEPARATOR, -1))));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty(); // What a client sends may be anything; a key that is missing shows in the list.
        }
    }

    private static Vault.Place place(String list) {
        return new Vault.Place("cursor", "position", list);
    }
}
