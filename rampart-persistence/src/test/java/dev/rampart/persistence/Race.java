package dev.rampart.persistence;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does one thing in 64 threads at the same time. */
public final class Race {

    public static final int THREADS = 64;

    private Race() {}

    /** What each of them was told. The act is given the number of its thread. */
    public static <T> List<T> of(IntFunction<T> act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> acts = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(i -> () -> act.apply(i))
                    .toList();
            return threads.invokeAll(acts).stream().map(Future::resultNow).toList();
        }
    }
}
