package dev.rampart.http.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.http.rest.Shape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes records into a file, one by one. */
public final class FileWriting {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ObjectWriter CELLS = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(String[].class);

    private final BufferedWriter out;
    private final FileFormat format;
    private final List<String> columns;

    /** Begins a file of records of that shape. In CSV that is a line with the names of the columns. */
    public FileWriting(OutputStream out, FileFormat format, Shape shape) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.format = format;
        this.columns = CsvColumns.all(shape);
        if (format == FileFormat.CSV) {
            this.out.write(CELLS.writeValueAsString(columns.toArray(String[]::new)));
        }
    }

    public void add(Map<String, Object> record) throws IOException {
        switch (format) {
            case JSON_LINES -> out.write(MAPPER.writeValueAsString(record) + "\n");
            case CSV -> {
                JsonNode node = MAPPER.readTree(MAPPER.writeValueAsString(record));
                out.write(CELLS.writeValueAsString(
                        columns.stream().map(column -> cell(node, column)).toArray(String[]::new)));
            }
        }
    }

    private static String cell(JsonNode record, String column) {
        JsonNode value = record.at("/" + column.replace('.', '/'));
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return CsvCells.written(value.isString() ? value.stringValue() : value.toString());
    }

    /** Sends on what has been gathered. */
    public void flush() throws IOException {
        out.flush();
    }
}
