package dev.rampart.http.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a file apart, record by record.
 *
 * <p>A record is a line; in CSV, where a line break may stand between quotes, as many lines as belong together. Empty
 * lines are none. What is too long is passed over up to the end of its line.
 */
public final class Records {

    /** Of one record. A person with all that may be known of them has less. */
    public static final int BYTES_MAX = 32 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int END = -1;

    /** What editors on Windows put before UTF-8. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final boolean quoted;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long line = 1;
    private Quotes quotes = Quotes.BEFORE_A_CELL;

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param tooLong whether it is longer than {@value #BYTES_MAX} bytes, and therefore cut
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
    public record Raw(long line, byte[] bytes, boolean tooLong) {}

    public Records(InputStream in, FileFormat format) throws IOException {
        this.in = new BufferedInputStream(in, BUFFER);
        this.quoted = format == FileFormat.CSV;
        this.in.mark(MARK.length);
        if (!Arrays.equals(this.in.readNBytes(MARK.length), MARK)) {
            this.in.reset();
        }
    }

    /** The next one, or nothing at the end. */
    public Optional<Raw> next() throws IOException {
        while (true) {
            long from = line;
            bytes.reset();
            quotes = Quotes.BEFORE_A_CELL;
            boolean tooLong = false;
            int next = in.read();
            boolean ended = next == END;
            while (next != END && !endsRecord(next, tooLong)) {
                tooLong = tooLong || bytes.size() == BYTES_MAX;
                if (!tooLong) {
                    bytes.write(next);
                }
                next = in.read();
            }
            if (bytes.size() > 0 && !isBlank()) {
                return Optional.of(new Raw(from, bytes.toByteArray(), tooLong));
            }
            if (ended) {
                return Optional.empty();
            }
        }
    }

    private boolean endsRecord(int next, boolean tooLong) {
        if (quoted) {
            quotes = quotes.after(next);
        }
        if (next != '\n') {
            return false;
        }
        line++;
        return tooLong || quotes != Quotes.INSIDE;
    }

    private boolean isBlank() {
        return bytes.size() <= 1 && new String(bytes.toByteArray(), UTF_8).isBlank();
    }
}
