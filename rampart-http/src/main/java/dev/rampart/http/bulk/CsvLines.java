package dev.rampart.http.bulk;

import dev.rampart.http.exchange.Body;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Reading;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Records of a CSV file, whose first names the columns. An empty cell is a property that was not sent.
 *
 * <p>Flags are {@code true} or {@code false}, lists have spaces between their items, and what may be any object is
 * JSON.
 */
public final class CsvLines implements Lines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ObjectReader CELLS =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[][].class);

    private final Shape shape;
    private final List<CsvColumns.Column> columns;

    private CsvLines(Shape shape, List<CsvColumns.Column> columns) {
        this.shape = shape;
        this.columns = columns;
    }

    /** What the first record says of those that follow, or what is wrong with it. */
    public sealed interface Header {

        record Good(CsvLines lines) implements Header {}

        record Bad(List<Body.Field> problems) implements Header {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the names of the columns. */
    public static Header header(byte[] record, Shape shape) {
        Optional<List<String>> names = cells(record);
        if (names.isEmpty()) {
            return new Header.Bad(List.of(new Body.Field("", "is no line of CSV")));
        }
        List<CsvColumns.Column> columns = new ArrayList<>();
        List<Body.Field> problems = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (String cell : names.get()) {
            String name = cell.strip();
            Optional<CsvColumns.Column> column = CsvColumns.find(shape, name);
            if (column.isEmpty()) {
                problems.add(new Body.Field(pointer(name), "is not a field of this resource"));
            } else if (!before.add(name)) {
                problems.add(new Body.Field(pointer(name), "names a second column"));
            }
            column.ifPresent(columns::add);
        }
        return problems.isEmpty() ? new Header.Good(new CsvLines(shape, columns)) : new Header.Bad(problems);
    }

    private static String pointer(String column) {
        return "/" + column.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }

    @Override
    public Fields read(byte[] record, Reading reading) {
        Optional<List<String>> cells = cells(record);
        if (cells.isEmpty()) {
            return reading.refused("is no line of CSV");
        }
        if (cells.get().size() > columns.size()) {
            return reading.refused("has more cells than there are columns");
        }
        ObjectNode node = JSON.objectNode();
        for (int i = 0; i < cells.get().size(); i++) {
            String cell = cells.get().get(i);
            if (!cell.isEmpty()) {
                put(node, columns.get(i), CsvCells.read(cell));
            }
        }
        return reading.read(node, shape);
    }

    private static void put(ObjectNode node, CsvColumns.Column column, String cell) {
        ObjectNode into = column.within()
                .map(outer -> node.has(outer) ? (ObjectNode) node.get(outer) : node.putObject(outer))
                .orElse(node);
        into.set(column.property().name(), value(column.property().kind(), cell));
    }

    /** Whatever it is not, it stays a text, and the shape says what is wrong with it. */
    private static JsonNode value(Kind kind, String cell) {
        return switch (kind) {
            case Kind.Flag() -> flag(cell);
            case Kind.AnyObject _ -> json(cell);
            case Kind.ListOf _ -> {
                var items = JSON.arrayNode();
                List.of(cell.strip().split(" +", -1)).forEach(items::add);
                yield items;
            }
            case Kind.Text _, Kind.Whole _, Kind.Time _, Kind.Choice _, Kind.ObjectOf _ -> JSON.stringNode(cell);
        };
    }

    private static JsonNode flag(String cell) {
        return switch (cell) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.stringNode(cell);
        };
    }

    private static JsonNode json(String cell) {
        try {
            return MAPPER.readTree(cell);
        } catch (JacksonException e) {
            return JSON.stringNode(cell);
        }
    }

    private static Optional<List<String>> cells(byte[] record) {
        try {
            String[][] rows = CELLS.readValue(record);
            return rows.length == 1 ? Optional.of(List.of(rows[0])) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
