package dev.tabellio.samples.forms;

import dev.tabellio.samples.draw.DocumentPen;
import java.io.IOException;

/** Puts a wage statement onto an area of the pen's page. */
public interface W2Layout {

    /**
     * @param left of the area's top-left corner, in points
     * @param top of the area's top-left corner, in points
     * @param copy which copy it is: B, C or 2
     */
    void draw(DocumentPen pen, Look look, double left, double top, String copy) throws IOException;
}
