package dev.tabellio.extraction.synthesis.taxform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the rows of a table of the schema are read. */
sealed interface TableRule {

    /** JSON pointer of the array in the schema. */
    String pointer();

    /**
     * Columns under the labels of boxes.
     *
     * @param columns leaf to box id, left to right
     * @param rows how many the form has room for
     * @param until id of the anchor under the last row
     * @param key leaf without which a row is none
     */
    record Columns(String pointer, Map<String, String> columns, int rows, Optional<String> until, Optional<String> key)
            implements TableRule {

        /** Room for rows where the rule does not say: state and local lines of Form W-2 are two, on continuation sheets four. */
        static final int FEW = 4;
    }

    /**
     * A grid whose rows and columns both have labels.
     *
     * @param entries the rows of the schema's array, as ids of the labels of the form's rows or columns
     * @param leaves leaf to the id of the label that runs the other way
     * @param across whether the entries are the form's columns
     */
    record Grid(String pointer, List<String> entries, Map<String, String> leaves, boolean across) implements TableRule {
        public Grid {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One box for each row, holding a letter code and an amount, such as boxes 12a to 12d of Form W-2.
     *
     * @param boxes ids in order
     * @param codes the codes that there are
     */
    record CodedBoxes(String pointer, List<String> boxes, String codeLeaf, String amountLeaf, List<String> codes)
            implements TableRule {
        public CodedBoxes {
            boxes = List.copyOf(boxes);
            codes = List.copyOf(codes);
        }
    }
}
