package dev.rampart.domain.testing;

import dev.rampart.domain.outbound.Outbound;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The outside as a test wants it: what is not put anywhere is a name that nobody has. */
public final class FakeOutbound implements Outbound {

    private final Map<URI, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new ArrayList<>();

    /**
     * A call that was made.
     *
     * @param content what was sent; empty where something was fetched
     */
    public record Call(URI uri, Optional<Content> content) {}

    /** From now on this is answered there. */
    public void put(String uri, Answer answer) {
        answers.put(URI.create(uri), answer);
    }

    /** From now on this lies there. */
    public void put(String uri, String text) {
        put(uri, new Answered(200, Optional.of("application/json"), text));
    }

    /** All calls so far, in their order. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Answer fetch(URI uri, Limits limits) {
        return answer(new Call(uri, Optional.empty()), limits);
    }

    @Override
    public Answer post(URI uri, Content content, Limits limits) {
        return answer(new Call(uri, Optional.of(content)), limits);
    }

    private synchronized Answer answer(Call call, Limits limits) {
        calls.add(call);
        Answer answer = answers.getOrDefault(call.uri(), new NotReached(Reason.UNKNOWN_HOST));
        boolean isTooLarge =
                answer instanceof Answered answered && answered.text().length() > limits.bytes();
        return isTooLarge ? new NotReached(Reason.TOO_LARGE) : answer;
    }
}
