package dev.rampart.outbound.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.outbound.Outbound.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer (RFC 9112), strictly: what could be understood in two ways is not understood. */
final class AnswerReader {

    /** Of the lines before the body, all together. */
    static final int HEAD_BYTES_MAX = 16 * 1024;

    private static final int FIELDS_MAX = 100;
    private static final int INTERIM_MAX = 4;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int HEX = 16;
    private static final int BUFFER_BYTES = 8 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(?:;.*)?");

    private final InputStream in;
    private final int bytesMax;
    private int lineBytesLeft = HEAD_BYTES_MAX;

    AnswerReader(InputStream in, int bytesMax) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.bytesMax = bytesMax;
    }

    private record Field(String name, String value) {}

    private record Head(int status, List<Field> fields) {

        List<String> all(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .toList();
        }

        boolean isInterim() {
            return status < FIRST_FINAL;
        }
    }

    Answered read() throws IOException {
        Head head = head();
        for (int interim = 0; head.isInterim(); interim++) {
            check(interim < INTERIM_MAX);
            head = head();
        }
        check(head.all("content-encoding").stream().allMatch("identity"::equalsIgnoreCase));
        Optional<String> type = head.all("content-type").stream().findFirst();
        return new Answered(head.status(), type, new String(body(head), UTF_8));
    }

    private Head head() throws IOException {
        Matcher status = STATUS.matcher(line());
        check(status.matches());
        List<Field> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher field = FIELD.matcher(line);
            check(field.matches() && fields.size() < FIELDS_MAX);
            fields.add(new Field(field.group(1).toLowerCase(Locale.ROOT), field.group(2)));
        }
        return new Head(Integer.parseInt(status.group(1)), fields);
    }

    private byte[] body(Head head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.status() == NO_CONTENT || head.status() == NOT_MODIFIED) {
            return new byte[0];
        }
        List<String> codings = head.all("transfer-encoding");
        List<String> lengths = head.all("content-length").stream().distinct().toList();
        check(codings.isEmpty() || (lengths.isEmpty() && codings.size() == 1));
        check(codings.isEmpty() || codings.getFirst().equalsIgnoreCase("chunked"));
        if (!codings.isEmpty()) {
            chunks(body);
        } else if (lengths.isEmpty()) {
            untilTheEnd(body);
        } else {
            check(lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches());
            exactly(Long.parseLong(lengths.getFirst()), body);
        }
        return body.toByteArray();
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        lineBytesLeft += bytesMax;
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            exactly(size, body);
            check(line().isEmpty());
        }
        for (String trailer = line(); !trailer.isEmpty(); trailer = line()) {
            check(FIELD.matcher(trailer).matches());
        }
    }

    private long chunkSize() throws IOException {
        Matcher size = CHUNK.matcher(line());
        check(size.matches());
        return Long.parseLong(size.group(1), HEX);
    }

    private void exactly(long length, ByteArrayOutputStream body) throws IOException {
        tooLargeIf(length > bytesMax - body.size());
        byte[] bytes = in.readNBytes((int) length);
        check(bytes.length == length);
        body.write(bytes);
    }

    private void untilTheEnd(ByteArrayOutputStream body) throws IOException {
        byte[] bytes = in.readNBytes(bytesMax + 1);
        tooLargeIf(bytes.length > bytesMax);
        body.write(bytes);
    }

    /** Without its end, which is CRLF or, as servers of old write it, LF. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            check(b >= 0);
            tooLargeIf(--lineBytesLeft < 0);
            line.write(b);
        }
        String text = line.toString(ISO_8859_1);
        String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        check(bare.chars().allMatch(c -> c == '\t' || c >= ' '));
        return bare;
    }

    private static void check(boolean isAsItShouldBe) throws UnreachedException {
        if (!isAsItShouldBe) {
            throw new UnreachedException(Reason.MALFORMED_ANSWER);
        }
    }

    private static void tooLargeIf(boolean isTooLarge) throws UnreachedException {
        if (isTooLarge) {
            throw new UnreachedException(Reason.TOO_LARGE);
        }
    }
}
