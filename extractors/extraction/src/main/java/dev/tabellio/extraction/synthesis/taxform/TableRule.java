package dev.tabellio.extraction.synthesis.taxform;

import java.util.List;
import java.util.Map;

/** Where the rows of a table of the schema are read. */
sealed interface TableRule {

    /** JSON pointer of the array in the schema. */
    String pointer();

    /**
     * Columns under the labels of boxes.
     *
     * @param columns leaf to box id, left to right
     * @param rows that the form has at most
     */
    record Columns(String pointer, Map<String, String> columns, int rows) implements TableRule {

        /** Unless stated: state and local lines of Form W-2 are two, on continuation sheets four. */
        static final int ROWS = 4;
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
