package dev.rampart.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads what is percent-encoded, strictly: what cannot be read is nothing, and is never mended. */
final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Whether a path, as sent, can name anything: no empty or dot segments, no encoded slash, backslash or control
     * character, nothing that is not ASCII, nothing half encoded.
     */
    static boolean isSoundPath(String path) {
        if (!path.startsWith("/") || path.contains("//") || path.indexOf('\\') >= 0) {
            return false;
        }
        if (!path.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            Optional<String> decoded = decode(segment, false);
            if (decoded.isEmpty() || isTreacherous(decoded.get())) {
                return false;
            }
        }
        return true;
    }

    /** The text behind {@code %XX} in UTF-8; nothing if it is malformed or has a NUL in it, which no text needs. */
    static Optional<String> decode(String encoded, boolean plusIsSpace) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 && isPlain(encoded)) {
            return Optional.of(encoded);
        }
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (!hasTwoDigits(encoded, i + 1)) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) (plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        return text(bytes, length);
    }

    /** Characters of {@code encoded} are bytes: it was read as ISO 8859-1. */
    private static Optional<String> text(byte[] bytes, int length) {
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasTwoDigits(String text, int from) {
        return from + 1 < text.length()
                && HexFormat.isHexDigit(text.charAt(from))
                && HexFormat.isHexDigit(text.charAt(from + 1));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || text.charAt(i) == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTreacherous(String segment) {
        return segment.equals(".")
                || segment.equals("..")
                || segment.chars().anyMatch(c -> c == '/' || c == '\\' || c < 0x20 || c == 0x7f);
    }
}
