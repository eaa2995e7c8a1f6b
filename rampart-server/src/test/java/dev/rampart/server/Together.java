package dev.rampart.server;

import dev.rampart.server.AdminApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many calls at the same time. */
final class Together {

    private Together() {}

    /** One of them, by its number. */
    @FunctionalInterface
    interface Numbered {
        Answer call(int number) throws Exception;
    }

    static List<Answer> call(int count, Numbered act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> act.call(number));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
