package dev.tabellio.jobs.tieout;

import dev.tabellio.reconciliation.Finding;
import java.util.List;

/**
 * What tie-out adds to a document.
 *
 * @param copies other files that have the same document, by path and place
 * @param findings of rules that look at several documents
 */
public record Tied(List<Copy> copies, List<Finding> findings) {

    public Tied {
        copies = List.copyOf(copies);
        findings = List.copyOf(findings);
    }

    /** Another occurrence of the document. @param file path relative to the inbox */
    public record Copy(String file, String document, List<Integer> pages) {
        public Copy {
            pages = List.copyOf(pages);
        }
    }
}
