package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.extraction.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where one leaf of the schema is read. */
sealed interface FieldRule {

    /** What of a box is meant. */
    enum Part {
        WHOLE,
        /** The first line, where nothing bounds the place below: names at the head of schedules. */
        LINE,
        /** The first lines of a block, up to the first that looks like an address. */
        NAME,
        /** The lines from there on. */
        ADDRESS,
        /** Telephone numbers at the end of the block. */
        PHONE
    }

    /** The value of the first of these boxes that has one. */
    record InBox(List<String> boxes, Part part, ValueFormat format) implements FieldRule {
        public InBox {
            boxes = List.copyOf(boxes);
        }
    }

    /** The first of these rules that finds something: editions and vendors arrange the same values differently. */
    record First(List<FieldRule> rules) implements FieldRule {
        public First {
            rules = List.copyOf(rules);
        }
    }

    /** Several boxes put together: blanks between the boxes of a row, a line break between rows. */
    record Joined(List<List<String>> rows) implements FieldRule {
        public Joined {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The amount on a numbered line. */
    record OnLine(String line) implements FieldRule {}

    /** What stands right of one label and under another, on a form that has such a grid. */
    record InCell(String row, String column, ValueFormat format) implements FieldRule {}

    /** A question with a box for each answer; no answer is no value. */
    record YesNo(String yes, String no) implements FieldRule {}

    /** A box to tick. */
    record Ticked(String checkbox) implements FieldRule {}

    /** The one ticked box of several, as value by checkbox id. */
    record OneOf(Map<String, String> valueByCheckbox) implements FieldRule {
        public OneOf {
            valueByCheckbox = Map.copyOf(valueByCheckbox);
        }
    }

    /**
     * Something that the form itself prints: in a wording or beside it.
     *
     * @param pattern what to take; its first group, if it has one, is the value
     */
    record Printed(List<Wording> near, Pattern pattern) implements FieldRule {
        public Printed {
            near = List.copyOf(near);
        }
    }
}
