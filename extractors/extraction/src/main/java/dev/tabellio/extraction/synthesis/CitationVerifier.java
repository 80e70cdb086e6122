package dev.tabellio.extraction.synthesis;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.DataCitation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Re-checks citations against the pages and the embedded data: the cited text has to be printed in the cited box, in the
 * cited origin, or in any
 * if a model stated it. Text is compared by letters and digits, line by line. A ticked or empty box is cited as {@link #TICKED} or {@link #EMPTY} and
 * has to be that on the page.
 */
public final class CitationVerifier {

    /** How a citation prints a ticked checkbox. */
    public static final String TICKED = "\u2612";

    /** How a citation prints an empty checkbox. */
    public static final String EMPTY = "\u2610";

    private final ParsedFile file;

    private final Map<String, Optional<Element>> attachments = new HashMap<>();

    public CitationVerifier(ParsedFile file) {
        this.file = file;
    }

    /** The field itself if all of its citations hold; else Uncited with the reason. */
    public ExtractedField verified(ExtractedField field) {
        if (!(field instanceof ExtractedField.Cited cited)) {
            return field;
        }
        for (Citation citation : cited.citations()) {
            if (!holds(citation)) {
                return new ExtractedField.Uncited(
                        cited.value().asText(),
                        "'%s' is not printed where it was said to be, on page %d"
                                .formatted(citation.text(), citation.page()),
                        cited.citations());
            }
        }
        for (DataCitation citation : cited.data()) {
            if (!holds(citation)) {
                return new ExtractedField.Uncited(
                        cited.value().asText(),
                        "'%s' does not stand at %s in %s"
                                .formatted(citation.text(), citation.path(), citation.attachment()),
                        cited.citations());
            }
        }
        return field;
    }

    /** Whether the embedded data has the cited text at the cited path. */
    public boolean holds(DataCitation citation) {
        return attachments
                .computeIfAbsent(citation.attachment(), this::root)
                .flatMap(root -> DataPath.find(root, citation.path()))
                .filter(element -> DataPath.text(element).equals(citation.text()))
                .isPresent();
    }

    private Optional<Element> root(String name) {
        return file.attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .flatMap(attachment -> {
                    try {
                        return Optional.of(DataPath.root(attachment.text()));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    /** Whether the cited text is printed in the cited box. */
    public boolean holds(Citation citation) {
        if (citation.page() < 1 || citation.page() > file.pages().size()) {
            return false;
        }
        Page page = file.page(citation.page());
        BoundingBox box = citation.box().grow(0.5);
        if (citation.text().equals(TICKED) || citation.text().equals(EMPTY)) {
            return page.checkboxes().stream()
                    .filter(checkbox -> box.contains(checkbox.box()) && isOf(citation, checkbox.origin()))
                    .map(Checkbox::selected)
                    .anyMatch(selected -> selected == citation.text().equals(TICKED));
        }
        List<Word> words = page.words().stream()
                .filter(word -> isOf(citation, word.origin()) && box.containsCenterOf(word.box()))
                .toList();
        StringBuilder printed = new StringBuilder();
        for (List<Word> row : PageText.inRows(words)) {
            row.forEach(word -> printed.append(Letters.compact(word.text())));
            printed.append(' ');
        }
        int from = 0;
        for (String line : citation.text().split("\n", -1)) {
            String letters = Letters.compact(line);
            int at = printed.indexOf(letters, from);
            if (at < 0 || words.isEmpty()) {
                return false;
            }
            from = at + letters.length();
        }
        return true;
    }

    /** What a model states may stand in print of any origin. */
    private static boolean isOf(Citation citation, Origin origin) {
        return citation.origin() == Origin.MODEL || citation.origin() == origin;
    }
}
