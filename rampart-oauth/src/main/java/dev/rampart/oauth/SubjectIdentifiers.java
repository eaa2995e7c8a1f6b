package dev.rampart.oauth;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.Sector;
import dev.rampart.domain.client.SubjectType;
import dev.rampart.domain.key.Pseudonyms;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.UserId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What clients call people: {@code sub} (OIDC Core §8). */
public final class SubjectIdentifiers {

    private static final int BYTES = 2 * Long.BYTES;

    private final Pseudonyms pseudonyms;

    public SubjectIdentifiers(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    public String of(OrgId org, Client client, UserId user) {
        return sector(client)
                .map(sector -> text(pseudonyms.of(org, sector, user.value())))
                .orElseGet(user::toString);
    }

    /** Whom a client calls that. It may be nobody. */
    public Optional<UserId> read(OrgId org, Client client, String subject) {
        return sector(client).isPresent()
                ? pseudonym(subject)
                        .map(known ->
                                new UserId(pseudonyms.person(org, sector(client).get(), known)))
                : UserId.parse(subject);
    }

    /** Empty: it calls them what everybody does. */
    private static Optional<String> sector(Client client) {
        return client.metadata().subjects().type() == SubjectType.PAIRWISE
                ? Sector.of(client.metadata()).map(Sector::host)
                : Optional.empty();
    }

    private static String text(UUID pseudonym) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(pseudonym.getMostSignificantBits())
                .putLong(pseudonym.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<UUID> pseudonym(String subject) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(subject);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return bytes.length == BYTES ? Optional.of(new UUID(buffer.getLong(), buffer.getLong())) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
