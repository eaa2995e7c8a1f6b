package dev.rampart.http.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.access.RepeatWrite;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a POST that comes again with the same {@code Idempotency-Key} as it was answered the first time.
 *
 * <p>Only what was done is remembered. A refusal changed nothing, so that the same request may be tried again.
 */
public final class Repeated {

    private static final int KEY_MAX = 255;
    private static final int WAITS = 100;
    private static final long WAIT_MILLIS = 50;
    private static final String LINE = "\n";

    private final RepeatWrite writes;

    @Inject
    public Repeated(RepeatWrite writes) {
        this.writes = writes;
    }

    Response once(Call call, Supplier<Response> act) {
        Request request = call.request();
        Optional<String> key = request.header("Idempotency-Key");
        if (key.isEmpty() || !request.method().equals("POST")) {
            return act.get();
        }
        if (request.flow().isPresent()) {
            return Response.problem(
                    400,
                    "The request is not valid",
                    "A file takes no Idempotency-Key: sent again, it tells of each line what became of it.");
        }
        if (key.get().isBlank() || key.get().length() > KEY_MAX) {
            return Response.problem(
                    400, "The request is not valid", "An Idempotency-Key has 1 to %d characters.".formatted(KEY_MAX));
        }
        Sha256 named = digest(call.by().cause().actor().toString(), key.get());
        return once(call.org(), named, digest(request.path(), new String(request.body(), UTF_8)), act);
    }

    private Response once(OrgId org, Sha256 key, Sha256 request, Supplier<Response> act) {
        for (int i = 0; i < WAITS; i++) {
            switch (writes.begin(org, key, request)) {
                case RepeatWrite.Go() -> {
                    return done(org, key, act);
                }
                case RepeatWrite.Done(byte[] answer) -> {
                    return read(answer).withHeader("Idempotency-Replayed", "true");
                }
                case RepeatWrite.OtherRequest() -> {
                    return Response.problem(
                            422,
                            "The Idempotency-Key is in use",
                            "It came with another request before. Take a new one for a new request.");
                }
                case RepeatWrite.Wait() -> pause();
            }
        }
        return Response.problem(
                        409,
                        "The same request is under way",
                        "Its outcome is not known yet. If that stays so, look whether it was done before you take"
                                + " another Idempotency-Key.")
                .withHeader("Retry-After", "5");
    }

    private Response done(OrgId org, Sha256 key, Supplier<Response> act) {
        boolean finished = false;
        try {
            Response response = act.get();
            if (response.status() < 300) {
                writes.finish(org, key, written(response));
                finished = true;
            }
            return response;
        } finally {
            if (!finished) {
                writes.giveUp(org, key);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while somebody else does it", e);
        }
    }

    /** Status, headers one a line, an empty line, body. No header of ours has a line break in it. */
    private static byte[] written(Response response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder().append(response.status()).append(LINE);
        response.headers()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append(LINE)));
        bytes.writeBytes(head.append(LINE).toString().getBytes(UTF_8));
        switch (response.body()) {
            case Body.Text(String text) -> bytes.writeBytes(text.getBytes(UTF_8));
            case Body.Bytes(byte[] body) -> bytes.writeBytes(body);
            case Body.Kept _, Body.Stream _, Body.Problem _ -> throw new IllegalStateException("no answer of a write");
        }
        return bytes.toByteArray();
    }

    private static Response read(byte[] answer) {
        String text = new String(answer, UTF_8);
        int end = text.indexOf(LINE + LINE);
        List<String> head = List.of(text.substring(0, end).split(LINE, -1));
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), List.of(line.substring(colon + 2)));
        }
        return Response.stored(Integer.parseInt(head.getFirst()), headers, text.substring(end + 2));
    }

    private static Sha256 digest(String first, String second) {
        return Sha256.of(Secret.of(first + "\u0000" + second));
    }
}
