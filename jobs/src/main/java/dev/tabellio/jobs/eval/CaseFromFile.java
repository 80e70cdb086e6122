package dev.tabellio.jobs.eval;

import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageArea;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a case of an evaluation from what was read of a file. It states what was read, right or wrong: a person corrects
 * it, and from then on it holds the readers to the correction.
 */
public final class CaseFromFile {

    private CaseFromFile() {}

    /**
     * The case of a file.
     *
     * @param id of the case
     * @param file path of the file relative to the set's inbox
     * @param documents all documents of the file: what is not among them counts as not being there
     */
    public static LabelledCase of(String id, String file, List<ExaminedDocument> documents) {
        return new LabelledCase(
                id,
                "",
                List.of(new LabelledFile(file, null)),
                documents.stream().map(document -> expected(file, document)).toList(),
                List.of());
    }

    private static ExpectedDocument expected(String file, ExaminedDocument document) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        Set<Integer> pages = document.areas().stream().map(PageArea::page).collect(Collectors.toSet());
        document.view().fields().forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited cited) {
                values.put(pointer, cited.value().asText());
                cited.citations().stream()
                        .limit(1)
                        .filter(citation -> pages.contains(citation.page()))
                        .forEach(citation ->
                                places.put(pointer, new Place(citation.page(), citation.box(), citation.text())));
            }
        });
        List<Print> prints = new ArrayList<>();
        prints.add(new Print(file, document.areas(), places));
        document.copies().forEach(copy -> prints.add(new Print(file, copy, Map.of())));
        return new ExpectedDocument(document.view().type(), values, prints, List.of());
    }
}
