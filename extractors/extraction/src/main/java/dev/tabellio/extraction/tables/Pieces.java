package dev.tabellio.extraction.tables;

import dev.tabellio.document.Page;
import dev.tabellio.extraction.tables.TextRow.Piece;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a piece of a row. */
final class Pieces {

    private static final Pattern NUMBER =
            Pattern.compile("[$€£(+\\-–—]*\\s*[\\d.,]*\\d[\\d.,\\s]*[%)*a-z]{0,2}|[-–—:*.]+|n/?a|N/?A");

    private static final Pattern MARKER =
            Pattern.compile("\\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\\d{1,2}(?:\\.\\d{1,2})*)[.)]*|[•·▪●*\\-–—]");

    private Pieces() {}

    static String text(Page page, Piece piece) {
        return piece.words().stream().map(i -> page.words().get(i).text()).collect(Collectors.joining(" "));
    }

    static boolean isNumber(Page page, Piece piece) {
        return NUMBER.matcher(text(page, piece)).matches();
    }

    /** Whether it numbers or marks an item of a list. */
    static boolean isMarker(Page page, Piece piece) {
        return MARKER.matcher(text(page, piece)).matches();
    }
}
