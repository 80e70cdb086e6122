package dev.tabellio.extraction.corroboration;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.ocr.OcrEngine;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.UprightPictures;
import dev.tabellio.extraction.pdf.PagePixels;
import dev.tabellio.extraction.text.PageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts each row of a value out of the page's picture and reads it by itself, as {@link RowPicture} shows it. */
public final class PixelSecondReader implements SecondReader {

    /** Raised with every change that may alter a result. */
    private static final String VERSION = "second-1";

    /** Points that a word may reach out of the box that cites it. */
    private static final double TOLERANCE = 0.5;

    /** A year has lost no digit, whatever stands beside it. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private final OcrEngine ocr;
    private final ParseOptions options;

    /** @param ocr stays the caller's */
    public PixelSecondReader(OcrEngine ocr, ParseOptions options) {
        this.ocr = ocr;
        this.options = options;
    }

    @Override
    public ExtractedDocument read(ExtractedDocument document, ParsedFile file, MediaType mediaType, Path path) {
        try (UprightPictures pictures = UprightPictures.open(path, mediaType, options)) {
            Reading reading = new Reading(file, pictures);
            Map<String, ExtractedField> fields = new LinkedHashMap<>();
            document.fields().forEach((pointer, field) -> fields.put(pointer, reading.again(pointer, field)));
            return new ExtractedDocument(document.document(), fields, document.leftovers());
        }
    }

    @Override
    public String version() {
        return "%s; ocr %s; %d dpi".formatted(VERSION, ocr.version(), options.dpi());
    }

    /** One document on its way. */
    private final class Reading {
        private final ParsedFile file;
        private final UprightPictures pictures;
        private final Map<Integer, Page> pages = new HashMap<>();
        private final Map<Integer, PagePixels> pixels = new HashMap<>();

        Reading(ParsedFile file, UprightPictures pictures) {
            this.file = file;
            this.pictures = pictures;
        }

        ExtractedField again(String pointer, ExtractedField field) {
            if (!(field instanceof ExtractedField.Cited cited)) {
                return field;
            }
            List<String> once = new ArrayList<>();
            List<String> read = new ArrayList<>();
            boolean agrees = true;
            for (Citation citation : cited.citations()) {
                for (List<Word> row : rows(citation)) {
                    String first = row.stream().map(Word::text).collect(Collectors.joining(" "));
                    BoundingBox box =
                            BoundingBox.around(row.stream().map(Word::box).toList());
                    PagePixels scan = scan(citation.page());
                    RowPicture tight = RowPicture.of(scan, box);
                    boolean isYear = YEAR.matcher(first).matches();
                    RowPicture picture = isNumber(first) && !isYear
                            ? RowPicture.withSides(scan, box, free(upright(citation.page()), box, row))
                            : tight;
                    String again = picture.read(ocr);
                    once.add(first);
                    read.add(again);
                    Ink ink = tight.ink();
                    agrees &= SameCharacters.in(first, again)
                            && (isYear || SeenInk.hasAllCharacters(first, ink))
                            && SeenInk.hasAllMarks(first, ink);
                }
            }
            if (read.isEmpty()) {
                return field;
            }
            ExtractedField.Cited again =
                    cited.with(new Corroboration(Corroboration.By.SECOND_READING, String.join("\n", read), agrees));
            return OddShape.of(pointer, cited.value(), once)
                    .map(odd -> again.with(new Corroboration(Corroboration.By.SHAPE, odd, false)))
                    .orElse(again);
        }

        /** Rows with letters or digits; none of a tick. */
        private List<List<Word>> rows(Citation citation) {
            if (!citation.isRecognisedText()) {
                return List.of();
            }
            Page displayed = file.page(citation.page());
            BoundingBox box = displayed
                    .frame()
                    .toUpright(citation.box(), displayed.width(), displayed.height())
                    .grow(TOLERANCE);
            return PageText.inRows(upright(citation.page()).words().stream()
                            .filter(word -> word.origin() == Origin.OCR && box.containsCenterOf(word.box()))
                            .toList())
                    .stream()
                    .filter(row ->
                            row.stream().anyMatch(word -> word.text().chars().anyMatch(Character::isLetterOrDigit)))
                    .toList();
        }

        private PagePixels scan(int number) {
            return pixels.computeIfAbsent(number, any -> pictures.of(file.page(number)));
        }

        private Page upright(int number) {
            return pages.computeIfAbsent(number, any -> file.page(number).upright());
        }

        /** Digits and no letters: what remains of a number whose first digit is lost looks as good as the whole. */
        private static boolean isNumber(String row) {
            return row.chars().anyMatch(Character::isDigit) && row.chars().noneMatch(Character::isLetter);
        }

        /** The row from the word before it to the word behind it. */
        private static BoundingBox free(Page page, BoundingBox box, List<Word> row) {
            double left = 0;
            double right = page.width();
            for (Word word : page.words()) {
                if (word.box().overlapY(box) > 0 && !row.contains(word)) {
                    if (word.box().centerX() < box.left()) {
                        left = Math.max(left, Math.min(word.box().right(), box.left()));
                    } else if (word.box().centerX() > box.right()) {
                        right = Math.min(right, Math.max(word.box().left(), box.right()));
                    }
                }
            }
            return new BoundingBox(left, box.top(), right, box.bottom());
        }
    }
}
