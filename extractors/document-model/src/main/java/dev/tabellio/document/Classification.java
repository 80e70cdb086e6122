package dev.tabellio.document;

import java.util.List;

/**
 * A file split into documents, with an account of every page.
 *
 * @param documents in the order in which they stand in the file
 * @param pages one entry for each page of the file, in page order
 */
public record Classification(List<Document> documents, List<PageUse> pages) {

    public Classification {
        documents = List.copyOf(documents);
        pages = List.copyOf(pages);
    }
}
