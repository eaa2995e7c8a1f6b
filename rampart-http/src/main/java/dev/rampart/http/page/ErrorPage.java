package dev.rampart.http.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what went wrong in words a person understands, and under which id the log has it. */
public record ErrorPage(
        Frame frame,
        Fault fault,
        String requestId,
        @Nullable BackLink back) implements View {

    /** The status to answer with. */
    public int status() {
        return fault.kind().status();
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("title", new Word.Key(fault.kind().titleKey()));
        words.put("text", new Word.Key(fault.kind().textKey()));
        if (fault.retryAfter() != null) {
            words.put("wait", new Word.Span(fault.retryAfter()));
        }
        if (back != null) {
            words.put("application", new Word.Plain(back.application()));
        }
        return words;
    }
}
