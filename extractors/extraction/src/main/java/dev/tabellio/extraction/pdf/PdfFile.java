package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.HiddenText.Why;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Word;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** An open PDF. To be used by one thread at a time, since PDFBox shares its object cache without locks. */
public final class PdfFile implements AutoCloseable {

    /** Annotations that print something of their own on the page. Links, pop-ups and widgets are not among them. */
    private static final Set<String> PRINTED = Set.of(
            "FreeText",
            "Stamp",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Ink",
            "Highlight",
            "Underline",
            "StrikeOut",
            "Redact",
            "Watermark");

    /** Pages beyond which the page tree is not followed further. */
    private static final int MOST_PAGES = 100_000;

    private final PDDocument document;
    private final PageRenderer renderer;
    private final Layers layers;
    private final List<PDPage> pages = new ArrayList<>();

    private PdfFile(PDDocument document) {
        this.document = document;
        renderer = new PageRenderer(document);
        layers = new Layers(document.getDocumentCatalog().getOCProperties());
        for (PDPage page : document.getPages()) {
            pages.add(page);
            if (pages.size() >= MOST_PAGES) {
                break;
            }
        }
    }

    /**
     * Opens a file. It is read from disk as needed and never written.
     *
     * @throws PasswordRequiredException if it does not open with the empty password
     * @throws IOException if it is damaged beyond opening
     */
    public static PdfFile open(Path path) throws IOException {
        PDDocument document = load(path);
        try {
            return new PdfFile(document);
        } catch (RuntimeException | StackOverflowError e) {
            document.close();
            throw e;
        }
    }

    private static PDDocument load(Path path) throws IOException {
        try {
            return Loader.loadPDF(path.toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new PasswordRequiredException("it needs a password", e);
        } catch (NoClassDefFoundError e) {
            // PDFBox decrypts for certificates with BouncyCastle, which is not on board: there is no private key
            // either.
            throw new PasswordRequiredException("it needs the private key of its recipient", e);
        }
    }

    /** The files inside the file, and other content that its pages only stand for. */
    public EmbeddedFiles embedded() {
        return EmbeddedFiles.of(document, pages);
    }

    /** Pages that are really in the page tree, whatever its counts say. */
    public int pages() {
        return pages.size();
    }

    /** Size of a displayed page in points, Letter if it does not say; pages are numbered from 1. */
    public BoundingBox bounds(int number) {
        return PageFrame.of(pages.get(number - 1)).bounds();
    }

    /**
     * Reads one page.
     *
     * @param number from 1
     * @param limit after which reading ends
     * @throws IOException if the page is damaged or takes too long
     */
    public PageContent read(int number, Duration limit) throws IOException {
        PDPage page = pages.get(number - 1);
        PageFrame frame = PageFrame.of(page);
        ContentCollector content = collect(page, frame, limit);

        List<Glyph> covered = new ArrayList<>();
        List<Glyph> visible = uncovered(content, covered);
        List<Glyph> printed = visible.stream().filter(glyph -> !glyph.blank()).toList();
        CheckboxFinder.Found drawn = CheckboxFinder.find(content.drawing(), printed);
        PageWidgets widgets = PageWidgets.of(page, frame, layers, isRedrawn());
        Set<Glyph> marks = Collections.newSetFromMap(new IdentityHashMap<>());
        marks.addAll(drawn.marks());
        List<Word> words = new ArrayList<>(WordAssembly.words(
                visible.stream().filter(glyph -> !marks.contains(glyph)).toList(),
                content.drawing().rulings()));
        words.addAll(widgets.words());
        return new PageContent(
                frame.width(),
                frame.height(),
                words,
                hidden(content, covered, widgets),
                content.drawing().rulings(),
                checkboxes(widgets.checkboxes(), drawn.checkboxes()),
                widgets.fields(),
                ImageTiles.joined(
                        content.images().stream().map(image -> box(image.box())).toList()),
                content.drawing().strokes().stream().map(PdfFile::box).toList(),
                widgets.signatures(),
                content.shapes(),
                printed.size(),
                content.unmapped().stream().map(PdfFile::box).toList());
    }

    /** Whether viewers draw the values of form fields anew, whatever is drawn in the file. */
    private boolean isRedrawn() {
        return document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.ACRO_FORM)
                        instanceof COSDictionary form
                && form.getBoolean(COSName.NEED_APPEARANCES, false);
    }

    private static Map<Why, List<Word>> hidden(ContentCollector content, List<Glyph> covered, PageWidgets widgets) {
        Map<Why, List<Word>> hidden = new EnumMap<>(Why.class);
        content.hidden()
                .forEach((why, glyphs) -> hidden.put(why, new ArrayList<>(WordAssembly.words(glyphs, List.of()))));
        hidden.computeIfAbsent(Why.COVERED, any -> new ArrayList<>()).addAll(WordAssembly.words(covered, List.of()));
        widgets.hidden()
                .forEach((why, words) ->
                        hidden.computeIfAbsent(why, any -> new ArrayList<>()).addAll(words));
        hidden.values().removeIf(List::isEmpty);
        return hidden;
    }

    /**
     * What annotations of a page say when somebody opens them: notes, and those that are switched off.
     *
     * @param number from 1
     */
    public List<HiddenText> notes(int number) {
        return PageNotes.of(pages.get(number - 1), number, PRINTED);
    }

