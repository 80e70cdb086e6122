package dev.tabellio.jobs.process;

import dev.tabellio.document.Classification;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says about the pages of a file what a person has to know, and nothing if every page found its place. */
final class PageAccount {

    private PageAccount() {}

    /** A sentence about pages in no document, or about a file without documents. */
    static Optional<String> remarks(ParsedFile parsed, Classification classification) {
        List<String> remarks = new ArrayList<>();
        elsewhere(parsed).ifPresent(remarks::add);
        failed(classification).ifPresent(remarks::add);
        List<Integer> unknown = pages(classification, PageUse.Kind.UNKNOWN);
        if (classification.documents().isEmpty()) {
            boolean blank = classification.pages().stream().allMatch(use -> use.kind() == PageUse.Kind.BLANK);
            remarks.add(
                    blank
                            ? "nothing is printed on it"
                            : "no known document was recognised" + beginning(classification));
        } else if (!unknown.isEmpty()) {
            remarks.add(PageNumbers.named(unknown) + (unknown.size() == 1 ? " is" : " are") + " of no known type");
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remarks));
    }

    /** The words that the first unknown page begins with, for a person who knows such documents; brackets frame them. */
    private static String beginning(Classification classification) {
        return classification.pages().stream()
                .filter(use -> use.kind() == PageUse.Kind.UNKNOWN && !use.says().isBlank())
                .findFirst()
                .map(use -> " (page %d: %s)"
                        .formatted(use.page(), use.says().replace('(', '[').replace(')', ']')))
                .orElse("");
    }

    /** A sentence about content that the pages only stand for. */
    static Optional<String> elsewhere(ParsedFile parsed) {
        List<String> elsewhere = parsed.hidden().stream()
                .filter(hidden -> hidden.why() == HiddenText.Why.CONTENT_ELSEWHERE)
                .map(HiddenText::text)
                .toList();
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of("its content is not on its pages: " + String.join("; ", elsewhere));
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
                .map(PageAccount::cause)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return Optional.of("%s could not be read (%s)".formatted(PageNumbers.named(failed), why));
    }

    /** Without the page, which is said already, and the full stop. */
    private static String cause(String sentence) {
        return sentence.replaceFirst("^Page \\d+ cannot be read: ", "").replaceFirst("\\.$", "");
    }

    private static List<Integer> pages(Classification classification, PageUse.Kind kind) {
        return classification.pages().stream()
                .filter(use -> use.kind() == kind)
                .map(PageUse::page)
                .toList();
    }
}
