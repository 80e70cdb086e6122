package dev.tabellio.document;

import java.util.List;

/** Everything that could be read from a file: its pages in order, none left out. */
public record ParsedFile(String sha256, List<Page> pages) {

    /** @throws IllegalArgumentException if a page is missing or out of order */
    public ParsedFile {
        pages = List.copyOf(pages);
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "page %d stands at place %d".formatted(pages.get(i).number(), i + 1));
            }
        }
    }

    /** @param number from 1 @throws IndexOutOfBoundsException if there is no such page */
    public Page page(int number) {
        return pages.get(number - 1);
    }

    /** This file with every page turned to be read. */
    public ParsedFile upright() {
        return new ParsedFile(sha256, pages.stream().map(Page::upright).toList());
    }
}
