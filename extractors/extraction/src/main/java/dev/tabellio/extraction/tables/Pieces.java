package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a piece of a row. */
final class Pieces {

    private static final Pattern NUMBER =
            Pattern.compile("[$€£(+\\-–—]*\\s*[\\d.,]*\\d[\\d.,\\s]*[%)*a-z]{0,2}|[-–—:*.]+|n/?a|N/?A");

    private static final Pattern MARKER =
            Pattern.compile("\\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\\d{1,2}(?:\\.\\d{1,2})*)[.)]*|[•·▪●*\\-–—]");

    /** What numbers the parts of a contract, in words. */
    private static final Pattern PART = Pattern.compile(
            "(?:annex|appendix|article|attachment|clause|exhibit|part|schedule|section|anlage|anhang|artikel|abschnitt)\\s+\\w{1,4}[.:]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CAPTION = Pattern.compile(
            "(?:table|figure|exhibit|chart|tabelle|abbildung|tableau)\\s+(?:\\d+|[ivx]+)[\\d.\\-a-z]*[.:]?(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTE =
            Pattern.compile("(?:sources?|notes?|quellen?|anmerkung|remarks?)\\s*:.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?:[-/]\\d{2,4})?");

    private Pieces() {}

    /** Whether a row is the title of a table: a name for such things and a number, in English, German or French. */
    static boolean isCaption(Page page, TextRow row) {
        return CAPTION.matcher(text(page, row)).matches();
    }

    /** Whether a row says where a table is from or remarks on it. */
    static boolean isNote(Page page, TextRow row) {
        return NOTE.matcher(text(page, row)).matches();
    }

    private static String text(Page page, TextRow row) {
        return row.pieces().stream().map(piece -> text(page, piece)).collect(Collectors.joining(" "));
    }

    static String text(Page page, Piece piece) {
        return piece.words().stream().map(i -> page.words().get(i).text()).collect(Collectors.joining(" "));
    }

    static boolean isNumber(Page page, Piece piece) {
        return NUMBER.matcher(text(page, piece)).matches();
    }

    /** Index of the first row with numbers behind its first piece, half of what stands there at least; 0 if there is none. */
    static int firstData(Page page, List<TextRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            List<Piece> pieces = rows.get(i).pieces();
            List<Piece> behind = pieces.subList(Math.min(1, pieces.size()), pieces.size());
            long numbers =
                    behind.stream().filter(piece -> isNumber(page, piece)).count();
            if (numbers > 0
                    && 2 * numbers >= behind.size()
                    && !behind.stream().allMatch(piece -> isYear(page, piece))) {
                return i;
            }
        }
        return 0;
    }

    /** Years stand above columns. */
    static boolean isYear(Page page, Piece piece) {
        return YEAR.matcher(text(page, piece)).matches();
    }

    /** Whether a row is a text with its number or mark before it, as clauses and lists have it. */
    static boolean isItem(Page page, TextRow row) {
        Piece first = row.pieces().get(0);
        return row.pieces().size() == 2
                && !isNumber(page, row.pieces().get(1))
                && (isMarker(page, first) || PART.matcher(text(page, first)).matches());
    }

    /** Whether it numbers or marks an item of a list. */
    static boolean isMarker(Page page, Piece piece) {
        return MARKER.matcher(text(page, piece)).matches();
    }
}
