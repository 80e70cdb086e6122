package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Signature;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.image.PageScan;
import dev.tabellio.extraction.signatures.SignatureFinder;
import java.util.List;

/** Places to sign on a page that was read from its picture. */
final class ScannedSignatures {

    /**
     * Confidence from which a recognised word is print: of strokes of a pen, recognition makes words too, and is not sure of
     * them.
     */
    private static final double PRINT = 0.75;

    private ScannedSignatures() {}

    /**
     * Finds them.
     *
     * @param upright what was read, as the page lies upright
     * @param bounds of the upright page
     * @return boxes on the upright page
     */
    static List<Signature> on(TextArrangement upright, PageScan scan, BoundingBox bounds) {
        List<BoundingBox> print = upright.words().stream()
                .filter(word -> word.confidence() >= PRINT)
                .map(Word::box)
                .toList();
        return SignatureFinder.find(
                upright.words(),
                upright.lines(),
                scan.rulings(),
                CellFinder.cells(scan.rulings(), bounds),
                List.of(),
                area -> scan.isWrittenOn(area, print) ? Signature.Mark.INK : Signature.Mark.EMPTY,
                bounds);
    }
}
