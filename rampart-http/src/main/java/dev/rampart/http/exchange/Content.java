package dev.rampart.http.exchange;

import java.util.List;
import java.util.Map;

/**
 * What a request brings along: its declared parameters, what is wrong with them, and the body of those that are no
 * form.
 *
 * @param body not copied: it must not change
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record Content(Map<String, List<String>> parameters, List<Fault> faults, byte[] body) {

    public static final Content NONE = new Content(Map.of(), List.of(), new byte[0]);

    public Content {
        parameters = Map.copyOf(parameters);
        faults = List.copyOf(faults);
    }
}
