package dev.rampart.migrations;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to a server's directory, held by one process at a time and gone with it, however that ends. */
final class HomeLock implements Closeable {

    /** The system releases a process's lock when it closes the file anywhere, so we never open it a second time. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Throws {@link IOException} if another process, or another server of this one, has it. */
    static HomeLock take(Path home) throws IOException {
        return tryTake(home).orElseThrow(() -> inUse(home));
    }

    /** Empty if it is in use. */
    static Optional<HomeLock> tryTake(Path home) throws IOException {
        Path key = home.toRealPath();
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        Optional<HomeLock> lock = Optional.empty();
        try {
            lock = lockOf(key);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(key);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(home);
    }

    private static Optional<HomeLock> lockOf(Path home) throws IOException {
        FileChannel channel = FileChannel.open(
                file(home), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new HomeLock(home, channel));
    }

    private static IOException inUse(Path home) {
        String holder;
        try {
            holder = Files.readString(file(home));
        } catch (IOException e) {
            holder = "unknown";
        }
        return new IOException("%s is in use by the running process %s: stop that first, or choose another directory"
                .formatted(home, holder));
    }

    private static Path file(Path home) {
        return home.resolve("lock");
    }
}
