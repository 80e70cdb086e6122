package dev.tabellio.jobs.inspect;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageArea;
import dev.tabellio.jobs.inspect.Examined.ExaminedDocument;
import dev.tabellio.jobs.overlay.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What an overlay marks on a page: the documents on it and their fields, from top to bottom. */
public final class Marks {

    private Marks() {}

    /** @param documents the ones to mark; others on the page stay out */
    public static List<Mark> on(int page, List<ExaminedDocument> documents) {
        List<Mark> marks = new ArrayList<>();
        for (ExaminedDocument document : documents) {
            DocumentView view = document.view();
            String name = view.type() + " " + view.id();
            marks.addAll(areas(page, document.areas(), name, view.state()));
            marks.addAll(
                    areas(page, document.copies().stream().flatMap(List::stream).toList(), name, "further print"));
            List<Mark> fields = new ArrayList<>();
            view.fields().forEach((pointer, field) -> fields.addAll(fields(page, pointer, field)));
            fields.sort(Comparator.comparingDouble((Mark mark) -> mark.box().top())
                    .thenComparingDouble(mark -> mark.box().left()));
            marks.addAll(fields);
        }
        return marks;
    }

    private static List<Mark> areas(int page, List<PageArea> areas, String name, String says) {
        return areas.stream()
                .filter(area -> area.page() == page)
                .map(area -> new Mark(Mark.Kind.DOCUMENT, name, says, area.area()))
                .toList();
    }

    private static List<Mark> fields(int page, String pointer, ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            String says = String.format(Locale.ROOT, "%s  (%.2f)", cited.value().asText(), cited.confidence());
            return marks(page, cited.citations(), Mark.Kind.CITED, pointer, says);
        }
        if (field instanceof ExtractedField.Uncited uncited) {
            return marks(page, uncited.nearby(), Mark.Kind.UNCITED, pointer, uncited.text() + "  " + uncited.reason());
        }
        return List.of();
    }

    /** One mark for each field and page, around all of its citations there. */
    private static List<Mark> marks(int page, List<Citation> citations, Mark.Kind kind, String pointer, String says) {
        List<BoundingBox> boxes = citations.stream()
                .filter(citation -> citation.page() == page)
                .map(Citation::box)
                .toList();
        return boxes.isEmpty() ? List.of() : List.of(new Mark(kind, pointer, says, BoundingBox.around(boxes)));
    }
}
