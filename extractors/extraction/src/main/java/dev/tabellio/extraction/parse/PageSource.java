package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Page;
import dev.tabellio.extraction.pdf.EmbeddedFiles;
import dev.tabellio.extraction.pdf.PagePixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** An open file whose pages can be read, by one thread at a time. */
interface PageSource extends AutoCloseable {

    int pages();

    /** Size of a displayed page in points; pages are numbered from 1. */
    BoundingBox bounds(int number) throws IOException;

    /**
     * Reads one page.
     *
     * @param number from 1
     * @throws IOException if the page is damaged
     */
    Page read(int number) throws IOException;

    /** What is in the file without showing on the pages that were read up to now, in the order of the pages. */
    List<HiddenText> hidden();

    /** Files inside the file, and other content that its pages only stand for; nothing unless the kind of file can have it. */
    default EmbeddedFiles embedded() {
        return EmbeddedFiles.NONE;
    }

    /**
     * The page in colour, as displayed, at any resolution that shows what is what.
     *
     * @param number from 1
     * @throws IOException if the page is damaged
     */
    BufferedImage picture(int number) throws IOException;

    /**
     * The displayed page as text is recognised in it.
     *
     * @param number from 1
     * @throws IOException if the page is damaged
     */
    PagePixels pixels(int number) throws IOException;

    @Override
    void close() throws IOException;
}
