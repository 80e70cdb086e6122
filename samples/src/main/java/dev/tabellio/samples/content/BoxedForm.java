package dev.tabellio.samples.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A form that is nothing but labelled boxes, as a resource describes it: where each box is, what is printed in it and what
 * may be entered. All measures in points.
 *
 * @param type id of the document type
 * @param country {@code us} or {@code de}: how amounts and dates are printed
 * @param label size of the labels
 * @param dollars whether a dollar sign is printed in the boxes of amounts
 * @param statement how payers name it who print a statement of their own instead; null for forms that nobody else prints
 * @param cells in the order in which they are drawn
 * @param notes print outside of boxes
 */
public record BoxedForm(
        String type,
        String country,
        double label,
        boolean dollars,
        @Nullable Statement statement,
        List<Cell> cells,
        List<Note> notes) {

    /** The types that are described. */
    public static final List<String> TYPES = List.of(
            "de-lohnsteuerbescheinigung",
            "us-1040-schedule-c",
            "us-1095-a",
            "us-1098",
            "us-1098-e",
            "us-1098-t",
            "us-1099-b",
            "us-1099-div",
            "us-1099-g",
            "us-1099-int",
            "us-1099-k",
            "us-1099-misc",
            "us-1099-r",
            "us-1099-s",
            "us-ssa-1099",
            "us-w2c",
            "us-w4",
            "us-w9");

    public BoxedForm {
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }

    /**
     * A statement that stands for the form.
     *
     * @param form its number, such as {@code 1099-INT}
     * @param omb its number with the Office of Management and Budget
     */
    public record Statement(String form, String title, String omb) {}

    /** What a box holds. */
    public enum Kind {
        /** Nothing: a frame with a label. */
        @JsonProperty("none")
        NONE,
        @JsonProperty("text")
        TEXT,
        /** An amount under its label. */
        @JsonProperty("amount")
        AMOUNT,
        /** An amount right of its label. */
        @JsonProperty("beside")
        BESIDE,
        /** An amount in a column at the right of a numbered line. */
        @JsonProperty("line")
        LINE,
        /** A text right of its label. */
        @JsonProperty("entry")
        ENTRY,
        @JsonProperty("date")
        DATE,
        /** A name over its address. */
        @JsonProperty("block")
        BLOCK,
        /** A part of an address. */
        @JsonProperty("piece")
        PIECE,
        /** A box to tick, right of its label. */
        @JsonProperty("tick")
        TICK,
        /** A box to tick left of its label, one of several. */
        @JsonProperty("choice")
        CHOICE
    }

    /**
     * @param at left, top, width and height
     * @param label {@code {year}}, {@code {last-year}} and {@code {next-year}} stand for years
     * @param to pointer of the field
     * @param also of a block, the pointer of the address under the name; of a piece, which part it is; of a line,
     *     anything if the number stands before the amount only
     * @param value what is entered: {@code amount}, {@code flag}, {@code date}, {@code person.ssn}, {@code share:/Box1:0.24}
     *     (of another amount), {@code shape:A-999} (a digit for each 9), {@code one-of:a,b}, or the value that a tick stands
     *     for; see {@link SeededValues}. {@code sum:} and {@code less:} take what all other boxes hold,
     *     {@code with:/Box1:amount} is an amount if box 1 has one
     * @param chance that it is entered
     */
    public record Cell(
            List<Double> at,
            @Nullable String n,
            String label,
            Kind kind,
            @Nullable String to,
            @Nullable String also,
            @Nullable String value,
            double chance) {
        public Cell {
            at = List.copyOf(at);
        }

        /** The same without its number. */
        public Cell withoutNumber() {
            return new Cell(at, null, label, kind, to, also, value, chance);
        }
    }

    /** @param at left and baseline */
    public record Note(
            List<Double> at,
            String text,
            double size,
            boolean bold,
            @Nullable String to) {
        public Note {
            at = List.copyOf(at);
        }
    }

    /** The pointers of what may be entered, {@code *} for places in a list. */
    public List<String> pointers() {
        return Stream.concat(
                        notes.stream().map(Note::to),
                        cells.stream()
                                .flatMap(cell -> Stream.of(
                                        Optional.ofNullable(cell.to()).orElse(""),
                                        cell.kind() == Kind.BLOCK
                                                ? Optional.ofNullable(cell.also())
                                                        .orElse("")
                                                : "")))
                .filter(pointer -> pointer != null && !pointer.isEmpty())
                .map(pointer -> pointer.replaceAll("/[0-9]+(?=/|$)", "/*"))
                .distinct()
                .toList();
    }

    /** Where its lowest box or print ends. */
    public double height() {
        return Math.max(
                cells.stream()
                        .mapToDouble(cell -> cell.at().get(1) + cell.at().get(3))
                        .max()
                        .orElse(0),
                notes.stream().mapToDouble(note -> note.at().get(1)).max().orElse(0));
    }

    /**
     * The form of a document type.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BoxedForm of(String type) {
        BoxedForm form = Described.FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("no form is described for " + type);
        }
        return form;
    }

    /** All forms, read when the first of them is asked for. */
    private static final class Described {

        private static final Map<String, BoxedForm> FORMS =
                TYPES.stream().collect(Collectors.toUnmodifiableMap(type -> type, Described::read));

        private static BoxedForm read(String type) {
            try (InputStream yaml = BoxedForm.class.getResourceAsStream("boxed-" + type + ".yaml")) {
                return YAMLMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build()
                        .readValue(Objects.requireNonNull(yaml), BoxedForm.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
