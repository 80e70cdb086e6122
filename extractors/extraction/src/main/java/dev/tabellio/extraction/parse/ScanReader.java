package dev.tabellio.extraction.parse;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.Signature;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.CellFinder;
import dev.tabellio.extraction.geometry.TextArrangement;
import dev.tabellio.extraction.image.GreyImage;
import dev.tabellio.extraction.image.PageScan;
import dev.tabellio.extraction.image.Skew;
import dev.tabellio.extraction.image.UprightFrame;
import dev.tabellio.extraction.ocr.NoOcr;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.ocr.OcrImage;
import dev.tabellio.extraction.ocr.PageOrientation;
import dev.tabellio.extraction.pdf.PagePixels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a page from its picture. The page is set upright and straight first; words, lines and cells are found there and
 * brought back to the displayed page.
 *
 * <p>The orientation is asked for only where there is doubt (the profile looks sideways, or what was read makes little
 * sense), because telling it costs a third of reading a page.
 */
final class ScanReader {

    /** Skew in degrees below which turning blurs more than it straightens: half a pixel over a word at 300 dpi. */
    private static final double STRAIGHT = 0.12;

    /**
     * Mean confidence of words with letters below which a reading is doubted. Upright scans of the test sets are above 0.7,
     * pages on their head or side below 0.45 (2026-11-20).
     */
    private static final double DOUBTFUL = 0.6;

    /**
     * Resolution of a scan below which a page of text is recognised with the shades of its strokes, enlarged: evening the
     * paper thins strokes of few pixels. Eight contract pages, share of words found, and evened: at 150 dpi 0.974 and 0.967,
     * at 200 dpi 0.979 and 0.980 with fewer that are wrong, at 300 dpi 0.982 and 0.987. The shades are those in even light:
     * of photographs 0.948 are found so and 0.748 as they are (2026-11-21).
     */
    private static final int FINE = 250;

    private static final int ENLARGED = 300;

    private static final Pattern MARK_INSIDE = Pattern.compile("!(?=\\p{Ll})");

    /** Fewest characters of a reading that is not doubted. */
    private static final int FEW_CHARACTERS = 12;

    /** In points: small letters without ascenders in 3-point print are 1.5 points high. */
    private static final double LOWEST_LETTERS = 1.5;

    private final OcrEngine ocr;
    private final FileLanguage language;

    /** A reader of the pages of one file. */
    ScanReader(OcrEngine ocr) {
        this.ocr = ocr;
        this.language = new FileLanguage(ocr);
    }

    /** Whether pictures can be read at all. */
    boolean canRead() {
        return !(ocr instanceof NoOcr);
    }

    /**
     * What else is known of the page.
     *
     * @param fieldWords words of form fields
     */
    record Known(List<Word> fieldWords, List<Checkbox> widgets, List<FormField> fields) {
        static final Known NOTHING = new Known(List.of(), List.of(), List.of());
    }

    /** One way of looking at the page, upright. */
    private record Look(UprightFrame frame, GreyImage picture, PageScan scan, List<Word> words) {
        double characters() {
            return words.stream()
                    .filter(ScanReader::isLegible)
                    .mapToInt(word -> word.text().length())
                    .sum();
        }

        double confidence() {
            return words.stream()
                    .filter(ScanReader::isLegible)
                    .mapToDouble(Word::confidence)
                    .average()
                    .orElse(0);
        }

        double sense() {
            return characters() * confidence() * confidence();
        }

        boolean isDoubtful() {
            return characters() < FEW_CHARACTERS || confidence() < DOUBTFUL;
        }
    }

    /**
     * @param number from 1
     * @param picture of the displayed page
     * @param width of the page in points
     * @param height of the page in points
     */
    Page page(int number, PagePixels picture, double width, double height, Known known) {
        if (picture.paper() == 1) {
            return read(number, picture, width, height, known);
        }
        double enlargement = picture.enlargement();
        Page onPaper = read(
                number, picture.ofPaper(), width * enlargement, height * enlargement, PageScale.of(known, enlargement));
        return PageScale.of(onPaper, width, height);
    }

