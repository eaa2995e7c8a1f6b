package dev.rampart.crypto.password;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does not answer before it is released. */
final class HeldArgon2 implements Argon2Function {

    private final CountDownLatch running;
    private final CountDownLatch released = new CountDownLatch(1);

    /** Is all running once that many hashes were begun. */
    HeldArgon2(int running) {
        this.running = new CountDownLatch(running);
    }

    @Override
    public byte[] digest(Argon2Hash like, byte[] password) {
        running.countDown();
        await(released);
        return new byte[like.digest().length];
    }

    void awaitAllRunning() {
        await(running);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came in 30 s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
