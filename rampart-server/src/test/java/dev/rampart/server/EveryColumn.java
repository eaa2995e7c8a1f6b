package dev.rampart.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Everything that lies in the database, column by column, as it is and as it can be decoded. */
final class EveryColumn {

    /** Each table with its columns as an array of texts, those of bytes in hexadecimal digits. */
    private static final String TABLES = """
            SELECT c.oid::regclass::text, string_agg(quote_ident(attname), ' ' ORDER BY attnum),
                string_agg(CASE WHEN atttypid = 'bytea'::regtype THEN format('encode(%1$I, ''hex'')', attname)
                    ELSE format('%1$I::text', attname) END, ', ' ORDER BY attnum)
            FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
            WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
            GROUP BY c.oid""";

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_=-]{8,}");

    private EveryColumn() {}

    /** The columns, as {@code table.column}, in which one of these words stands somewhere, however it is written. */
    static Set<String> that(List<String> words) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (List<String> table : Tables.query(TABLES)) {
            List<String> columns = List.of(table.get(1).split(" ", -1));
            for (List<String> row : Tables.query("SELECT %s FROM %s".formatted(table.get(2), table.getFirst()))) {
                IntStream.range(0, columns.size())
                        .filter(column -> stands(words, row.get(column)))
                        .forEach(column -> found.add(table.getFirst() + "." + columns.get(column)));
            }
        }
        return found;
    }

    /** How many columns are looked at. */
    static int count() throws SQLException {
        return Tables.query(TABLES).stream()
                .mapToInt(table -> table.get(1).split(" ", -1).length)
                .sum();
    }

    private static boolean stands(List<String> words, String value) {
        return readings(value).stream()
                .map(reading -> reading.toLowerCase(Locale.ROOT))
                .anyMatch(reading -> words.stream().anyMatch(reading::contains));
    }

    private static List<String> readings(String value) {
        List<String> readings = new ArrayList<>(List.of(value));
        if (HEX.matcher(value).matches()) {
            byte[] bytes = HexFormat.of().parseHex(value);
            readings.add(new String(bytes, UTF_8));
            readings.add(new String(bytes, ISO_8859_1));
        }
        readings.add(percentDecoded(value));
        ENCODED.matcher(value).results().forEach(match -> readings.add(base64Decoded(match.group())));
        return readings;
    }

    private static String percentDecoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String base64Decoded(String value) {
        try {
            return new String(
                    Base64.getUrlDecoder()
                            .decode(value.replace('+', '-').replace('/', '_').replace("=", "")),
                    UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
