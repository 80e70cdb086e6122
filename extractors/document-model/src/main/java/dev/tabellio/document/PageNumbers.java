package dev.tabellio.document;

import java.util.List;

/** Page numbers as people write them. */
public final class PageNumbers {

    private PageNumbers() {}

    /** Such as {@code page 3} or {@code pages 3, 5-7}. @param pages ascending */
    public static String named(List<Integer> pages) {
        StringBuilder text = new StringBuilder(pages.size() == 1 ? "page " : "pages ");
        for (int i = 0; i < pages.size(); i++) {
            int last = i;
            while (last + 1 < pages.size() && pages.get(last + 1) == pages.get(last) + 1) {
                last++;
            }
            text.append(i == 0 ? "" : ", ").append(pages.get(i));
            if (last > i) {
                text.append('-').append(pages.get(last));
            }
            i = last;
        }
        return text.toString();
    }
}
