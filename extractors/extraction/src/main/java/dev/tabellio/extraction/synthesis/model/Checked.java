package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.Citation;
import dev.tabellio.document.FieldValue;
import java.util.List;

/** What is left of a statement after it was looked up on the page. */
sealed interface Checked {

    /**
     * The page shows it.
     *
     * @param citations of the displayed page
     * @param confidence from 0 to 1, of the print and of how it was found
     * @param origins where the cited words come from
     * @param remark how it was found, if not as stated; may be empty
     */
    record Holds(FieldValue value, List<Citation> citations, double confidence, List<String> origins, String remark)
            implements Checked {
        public Holds {
            citations = List.copyOf(citations);
            origins = List.copyOf(origins);
        }
    }

    /**
     * The page does not show it.
     *
     * @param text as stated
     * @param reason a sentence for the reviewer, and for the model
     * @param nearby the lines that were cited
     */
    record Fails(String text, String reason, List<Citation> nearby) implements Checked {
        public Fails {
            nearby = List.copyOf(nearby);
        }
    }

    /** It is said not to be in the document. */
    record NotThere() implements Checked {}
}
