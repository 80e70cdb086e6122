package dev.tabellio.samples.sets;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a PDF as far as labels need them: their size as displayed, and where user space lies on them. */
record PdfPages(Path file, List<Sheet> sheets) {

    /** @param rotation in degrees clockwise */
    record Sheet(PDRectangle cropBox, int rotation) {}

    PdfPages {
        sheets = List.copyOf(sheets);
    }

    /** @throws IOException if the file is not a PDF that can be opened */
    static PdfPages of(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            List<Sheet> sheets = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                sheets.add(new Sheet(page.getCropBox(), Math.floorMod(page.getRotation(), 360)));
            }
            return new PdfPages(file, sheets);
        }
    }

    /** All pages, each as a whole. */
    List<PageArea> areas() {
        List<PageArea> areas = new ArrayList<>();
        for (int page = 1; page <= sheets.size(); page++) {
            areas.add(area(page));
        }
        return areas;
    }

    /** @param page from 1 */
    PageArea area(int page) {
        Sheet sheet = sheets.get(page - 1);
        double width = sheet.cropBox().getWidth();
        double height = sheet.cropBox().getHeight();
        boolean lying = sheet.rotation() % 180 != 0;
        return new PageArea(page, new BoundingBox(0, 0, lying ? height : width, lying ? width : height));
    }

    /**
     * A rectangle of PDF user space as a box on the displayed page.
     *
     * @param page from 1
     * @param rectangle left, bottom, right, top in points, origin bottom-left
     * @throws IllegalArgumentException if the page is rotated
     */
    BoundingBox box(int page, List<Double> rectangle) {
        Sheet sheet = sheets.get(page - 1);
        if (sheet.rotation() != 0) {
            throw new IllegalArgumentException("%s, page %s: labels of a rotated page".formatted(file, page));
        }
        PDRectangle crop = sheet.cropBox();
        return new BoundingBox(
                rectangle.get(0) - crop.getLowerLeftX(),
                crop.getUpperRightY() - rectangle.get(3),
                rectangle.get(2) - crop.getLowerLeftX(),
                crop.getUpperRightY() - rectangle.get(1));
    }
}
