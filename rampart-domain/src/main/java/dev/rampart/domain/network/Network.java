package dev.rampart.domain.network;

import java.util.Optional;

/** A range of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}. */
public record Network(Address base, int prefixLength) {

    /** Reads a network in CIDR notation, or a single address. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<Address> base = Address.parse(slash < 0 ? text : text.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int bits = base.get().value().getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : length(text.substring(slash + 1));
        return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Network(base.get(), prefix));
    }

    public boolean contains(Address address) {
        byte[] ours = base.value().getAddress();
        byte[] theirs = address.value().getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base + "/" + prefixLength;
    }

    private static int length(String text) {
        boolean isShortNumber =
                !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isShortNumber ? Integer.parseInt(text) : -1;
    }
}
