package dev.rampart.http.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.exchange.Body;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.RawJson;
import dev.rampart.http.rest.Reading;
import dev.rampart.http.rest.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvLinesTest {

    private static final Shape SHAPE = Shape.of(
            "Thing",
            Property.of("name", Kind.Text.upTo(64)),
            Property.of("enabled", new Kind.Flag()),
            Property.of("roles", new Kind.ListOf(Kind.Choice.of("admin", "owner"), 2)),
            Property.of("attributes", new Kind.AnyObject(64)),
            Property.of("address", new Kind.ObjectOf(Shape.of("Place", Property.of("country", Kind.Text.upTo(8))))));

    @Test
    void areReadByTheirColumns() {
        Reading reading = new Reading(true);

        Fields fields = lines("address.country,name,enabled,roles,attributes")
                .read(bytes("UK,\"Lovelace, \"\"Ada\"\"\nKing\",true,admin owner,\"{\"\"a\"\": [1]}\""), reading);

        assertThat(reading.problems()).isEmpty();
        assertThat(fields.object("address").flatMap(address -> address.text("country")))
                .contains("UK");
        assertThat(fields.text("name")).contains("Lovelace, \"Ada\"\nKing");
        assertThat(fields.flag("enabled")).contains(true);
        assertThat(fields.texts("roles")).containsExactly("admin", "owner");
        assertThat(fields.text("attributes")).contains("{\"a\":[1]}");
    }

    @Test
    void haveNothingInAnEmptyCellOrOneThatIsMissing() {
        Reading reading = new Reading(true);

        Fields fields = lines("name,enabled,address.country").read(bytes(",false"), reading);

        assertThat(reading.problems()).isEmpty();
        assertThat(fields.has("name")).isFalse();
        assertThat(fields.has("address")).isFalse();
        assertThat(fields.flag("enabled")).contains(false);
    }

    @Test
    void tellOfEveryCellThatIsWrong() {
        Reading reading = new Reading(true);

        lines("name,enabled,roles,attributes,address.country")
                .read(bytes("ok,yes,admin king,[1],a country too long"), reading);

        assertThat(reading.problems().stream().map(Body.Field::pointer))
                .containsExactly("/enabled", "/roles/1", "/attributes", "/address/country");
    }

    @Test
    void tellOfALineThatIsNone() {
        Reading tooMany = new Reading(true);
        Reading unclosed = new Reading(true);

        lines("name").read(bytes("a,b"), tooMany);
        lines("name").read(bytes("\"a"), unclosed);

        assertThat(tooMany.problems()).containsExactly(new Body.Field("", "has more cells than there are columns"));
        assertThat(unclosed.problems()).containsExactly(new Body.Field("", "is no line of CSV"));
    }

    @Test
    void haveNoColumnsThatNobodyKnowsOrThatComeTwice() {
        CsvLines.Header header = CsvLines.header(bytes("name,shoe_size,address,address.moon,name"), SHAPE);

        assertThat(((CsvLines.Header.Bad) header).problems().stream().map(Body.Field::pointer))
                .containsExactly("/shoe_size", "/address", "/address/moon", "/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 20", "-1", "@SUM(A1)", "\tx", "'=1", "''+", "plain", "'plain", "a=b"})
    void comeInAsTheyWentOutAndAreNoFormula(String value) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FileWriting writing = new FileWriting(file, FileFormat.CSV, SHAPE);
        writing.add(Map.of("name", value, "enabled", true, "attributes", new RawJson("{\"b\":\"x,y\"}")));
        writing.flush();
        List<String> rows = List.of(file.toString(UTF_8).split("\n", 2));

        Reading reading = new Reading(true);
        Fields fields = lines(rows.getFirst()).read(bytes(rows.getLast().strip()), reading);

        assertThat(reading.problems()).isEmpty();
        assertThat(fields.text("name")).contains(value);
        assertThat(fields.text("attributes")).contains("{\"b\":\"x,y\"}");
        assertThat(rows.getLast()).doesNotContainPattern("^\"?[=+@\t-]");
    }

    private static CsvLines lines(String header) {
        return ((CsvLines.Header.Good) CsvLines.header(bytes(header), SHAPE)).lines();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
