package dev.rampart.http.bulk;

import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Reading;
import dev.rampart.http.rest.Shape;

/** Records that are JSON objects, one a line. */
public record JsonLines(Shape shape) implements Lines {

    @Override
    public Fields read(byte[] record, Reading reading) {
        return reading.read(record, shape);
    }
}