    private Page read(int number, PagePixels picture, double width, double height, Known known) {
        Look look = look(picture, width, height);
        UprightFrame frame = look.frame();
        List<Word> words = words(look);
        BoundingBox bounds = new BoundingBox(0, 0, frame.uprightWidth(), frame.uprightHeight());
        TextArrangement upright = TextArrangement.of(words, look.scan().rulings());
        List<Word> displayed = upright.words().stream()
                .map(word -> word.at(frame.displayed(word.box())))
                .toList();
        TextArrangement arrangement = withFields(displayed, upright.lines(), known.fieldWords());
        List<BoundingBox> cells = CellFinder.cells(look.scan().rulings(), bounds).stream()
                .map(frame::displayed)
                .toList();
        List<Checkbox> checkboxes = checkboxes(look, known.widgets());
        List<Signature> signatures = ScannedSignatures.on(upright, look.scan(), bounds).stream()
                .map(signature -> signature.at(frame.displayed(signature.box())))
                .toList();
        boolean blank = arrangement.words().isEmpty()
                && checkboxes.isEmpty()
                && look.scan().isBlank();
        return new Page(
                        number,
                        width,
                        height,
                        blank ? PageReading.BLANK : PageReading.OCR,
                        arrangement.words(),
                        arrangement.lines(),
                        cells,
                        checkboxes,
                        known.fields(),
                        List.of(),
                        frame.reading(),
                        null)
                .withSignatures(signatures);
    }

    private Look look(PagePixels picture, double width, double height) {
        Skew skew = Skew.of(picture.image(), picture.dpi());
        if (skew.sideways()) {
            PageOrientation orientation = ocr.orientation(image(picture.image(), picture.dpi()));
            int quarters = orientation.degrees() / 90;
            Look turned = look(picture, quarters, width, height);
            List<Integer> others = quarters == 0 ? List.of(1, 3) : List.of(0);
            return orientation.equals(PageOrientation.UNKNOWN) ? turned : best(picture, width, height, turned, others);
        }
        Look first = look(picture, new UprightFrame(0, straightening(skew), width, height));
        if (!first.isDoubtful() || first.scan().isBlank()) {
            return first;
        }
        PageOrientation orientation = ocr.orientation(image(picture.image(), picture.dpi()));
        return best(picture, width, height, first, List.of(orientation.degrees() / 90));
    }

    private Look best(PagePixels picture, double width, double height, Look first, List<Integer> others) {
        Look best = first;
        for (int quarters : others) {
            if (quarters != first.frame().quarters() && best.isDoubtful()) {
                Look other = look(picture, quarters, width, height);
                best = other.sense() > best.sense() ? other : best;
            }
        }
        return best;
    }

    private Look look(PagePixels picture, int quarters, double width, double height) {
        double degrees = straightening(Skew.of(picture.image().turned(quarters), picture.dpi()));
        return look(picture, new UprightFrame(quarters, degrees, width, height));
    }

    private static double straightening(Skew skew) {
        return Math.abs(skew.degrees()) < STRAIGHT ? 0 : skew.degrees();
    }

    private Look look(PagePixels picture, UprightFrame frame) {
        GreyImage upright = frame.upright(picture.image());
        PageScan scan = PageScan.of(upright, picture.dpi());
        Function<OcrEngine, List<Word>> recognition = recognition(picture, upright, scan);
        Look look = new Look(frame, upright, scan, recognition.apply(language.engine()));
        return look.isDoubtful() ? look : new Look(frame, upright, scan, language.chooseBy(recognition, look.words()));
    }

