package dev.tabellio.samples.fill;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * An interactive form that nobody has filled.
 *
 * @param title as the file's properties have it, such as {@code 2024 Schedule SE (Form 1040)}; may be empty
 * @param print what the pages print
 * @param sheets the pages, as displayed
 * @param widgets in the form's order; fields with no room, without a page or that cannot be written are left out
 */
record BlankForm(String title, String print, List<PageArea> sheets, List<Widget> widgets) {

    /** In points: the forms keep lines that are printed as fields of no width. */
    private static final double ROOM = 6;

    BlankForm {
        sheets = List.copyOf(sheets);
        widgets = List.copyOf(widgets);
    }

    /**
     * A place to enter something.
     *
     * @param field its full name
     * @param says its description for readers who cannot see it, on one line; empty if there is none
     * @param page from 1
     * @param box on the page as displayed
     * @param tick whether it is a box to tick
     * @param room how many characters fit; empty if any number
     */
    record Widget(String field, String says, int page, BoundingBox box, boolean tick, Optional<Integer> room) {}

    /**
     * Reads a form.
     *
     * @return empty if the file has no fields
     * @throws IOException if it is not a PDF that can be opened
     */
    static Optional<BlankForm> of(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                return Optional.empty();
            }
            Map<String, String> descriptions = XfaDescriptions.of(form);
            List<Widget> widgets = new ArrayList<>();
            for (PDField field : form.getFieldTree()) {
                boolean entered = field instanceof PDTextField || field instanceof PDCheckBox;
                if (entered && !field.isReadOnly()) {
                    widget(pdf, (PDTerminalField) field, descriptions).ifPresent(widgets::add);
                }
            }
            List<PageArea> sheets = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                PDRectangle box = page.getCropBox();
                sheets.add(new PageArea(sheets.size() + 1, new BoundingBox(0, 0, box.getWidth(), box.getHeight())));
            }
            return Optional.of(new BlankForm(
                    Objects.requireNonNullElse(pdf.getDocumentInformation().getTitle(), ""),
                    new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "),
                    sheets,
                    widgets));
        }
    }

    /** The year in the title. */
    Optional<Integer> year() {
        String first = title.strip().split(" ", 2)[0];
        return first.matches("20\\d\\d") ? Optional.of(Integer.valueOf(first)) : Optional.empty();
    }

    /** The title without the year, in small letters. */
    String name() {
        return title.strip().replaceFirst("^20\\d\\d ", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Widget> widget(PDDocument pdf, PDTerminalField field, Map<String, String> descriptions) {
        List<PDAnnotationWidget> places = field.getWidgets();
        if (places.size() != 1 || places.get(0).getPage() == null) {
            return Optional.empty();
        }
        PDAnnotationWidget place = places.get(0);
        PDPage page = place.getPage();
        PDRectangle area = place.getRectangle();
        PDRectangle sheet = page.getCropBox();
        if (page.getRotation() != 0 || area == null || area.getWidth() < ROOM || area.getHeight() < ROOM / 2) {
            return Optional.empty();
        }
        String name = field.getFullyQualifiedName();
        String tooltip = field.getAlternateFieldName();
        String says = tooltip == null || tooltip.isBlank() ? descriptions.getOrDefault(name, "") : tooltip;
        int most = field instanceof PDTextField text ? text.getMaxLen() : 0;
        return Optional.of(new Widget(
                name,
                spelled(says),
                pdf.getPages().indexOf(page) + 1,
                new BoundingBox(
                        area.getLowerLeftX() - sheet.getLowerLeftX(),
                        sheet.getUpperRightY() - area.getUpperRightY(),
                        area.getUpperRightX() - sheet.getLowerLeftX(),
                        sheet.getUpperRightY() - area.getLowerLeftY()),
                field instanceof PDCheckBox,
                most > 0 ? Optional.of(most) : Optional.empty()));
    }

    /** Abbreviations are written letter by letter, for voices: {@code S S N}. */
    private static String spelled(String says) {
        return says.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("(?<=\\b[A-Z]) (?=[A-Z]\\b)", "")
                .replace("\u2019", "'");
    }
}
