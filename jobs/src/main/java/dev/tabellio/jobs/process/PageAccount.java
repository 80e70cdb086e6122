package dev.tabellio.jobs.process;

import dev.tabellio.document.Classification;
import dev.tabellio.document.PageUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says about the pages of a file what a person has to know, and nothing if every page found its place. */
final class PageAccount {

    private PageAccount() {}

    /** A sentence about pages in no document, or about a file without documents. */
    static Optional<String> remarks(Classification classification) {
        List<String> remarks = new ArrayList<>();
        failed(classification).ifPresent(remarks::add);
        List<Integer> unknown = pages(classification, PageUse.Kind.UNKNOWN);
        if (classification.documents().isEmpty()) {
            remarks.add("no known document was recognised");
        }
        if (!unknown.isEmpty()) {
            remarks.add(named(unknown) + (unknown.size() == 1 ? " is" : " are") + " of no known type");
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remarks));
    }

    /** A sentence about the pages that could not be read. */
    static Optional<String> failed(Classification classification) {
        List<Integer> failed = pages(classification, PageUse.Kind.FAILED);
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String why = classification.pages().stream()
                .filter(use -> use.kind() == PageUse.Kind.FAILED)
                .map(PageUse::says)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return Optional.of("%s could not be read (%s)".formatted(named(failed), why));
    }

    /** Page numbers as people write them: "page 3", "pages 3, 5-7". */
    static String named(List<Integer> pages) {
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

    private static List<Integer> pages(Classification classification, PageUse.Kind kind) {
        return classification.pages().stream()
                .filter(use -> use.kind() == kind)
                .map(PageUse::page)
                .toList();
    }
}
