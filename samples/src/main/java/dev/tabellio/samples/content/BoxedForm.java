package dev.tabellio.samples.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
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
 * @param cells in the order in which they are drawn
 * @param notes print outside of boxes
 */
public record BoxedForm(String type, String country, double label, List<Cell> cells, List<Note> notes) {

    public BoxedForm {
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }

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
     * @param to pointer of the field
     * @param also of a block, the pointer of the address under the name; of a piece, which part it is
     * @param value what is entered: {@code amount}, {@code flag}, {@code date}, {@code person.ssn}, {@code share:/Box1:0.24}
     *     (of another amount), {@code shape:A-999} (a digit for each 9), {@code one-of:a,b}, or the value that a tick stands
     *     for
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

    /** The form of a document type. @throws IllegalArgumentException if there is none */
    public static BoxedForm of(String type) throws IOException {
        try (InputStream yaml = BoxedForm.class.getResourceAsStream("boxed-" + type + ".yaml")) {
            if (yaml == null) {
                throw new IllegalArgumentException("no form is described for " + type);
            }
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(Objects.requireNonNull(yaml), BoxedForm.class);
        }
    }
}