    /** A page with few lines is one of text; a part of a page may be a chart, whose words stand anywhere. */
    private static Function<OcrEngine, List<Word>> recognition(PagePixels picture, GreyImage upright, PageScan scan) {
        if (scan.isForm()) {
            OcrImage form = image(scan.text(), picture.dpi());
            return engine -> engine.recognise(form);
        }
        OcrImage text = picture.scannedDpi() < FINE
                ? enlarged(scan.shaded(upright), picture.dpi())
                : image(scan.text(), picture.dpi());
        return engine -> picture.whole() ? engine.recogniseText(text) : engine.recognise(text);
    }

    /** What was read, and what a second look made of it. */
    private List<Word> words(Look look) {
        return new SecondLook(language.engine())
                .words(
                        look.scan(),
                        look.picture(),
                        look.words().stream()
                                .filter(ScanReader::isText)
                                .map(ScanReader::withoutMarkInside)
                                .toList());
    }

    /**
     * Leaders, remains of lines and dirt come out as unsure words without a letter or digit, or as words too low for
     * letters. Unsure words of a letter or two are mostly dirt on contracts (12 of 13 on 14 pages at 300 dpi), but initials of
     * names on forms; they stay (2026-11-21).
     */
    private static boolean isText(Word word) {
        return word.confidence() >= DOUBTFUL
                || (hasLetterOrDigit(word) && word.box().height() >= LOWEST_LETTERS);
    }

    /** No word has an exclamation mark before a small letter: it is an l with a speck or a gap. */
    private static Word withoutMarkInside(Word word) {
        return word.text().indexOf('!') < 0
                ? word
                : new Word(
                        MARK_INSIDE.matcher(word.text()).replaceAll("l"), word.box(), word.origin(), word.confidence());
    }

    /** Whether a word says enough to tell its reading from dirt. */
    static boolean isLegible(Word word) {
        return word.text().codePoints().filter(Character::isLetterOrDigit).count() >= 2;
    }

    static boolean hasLetterOrDigit(Word word) {
        return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static OcrImage enlarged(GreyImage image, int dpi) {
        double scale = Math.max(1, (double) ENLARGED / dpi);
        return image(
                image.scaled((int) Math.round(image.width() * scale), (int) Math.round(image.height() * scale)),
                (int) Math.round(dpi * scale));
    }

    private static OcrImage image(GreyImage image, int dpi) {
        return new OcrImage(image.pixels(), image.width(), image.height(), dpi);
    }

    /** The values of form fields stand on lines of their own: they are not in the picture. */
    private static TextArrangement withFields(List<Word> words, List<TextLine> lines, List<Word> fieldWords) {
        if (fieldWords.isEmpty()) {
            return new TextArrangement(words, rebuilt(words, lines, 0));
        }
        TextArrangement fields = TextArrangement.of(fieldWords, List.of());
        List<Word> all = new ArrayList<>(words);
        all.addAll(fields.words());
        List<TextLine> allLines = new ArrayList<>(rebuilt(words, lines, 0));
        allLines.addAll(rebuilt(fields.words(), fields.lines(), words.size()));
        return new TextArrangement(all, allLines);
    }

    private static List<TextLine> rebuilt(List<Word> words, List<TextLine> lines, int offset) {
        return lines.stream()
                .map(line -> new TextLine(
                        BoundingBox.around(line.words().stream()
                                .map(i -> words.get(i).box())
                                .toList()),
                        line.words().stream().map(i -> i + offset).toList()))
                .toList();
    }

    private static List<Checkbox> checkboxes(Look look, List<Checkbox> widgets) {
        List<Checkbox> all = new ArrayList<>(widgets);
        for (Checkbox seen : look.scan().checkboxes()) {
            BoundingBox box = look.frame().displayed(seen.box());
            if (widgets.stream().noneMatch(widget -> widget.box().intersects(box))) {
                all.add(new Checkbox(box, seen.selected(), seen.origin(), seen.confidence()));
            }
        }
        all.sort(
                Comparator.comparingDouble((Checkbox checkbox) -> checkbox.box().top())
                        .thenComparingDouble(checkbox -> checkbox.box().left()));
        return all;
    }
}
