package dev.rampart.http.admin;

import dev.rampart.domain.shared.Page;
import dev.rampart.http.bulk.FileFormat;
import dev.rampart.http.bulk.FileWriting;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Shape;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Files of one shape that are written page by page as they are read, and so many of them at a time. */
final class OutgoingFiles {

    /** That a node writes at a time: each holds a worker for as long as its reader takes. */
    private static final int MAX = 4;

    private final Shape shape;
    private final Semaphore turns = new Semaphore(MAX);

    OutgoingFiles(Shape shape) {
        this.shape = shape;
    }

    /** Looked at here, taken when the writing begins: between the two somebody else may come first, and is seen. */
    <T> Response write(
            FileFormat format,
            String name,
            Supplier<Iterator<Page<T>>> pages,
            Function<? super T, Map<String, Object>> shown) {
        if (turns.availablePermits() == 0) {
            return Problems.busy();
        }
        Iterator<Page<T>> read = pages.get();
        return Response.file(
                format.contentType(),
                name + "." + format,
                out -> inTurn(() -> writeAll(new FileWriting(out, format, shape), read, shown)));
    }

    private void inTurn(Writing writing) throws IOException {
        if (!turns.tryAcquire()) {
            throw new IOException("too many files are being written");
        }
        try {
            writing.write();
        } finally {
            turns.release();
        }
    }

    private static <T> void writeAll(
            FileWriting writing, Iterator<Page<T>> pages, Function<? super T, Map<String, Object>> shown)
            throws IOException {
        while (pages.hasNext()) {
            for (T item : pages.next().items()) {
                writing.add(shown.apply(item));
            }
            writing.flush();
        }
        writing.flush();
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
