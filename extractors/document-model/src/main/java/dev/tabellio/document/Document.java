package dev.tabellio.document;

import java.util.List;

/**
 * ONE logical tax form or contract inside a file: a run of pages, or an area of a page.
 *
 * @param id 16 hex digits, the same whenever the same bytes are split in the same way
 * @param sha256 the file it was found in
 * @param type id of the document type
 * @param typeVersion version of that type when it was recognised
 * @param areas where it stands, in page order; at least one
 * @param copies further prints of the same document in the same file (copies B, C and 2 of a W-2), each with its areas
 */
public record Document(
        String id, String sha256, String type, String typeVersion, List<PageArea> areas, List<List<PageArea>> copies) {

    /** @throws IllegalArgumentException if there is no area */
    public Document {
        areas = List.copyOf(areas);
        copies = copies.stream().map(List::copyOf).toList();
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("a document stands somewhere");
        }
    }

    /** Page numbers of the document itself, ascending, without its copies. */
    public List<Integer> pages() {
        return areas.stream().map(PageArea::page).distinct().sorted().toList();
    }

    public Document withCopies(List<List<PageArea>> allCopies) {
        return new Document(id, sha256, type, typeVersion, areas, allCopies);
    }
}
