package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads documents of the family {@code tax-form} by the type's {@code anchors.yaml}; see {@link FormAnchors}. */
public final class AnchorFieldReader implements FieldReader {

    /** Raised with every change that may alter a result. */
    private static final String VERSION = "anchor-12";

    private static final String FAMILY = "tax-form";

    private final Map<String, Prepared> preparedByDigest = new ConcurrentHashMap<>();

    @Override
    public boolean reads(DocumentType type) {
        return type.family().equals(FAMILY);
    }

    @Override
    public void check(DocumentType type) {
        prepared(type);
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        Prepared prepared = prepared(type);
        List<LabelledPage> pages = pages(file, document, prepared);
        TableReading reading = prepared.reading(pages);
        CitationVerifier verifier = new CitationVerifier(file);
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        reading.fields().forEach((pointer, field) -> fields.put(pointer, verifier.verified(field)));
        return new ExtractedDocument(document, fields, prepared.leftovers().of(pages, reading.ink(), fields.values()));
    }

    /**
     * What stands on a document and in none of these fields: see {@link ExtractedDocument#leftovers()}. Pages are looked at
     * upright.
     *
     * @param fields what was taken of it, by this reader or another
     */
    public List<Citation> leftovers(
            ParsedFile file, Document document, DocumentType type, Collection<ExtractedField> fields) {
        Prepared prepared = prepared(type);
        List<LabelledPage> pages = pages(file, document, prepared);
        return prepared.leftovers().of(pages, prepared.reading(pages).ink(), fields);
    }

    /**
     * Says which labels of a type stand where on a document. Pages are looked at upright.
     *
     * @throws IllegalArgumentException naming type, file and cause if the type's anchors are wrong
     */
    public FormTrace trace(ParsedFile file, Document document, DocumentType type) {
        Prepared prepared = prepared(type);
        return FormTrace.of(pages(file, document, prepared), prepared.anchors());
    }

    private static List<LabelledPage> pages(ParsedFile file, Document document, Prepared prepared) {
        boolean fillable = document.areas().stream()
                .anyMatch(area -> file.page(area.page()).words().stream()
                        .anyMatch(word -> word.origin() == Origin.FORM_FIELD
                                && area.area().containsCenterOf(word.box())));
        return document.areas().stream()
                .map(area -> page(file, area, fillable, prepared.anchors()))
                .toList();
    }

    private static LabelledPage page(ParsedFile file, PageArea area, boolean fillable, FormAnchors anchors) {
        return LabelledPage.of(file.page(area.page()), area.area(), fillable, anchors);
    }

    private Prepared prepared(DocumentType type) {
        return preparedByDigest.computeIfAbsent(type.digest(), digest -> {
            FormSchema schema = FormSchema.of(type);
            FormAnchors anchors = FormAnchorsReader.read(type, schema);
            Prepared prepared =
                    new Prepared(schema, anchors, OwnPrint.of(anchors.anchors().values()), Leftovers.of(type));
            Stream.concat(type.required().stream(), type.identity().key().stream())
                    .map(pointer -> pointer.replaceAll("/\\d+(/|$)", "/*$1"))
                    .filter(pointer -> !schema.leaves().containsKey(pointer))
                    .findFirst()
                    .ifPresent(pointer -> {
                        throw new IllegalArgumentException(
                                "document type %s: doctype.yaml: schema.json has no %s".formatted(type.id(), pointer));
                    });
            return prepared;
        });
    }

    private record Prepared(FormSchema schema, FormAnchors anchors, OwnPrint ownPrint, Leftovers leftovers) {

        TableReading reading(List<LabelledPage> pages) {
            return new FormReading(pages, schema, anchors, ownPrint).read();
        }
    }
}
