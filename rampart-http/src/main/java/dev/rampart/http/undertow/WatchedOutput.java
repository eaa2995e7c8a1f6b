package dev.rampart.http.undertow;

import java.io.IOException;
import java.io.OutputStream;

/** A body as it goes, at the pace of the client, while that goes on. */
final class WatchedOutput extends OutputStream {

    private final OutputStream body;
    private final Watch watch;

    WatchedOutput(OutputStream body, Watch watch) {
        this.body = body;
        this.watch = watch;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        watch.over(() -> {
            body.write(from, offset, length);
            return length;
        });
    }

    @Override
    public void flush() throws IOException {
        watch.over(() -> {
            body.flush();
            return 0;
        });
    }

    @Override
    public void close() throws IOException {
        watch.over(() -> {
            body.close();
            return 0;
        });
    }
}
