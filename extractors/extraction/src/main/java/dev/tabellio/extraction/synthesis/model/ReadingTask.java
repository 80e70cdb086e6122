package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ParsedFile;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model is to read.
 *
 * @param file that the document is in, as displayed
 * @param read the document as the deterministic reader read it
 * @param wanted pointers of fields ({@code /Employee/Name}, {@code /StateTaxInfos/0/State}); of a row field all rows are
 *     asked for. Pointers that the type does not declare are ignored
 * @param check judges a reading
 */
public record ReadingTask(
        ParsedFile file, ExtractedDocument read, DocumentType type, Set<String> wanted, FieldCheck check) {

    public ReadingTask {
        wanted = Set.copyOf(wanted);
    }

    /** The type's fields that are wanted, in the order of its schema; the whole row for any field of it. */
    FieldSet fields() {
        Set<String> patterns = wanted.stream().map(FieldSet::pattern).collect(Collectors.toSet());
        FieldSet all = FieldSet.of(type).asked();
        Set<String> chosen = new LinkedHashSet<>();
        for (AskedField field : all.fields()) {
            boolean asked = patterns.contains(field.pattern())
                    || (field.rows().isPresent()
                            && patterns.stream()
                                    .anyMatch(pattern -> pattern.equals(
                                                    field.rows().get())
                                            || pattern.startsWith(field.rows().get() + "/")));
            if (asked) {
                chosen.add(field.pattern());
            }
        }
        return all.only(chosen);
    }
}
