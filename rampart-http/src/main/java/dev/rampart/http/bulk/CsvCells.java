package dev.rampart.http.bulk;

import java.util.regex.Pattern;

/**
 * Values as they stand in the cells of a CSV file.
 *
 * <p>A spreadsheet takes what begins with an equals sign and the like for a formula, and computes it. Such a value gets
 * an apostrophe before it when it is written, and loses it when it is read: what goes out comes in as it was.
 */
final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private CsvCells() {}

    static String written(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
