package dev.tabellio.extraction.synthesis;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows another reader every page upright and brings its citations back to the displayed pages. */
public final class UprightFieldReader implements FieldReader {

    private final FieldReader upright;

    /** @param upright reads pages that stand upright and straight */
    public UprightFieldReader(FieldReader upright) {
        this.upright = upright;
    }

    @Override
    public boolean reads(DocumentType type) {
        return upright.reads(type);
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        Document turned = new Document(
                document.id(),
                document.sha256(),
                document.type(),
                document.typeVersion(),
                turned(file, document.areas()),
                document.copies().stream().map(areas -> turned(file, areas)).toList());
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        ExtractedDocument read = upright.read(file.upright(), turned, type);
        read.fields().forEach((pointer, field) -> fields.put(pointer, displayed(file, field)));
        return new ExtractedDocument(document, fields, displayed(file, read.leftovers()));
    }

    private static List<PageArea> turned(ParsedFile file, List<PageArea> areas) {
        return areas.stream()
                .map(area -> {
                    Page page = file.page(area.page());
                    return new PageArea(area.page(), page.frame().toUpright(area.area(), page.width(), page.height()));
                })
                .toList();
    }

    private static ExtractedField displayed(ParsedFile file, ExtractedField field) {
        if (field instanceof ExtractedField.Cited cited) {
            return new ExtractedField.Cited(
                    cited.value(),
                    displayed(file, cited.citations()),
                    cited.confidence(),
                    cited.how(),
                    cited.corroborations(),
                    cited.data());
        }
        if (field instanceof ExtractedField.Uncited uncited) {
            return new ExtractedField.Uncited(uncited.text(), uncited.reason(), displayed(file, uncited.nearby()));
        }
        return field;
    }

    private static List<Citation> displayed(ParsedFile file, List<Citation> citations) {
        return citations.stream()
                .map(citation -> {
                    Page page = file.page(citation.page());
                    return citation.at(page.frame().toDisplayed(citation.box(), page.width(), page.height()));
                })
                .toList();
    }

    @Override
    public void check(DocumentType type) {
        upright.check(type);
    }

    @Override
    public String version() {
        return upright.version();
    }
}