    /** Title, subject and keywords of the file. */
    public List<HiddenText> properties() {
        PDDocumentInformation information = document.getDocumentInformation();
        List<HiddenText> properties = new ArrayList<>();
        for (COSName key : List.of(COSName.TITLE, COSName.SUBJECT, COSName.KEYWORDS)) {
            String text = information.getCOSObject().getString(key);
            if (text != null && !text.isBlank()) {
                properties.add(new HiddenText(0, Why.METADATA, text.strip(), null));
            }
        }
        return properties;
    }

    /**
     * The picture of a page for OCR: grey, at the resolution of the scan if the page is one, else at the wanted one; without
     * the values of form fields.
     *
     * @param number from 1
     * @param content what {@link #read} gave for the page
     * @param limit after which reading ends
     */
    public PagePixels pixels(int number, PageContent content, int dpi, Duration limit) throws IOException {
        PDPage page = pages.get(number - 1);
        PageFrame frame = PageFrame.of(page);
        List<PlacedImage> images = content.images().isEmpty()
                ? List.of()
                : collect(page, frame, limit).images();
        boolean onlyImages = content.words().stream().noneMatch(word -> word.origin() == Origin.TEXT_LAYER)
                && content.rulings().isEmpty();
        int quarters = Math.floorMod(page.getRotation(), 360) / 90;
        return renderer.pixels(number, frame, images, onlyImages, quarters, dpi, limit);
    }

    /**
     * The picture of a page in colour, as displayed, with the values of form fields.
     *
     * @param number from 1
     */
    public BufferedImage picture(int number, int dpi) throws IOException {
        return renderer.picture(number, PageFrame.of(pages.get(number - 1)), dpi);
    }

    private ContentCollector collect(PDPage page, PageFrame frame, Duration limit) throws IOException {
        Deadline deadline = Deadline.in(limit);
        ContentCollector content = new ContentCollector(page, frame, layers, deadline);
        content.processPage(new WholePage(page, deadline));
        content.completeness().requireWhole();
        annotations(page, content);
        content.completeness().requireAll();
        return content;
    }

    private void annotations(PDPage page, ContentCollector content) {
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) == null) {
            return;
        }
        try {
            for (PDAnnotation annotation : page.getAnnotations(a -> PRINTED.contains(a.getSubtype()))) {
                if (!annotation.isHidden() && !annotation.isNoView()) {
                    if (annotation.getNormalAppearanceStream() == null) {
                        annotation.constructAppearances(document);
                    }
                    content.showAnnotation(annotation);
                }
            }
            grounds(page, content);
        } catch (IOException | RuntimeException e) {
            // Damaged annotations are left out, as viewers do; the page's own content stands.
            return;
        }
    }

    /** Form fields with a ground of their own are laid over what is printed below them. */
    private static void grounds(PDPage page, ContentCollector content) throws IOException {
        for (PDAnnotation widget :
                page.getAnnotations(a -> COSName.WIDGET.getName().equals(a.getSubtype()))) {
            PDRectangle rectangle = widget.getRectangle();
            if (rectangle == null || widget.isHidden() || widget.isNoView()) {
                continue;
            }
            PageFrame frame = PageFrame.of(page);
            Widget field = new Widget(widget.getCOSObject(), frame.displayed(rectangle), frame.unit());
            if (!field.isCheckbox()
                    && content.visible().stream().anyMatch(glyph -> field.box().containsCenterOf(box(glyph.box())))) {
                content.showGround(widget);
            }
        }
    }

    /** Moves glyphs that something opaque was painted over to the hidden ones. */
    private static List<Glyph> uncovered(ContentCollector content, List<Glyph> hidden) {
        List<Cover> covers = content.drawing().covers();
        if (covers.isEmpty()) {
            return content.visible();
        }
        List<Cover> byOrder = covers.stream()
                .sorted(Comparator.comparingInt(Cover::order).reversed())
                .toList();
        List<Glyph> visible = new ArrayList<>(content.visible().size());
        for (Glyph glyph : content.visible()) {
            (isCovered(glyph, byOrder) ? hidden : visible).add(glyph);
        }
        return visible;
    }

    private static boolean isCovered(Glyph glyph, List<Cover> latestFirst) {
        double x = glyph.box().getCenterX();
        double y = glyph.box().getCenterY();
        for (Cover cover : latestFirst) {
            if (cover.order() < glyph.order()) {
                return false;
            }
            if (cover.box().contains(x, y) && cover.hides(glyph.box())) {
                return true;
            }
        }
        return false;
    }

    /** A widget and the square that is drawn around it are one checkbox: the widget knows its state. */
    private static List<Checkbox> checkboxes(List<Checkbox> widgets, List<Checkbox> drawn) {
        List<Checkbox> all = new ArrayList<>(widgets);
        for (Checkbox square : drawn) {
            if (widgets.stream()
                    .noneMatch(widget -> widget.box().containsCenterOf(square.box())
                            || square.box().containsCenterOf(widget.box()))) {
                all.add(square);
            }
        }
        all.sort(
                Comparator.comparingDouble((Checkbox checkbox) -> checkbox.box().top())
                        .thenComparingDouble(checkbox -> checkbox.box().left()));
        return all;
    }

    private static BoundingBox box(Rectangle2D.Double box) {
        return new BoundingBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
