package dev.rampart.http.bulk;

import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Reading;

/** Reads the records of a file by the shape of what they are about. */
public interface Lines {

    /** What stands in a record, as far as it is right; what is wrong with it, {@code reading} knows. */
    Fields read(byte[] record, Reading reading);
}
