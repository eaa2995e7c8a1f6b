package dev.rampart.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import java.util.HexFormat;
import java.util.Optional;

/** Seals by saying for whom and where, which hides nothing. Every organization has a key in it. */
public final class FakeVault implements Vault {

    @Override
    public void prepare(OrgId org) {
        // Nothing has to be read.
    }

    @Override
    public byte[] seal(OrgId org, Place place, byte[] clear) {
        return (label(org, place) + HexFormat.of().formatHex(clear)).getBytes(UTF_8);
    }

    @Override
    public byte[] open(OrgId org, Place place, byte[] sealed) {
        String text = new String(sealed, UTF_8);
        String label = label(org, place);
        if (!text.startsWith(label)) {
            throw new IllegalStateException("not sealed for %s at %s".formatted(org, place));
        }
        return HexFormat.of().parseHex(text.substring(label.length()));
    }

    @Override
    public byte[] auditMac(OrgId org, byte[] message) {
        return Sha256.of(("mac|" + org + "|" + HexFormat.of().formatHex(message)).getBytes(UTF_8))
                .bytes();
    }

    @Override
    public PersonalKey newPersonalKey(OrgId org, String user) {
        return new PersonalKey(org, user, ("key of " + user).getBytes(UTF_8));
    }

    @Override
    public byte[] sealPersonal(PersonalKey key, OrgId org, Place place, byte[] clear) {
        return (personal(key) + new String(seal(org, place, clear), UTF_8)).getBytes(UTF_8);
    }

    @Override
    public Optional<byte[]> openPersonal(PersonalKey key, OrgId org, Place place, byte[] sealed) {
        String text = new String(sealed, UTF_8);
        String label = personal(key) + label(org, place);
        return text.startsWith(label)
                ? Optional.of(HexFormat.of().parseHex(text.substring(label.length())))
                : Optional.empty();
    }

    private static String personal(PersonalKey key) {
        return "%s|%s|".formatted(key.org(), new String(key.sealed(), UTF_8));
    }

    @Override
    public SealedDataKey newDataKey(OrgId org) {
        return new SealedDataKey("fake", ("data key of " + org).getBytes(UTF_8));
    }

    private static String label(OrgId org, Place place) {
        return "%s|%s|%s|%s|".formatted(org, place.table(), place.column(), place.row());
    }
}
