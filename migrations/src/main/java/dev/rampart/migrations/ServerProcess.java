package dev.rampart.migrations;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A running PostgreSQL: our child, or one that a killed process has left behind. */
record ServerProcess(ProcessHandle handle, int port) {

    /**
     * Finds the server that works on a data directory.
     *
     * <p>Asked of the processes and not of {@code postmaster.pid}, which may be half-written, or name a process that is
     * long gone and whose number another program has by now.
     */
    static Optional<ServerProcess> on(Path data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> ifOn(data, process).stream())
                .findFirst();
    }

    private static Optional<ServerProcess> ifOn(Path data, ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        int directory = arguments.indexOf("-D") + 1;
        int port = arguments.indexOf("-p") + 1;
        boolean ours = directory > 0
                && port > 0
                && arguments.get(directory).equals(data.toString())
                && process.info().command().orElse("").contains("/postgres");
        return ours ? Optional.of(new ServerProcess(process, Integer.parseInt(arguments.get(port)))) : Optional.empty();
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Sends PostgreSQL's fast shutdown, which ends sessions and writes everything down. TERM would wait for them. */
    void askToStop() throws IOException {
        exitCode(new ProcessBuilder("kill", "-INT", Long.toString(handle.pid())).start());
    }

    /** Waits until something holds. False if it does not within that time. */
    static boolean await(Duration patience, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(Duration.ofMillis(10));
        }
        return true;
    }

    static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for PostgreSQL");
    }
}
