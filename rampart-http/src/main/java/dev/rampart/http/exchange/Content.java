package dev.rampart.http.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings along: its declared parameters, what is wrong with them, and the body of those that are no
 * form.
 *
 * @param body not copied: it must not change
 * @param flow the body of a route that takes a file, to be read once; null elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record Content(
        Map<String, List<String>> parameters,
        List<Fault> faults,
        byte[] body,
        @Nullable InputStream flow) {

    public static final Content NONE = new Content(Map.of(), List.of(), new byte[0]);

    public Content {
        parameters = Map.copyOf(parameters);
        faults = List.copyOf(faults);
    }

    /** One that is here as a whole. */
    public Content(Map<String, List<String>> parameters, List<Fault> faults, byte[] body) {
        this(parameters, faults, body, null);
    }

    /** The same with a body that flows. */
    public Content flowing(InputStream stream) {
        return new Content(parameters, faults, body, stream);
    }
}
