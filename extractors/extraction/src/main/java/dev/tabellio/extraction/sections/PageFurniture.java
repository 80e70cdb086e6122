package dev.tabellio.extraction.sections;

import dev.tabellio.document.Page;
import dev.tabellio.document.TextLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the lines of a page that do not belong to the running text: page numbers wherever they stand alone, and lines
 * near the top or bottom edge that return on other pages, whatever number they carry. The top of the first page stays: what
 * runs on from there (the date and addressee of a letter) is said there for the first time.
 */
final class PageFurniture {

    /** Lines counted from the top and from the bottom among which headers and footers are looked for. */
    private static final int EDGE_LINES = 4;

    /** A line returns when it stands on this many pages. */
    private static final int REPEATS = 3;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—\\s]{0,6}(?:page\\s{0,3})?\\d{1,3}(?:\\s{0,3}of\\s{0,3}\\d{1,3})?[-–—\\s]{0,6}",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> repeated;
    private final int first;

    private PageFurniture(Set<String> repeated, int first) {
        this.repeated = repeated;
        this.first = first;
    }

    /** Looks at all pages of a document. */
    static PageFurniture of(List<Page> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (Page page : pages) {
            Set<String> onThisPage = new HashSet<>();
            for (int i = 0; i < page.lines().size(); i++) {
                if (nearEdge(page, i)) {
                    onThisPage.add(shape(page.text(page.lines().get(i))));
                }
            }
            onThisPage.forEach(shape -> counts.merge(shape, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>();
        counts.forEach((shape, count) -> {
            if (count >= REPEATS) {
                repeated.add(shape);
            }
        });
        return new PageFurniture(repeated, pages.isEmpty() ? 0 : pages.get(0).number());
    }

    boolean isFurniture(Page page, int line) {
        TextLine textLine = page.lines().get(line);
        if (textLine.words().size() > 16) {
            return false;
        }
        String text = page.text(textLine);
        return PAGE_NUMBER.matcher(text).matches()
                || (nearEdge(page, line)
                        && repeated.contains(shape(text))
                        && !(page.number() == first && line < EDGE_LINES));
    }

    private static boolean nearEdge(Page page, int line) {
        return line < EDGE_LINES || line >= page.lines().size() - EDGE_LINES;
    }

    private static String shape(String line) {
        return line.replaceAll("\\d+", "#");
    }
}
