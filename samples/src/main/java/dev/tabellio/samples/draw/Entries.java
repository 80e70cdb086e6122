package dev.tabellio.samples.draw;

import dev.tabellio.document.BoundingBox;
import java.io.IOException;
import java.util.List;

/** What becomes of the values that are entered into a form. All texts are as printed; an empty text leaves it empty. */
interface Entries {

    /** One line. @return the box of what can be seen of it */
    BoundingBox line(Canvas canvas, BoundingBox area, Style style, String text) throws IOException;

    /** Several lines from the top of the area down. @return the box of each line */
    List<BoundingBox> lines(Canvas canvas, BoundingBox area, Style style, List<String> lines, double leading)
            throws IOException;

    /** One character in each of so many equal cells. @return the box around the characters */
    BoundingBox comb(Canvas canvas, BoundingBox area, Style style, String text, int cells) throws IOException;

    /** A box, ticked or not. */
    void tick(Canvas canvas, BoundingBox box, boolean ticked) throws IOException;
}
