package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.extraction.text.DrawnPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads drawn pages by types that ship or that a test writes. */
final class DrawnForm {

    private static final DocumentTypes SHIPPED = DocumentTypes.shipped();

    private DrawnForm() {}

    /** Values by pointer. */
    static Map<String, String> values(Path folder, String schema, String anchors, Page page) throws IOException {
        return values(read(folder, schema, anchors, page));
    }

    /** Values by pointer. */
    static Map<String, String> values(ExtractedDocument document) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pointer : document.fields().keySet()) {
            document.value(pointer).ifPresent(value -> values.put(pointer, value.asText()));
        }
        return values;
    }

    /** Reads the page as a document of a type that ships. */
    static ExtractedDocument read(String type, Page page) {
        return read(SHIPPED.get(type), page);
    }

    /** Writes the {@code doctype.yaml} of the test's type. */
    static void declare(Path folder, String definition) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("own")).resolve("doctype.yaml"), definition);
    }

    static ExtractedDocument read(Path folder, String schema, String anchors, Page page) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        if (!Files.exists(own.resolve("doctype.yaml"))) {
            declare(folder, "{title: Own, version: '1', family: tax-form}");
        }
        Files.writeString(own.resolve("schema.json"), schema);
        Files.writeString(own.resolve("anchors.yaml"), anchors);
        return read(DocumentTypes.load(own), page);
    }

    private static ExtractedDocument read(DocumentType type, Page page) {
        Document document = new Document(
                "0".repeat(16), "ab".repeat(32), type.id(), "1", List.of(new PageArea(1, page.bounds())), List.of());
        return new AnchorFieldReader().read(DrawnPage.file(page), document, type);
    }
}
