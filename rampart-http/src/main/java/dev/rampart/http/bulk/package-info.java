/**
 * Files of many records that are read and written piece by piece: JSON lines, and CSV (RFC 4180).
 *
 * <p>{@code Records} takes a file apart, {@code JsonLines} and {@code CsvLines} make JSON of a record, {@code CsvCells}
 * says how a value stands in a cell. Nothing here knows what the records are about but for their shape.
 */
@NullMarked
package dev.rampart.http.bulk;

import org.jspecify.annotations.NullMarked;
