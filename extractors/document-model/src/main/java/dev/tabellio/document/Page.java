package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page as displayed (rotation applied).
 *
 * @param number from 1
 * @param width in points
 * @param height in points
 * @param words in reading order
 * @param lines every word is on exactly one line; lines in reading order
 * @param cells rectangles between ruling lines, smallest enclosing ones only, in reading order: the boxes of a form
 * @param checkboxes ticked or not
 * @param formFields interactive fields with a value; their words are also in {@code words} with origin FORM_FIELD
 * @param regions what a layout detector found; empty without one
 * @param tables rows and cells, from the top; empty until somebody asks for them
 * @param signatures places to sign, signed or not, in reading order
 * @param frame how the page has to be turned to be read; its boxes are all those of the displayed page
 * @param failure why the page could not be read; null unless the reading is FAILED
 */
public record Page(
        int number,
        double width,
        double height,
        PageReading reading,
        List<Word> words,
        List<TextLine> lines,
        List<BoundingBox> cells,
        List<Checkbox> checkboxes,
        List<FormField> formFields,
        List<Region> regions,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Table> tables,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Signature> signatures,

        ReadingFrame frame,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure) {

    /** @throws IllegalArgumentException if the number or size is not positive, or failure and reading disagree */
    public Page {
        if (number < 1 || !(width > 0 && height > 0)) {
            throw new IllegalArgumentException("not a page: %d, %s x %s pt".formatted(number, width, height));
        }
        if ((reading == PageReading.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("a page has a failure exactly when it is FAILED");
        }
        width = Math.round(width * 100) / 100.0;
        height = Math.round(height * 100) / 100.0;
        words = List.copyOf(words);
        lines = List.copyOf(lines);
        cells = List.copyOf(cells);
        checkboxes = List.copyOf(checkboxes);
        formFields = List.copyOf(formFields);
        regions = List.copyOf(regions);
        tables = tables == null ? List.of() : List.copyOf(tables);
        signatures = signatures == null ? List.of() : List.copyOf(signatures);
    }

    /** A page whose tables and signatures are not known. */
    public Page(
            int number,
            double width,
            double height,
            PageReading reading,
            List<Word> words,
            List<TextLine> lines,
            List<BoundingBox> cells,
            List<Checkbox> checkboxes,
            List<FormField> formFields,
            List<Region> regions,
            ReadingFrame frame,
            @Nullable String failure) {
        this(
                number,
                width,
                height,
                reading,
                words,
                lines,
                cells,
                checkboxes,
                formFields,
                regions,
                List.of(),
                List.of(),
                frame,
                failure);
    }

    /** A page that is displayed as it is read. */
    public Page(
            int number,
            double width,
            double height,
            PageReading reading,
            List<Word> words,
            List<TextLine> lines,
            List<BoundingBox> cells,
            List<Checkbox> checkboxes,
            List<FormField> formFields,
            List<Region> regions,
            @Nullable String failure) {
        this(
                number,
                width,
                height,
                reading,
                words,
                lines,
                cells,
                checkboxes,
                formFields,
                regions,
                ReadingFrame.AS_DISPLAYED,
                failure);
    }

    /** A page that could not be read. @param cause a sentence for a person */
    public static Page failed(int number, double width, double height, String cause) {
        return new Page(
                number,
                width,
                height,
                PageReading.FAILED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                cause);
    }

    /** The same page with what other readings give for its words, which are the same ones in the same order. */
    public Page withWords(List<Word> held) {
        return new Page(
                number,
                width,
                height,
                reading,
                held,
                lines,
                cells,
                checkboxes,
                formFields,
                regions,
                tables,
                signatures,
                frame,
                failure);
    }

    /** The same page with other regions, which lie on it as it is displayed. */
    public Page withRegions(List<Region> found) {
        return new Page(
                number,
                width,
                height,
                reading,
                words,
                lines,
                cells,
                checkboxes,
                formFields,
                found,
                tables,
                signatures,
                frame,
                failure);
    }

    /** The same page with other tables, which lie on it as it is displayed. */
    public Page withTables(List<Table> found) {
        return new Page(
                number,
                width,
                height,
                reading,
                words,
                lines,
                cells,
                checkboxes,
                formFields,
                regions,
                found,
                signatures,
                frame,
                failure);
    }

    /** The same page with other places to sign, which lie on it as it is displayed. */
    public Page withSignatures(List<Signature> found) {
        return new Page(
                number,
                width,
                height,
                reading,
                words,
                lines,
                cells,
                checkboxes,
                formFields,
                regions,
                tables,
                found,
                frame,
                failure);
    }

    @Override
    public List<Table> tables() {
        return tables == null ? List.of() : tables;
    }

    @Override
    public List<Signature> signatures() {
        return signatures == null ? List.of() : signatures;
    }

    /** The words of a cell joined by single blanks. */
    public String text(TableCell cell) {
        return cell.words().stream().map(i -> words.get(i).text()).collect(Collectors.joining(" "));
    }

    /** The words of a line joined by single blanks. */
    public String text(TextLine line) {
        return line.words().stream().map(i -> words.get(i).text()).collect(Collectors.joining(" "));
    }

    /** This page turned to be read: all boxes on the upright page. */
    public Page upright() {
        if (frame.equals(ReadingFrame.AS_DISPLAYED)) {
            return this;
        }
        UnaryOperator<BoundingBox> turn = box -> frame.toUpright(box, width, height);
        return new Page(
                number,
                frame.uprightWidth(width, height),
                frame.uprightHeight(width, height),
                reading,
                words.stream().map(word -> word.at(turn.apply(word.box()))).toList(),
                lines.stream()
                        .map(line -> new TextLine(
                                BoundingBox.around(line.words().stream()
                                        .map(i -> turn.apply(words.get(i).box()))
                                        .toList()),
                                line.words()))
                        .toList(),
                cells.stream().map(turn).toList(),
                checkboxes.stream()
                        .map(checkbox -> new Checkbox(
                                turn.apply(checkbox.box()),
                                checkbox.selected(),
                                checkbox.origin(),
                                checkbox.confidence()))
                        .toList(),
                formFields.stream()
                        .map(field -> new FormField(field.name(), field.value(), turn.apply(field.box())))
                        .toList(),
                regions.stream()
                        .map(region -> new Region(region.label(), turn.apply(region.box()), region.confidence()))
                        .toList(),
                tables().stream().map(table -> table.moved(turn)).toList(),
                signatures().stream()
                        .map(signature -> signature.at(turn.apply(signature.box())))
                        .toList(),
                ReadingFrame.AS_DISPLAYED,
                failure);
    }

    public BoundingBox bounds() {
        return new BoundingBox(0, 0, width, height);
    }
}
