package dev.rampart.http.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.bulk.Records.Raw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordsTest {

    @Test
    void areLinesWithTheirNumbers() throws IOException {
        assertThat(texts(FileFormat.JSON_LINES, "{\"a\":1}\n{\"b\":2}\r\n\n\r\n{\"c\":3}"))
                .containsExactly("1:{\"a\":1}", "2:{\"b\":2}", "5:{\"c\":3}");
    }

    @Test
    void areNoneInAnEmptyFile() throws IOException {
        assertThat(texts(FileFormat.JSON_LINES, "")).isEmpty();
        assertThat(texts(FileFormat.CSV, "\n\r\n\n")).isEmpty();
    }

    @Test
    void beginBehindAByteOrderMark() throws IOException {
        assertThat(texts(FileFormat.CSV, "\ufeffusername\nada\n")).containsExactly("1:username", "2:ada");
        assertThat(texts(FileFormat.CSV, "a")).containsExactly("1:a");
    }

    @Test
    void haveLineBreaksBetweenQuotesIfTheyAreCsv() throws IOException {
        assertThat(texts(FileFormat.CSV, "a,\"b\nc\"\"d\ne\"\nf\n")).containsExactly("1:a,\"b\nc\"\"d\ne\"", "4:f");
        assertThat(texts(FileFormat.JSON_LINES, "a\"b\nc\"")).containsExactly("1:a\"b", "2:c\"");
    }

    /** As a line that is not right: it keeps none of those behind it. */
    @Test
    void endWithTheirLineIfAQuoteStandsInTheMiddleOfACell() throws IOException {
        assertThat(texts(FileFormat.CSV, "a,5\" disk\nb\n\"\",c\nd"))
                .containsExactly("1:a,5\" disk", "2:b", "3:\"\",c", "4:d");
    }

    @Test
    void areCutWhereTheyAreTooLongAndGoOnBehind() throws IOException {
        String fits = "x".repeat(Records.BYTES_MAX);
        Records records = records(FileFormat.CSV, fits + "\n" + fits + "y\nnext\n");

        assertThat(records.next()).map(Raw::tooLong).contains(false);
        assertThat(records.next()).map(Raw::tooLong).contains(true);
        assertThat(records.next()).map(Raw::line).contains(3L);
        assertThat(records.next()).isEmpty();
    }

    /** One quote too many swallows no more than one record may be long. */
    @Test
    void endSomewhereEvenIfAQuoteIsNeverClosed() throws IOException {
        String row = "name,\"" + "x".repeat(1000) + "\n";
        Records records = records(FileFormat.CSV, row + "a,b\n".repeat(Records.BYTES_MAX) + "last\n");

        Raw first = records.next().orElseThrow();
        assertThat(first.tooLong()).isTrue();
        assertThat(first.bytes()).hasSize(Records.BYTES_MAX);
        assertThat(records.next()).map(Raw::tooLong).contains(false);
    }

    private static List<String> texts(FileFormat format, String file) throws IOException {
        Records records = records(format, file);
        List<String> texts = new ArrayList<>();
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            texts.add(raw.get().line() + ":" + new String(raw.get().bytes(), UTF_8).strip());
        }
        return texts;
    }

    private static Records records(FileFormat format, String file) throws IOException {
        return new Records(new ByteArrayInputStream(file.getBytes(UTF_8)), format);
    }
}
