package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tabellio.document.Attachment;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.HiddenText.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFilesTest {

    private static final COSName AF = COSName.getPDFName("AF");

    @TempDir
    Path folder;

    /** Puts something into a file of two pages. */
    private interface Content {
        void into(PDDocument pdf) throws IOException;
    }

    private EmbeddedFiles files(Content content) throws IOException {
        Path file = folder.resolve("a.pdf");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.addPage(new PDPage());
            content.into(pdf);
            pdf.save(file.toFile());
        }
        try (PdfFile pdf = PdfFile.open(file)) {
            return pdf.embedded();
        }
    }

    @Test
    void takesXmlFilesAndNamesOthers() throws IOException {
        EmbeddedFiles files = files(
                pdf -> named(pdf, embedded(pdf, "factur-x.xml", "\ufeff<a>ü</a>"), embedded(pdf, "macro.exe", "MZ")));
        assertThat(files.read()).containsExactly(new Attachment("factur-x.xml", "text/xml", "<a>ü</a>"));
        assertThat(files.unread())
                .extracting(HiddenText::page, HiddenText::why, HiddenText::text)
                .containsExactly(tuple(0, Why.ATTACHED_FILE, "macro.exe (2 bytes as stored)"));
    }

    @Test
    void takesXmlOfAssociatedFilesAndAnnotations() throws IOException {
        EmbeddedFiles files = files(pdf -> {
            associated(pdf.getDocumentCatalog().getCOSObject(), embedded(pdf, "document.xml", "<d/>"));
            associated(pdf.getPage(1).getCOSObject(), embedded(pdf, "page.xml", "<p/>"));
            attached(pdf.getPage(1), embedded(pdf, "note.xml", "<n/>"), embedded(pdf, "terms.pdf", "%PDF"));
        });
        assertThat(files.read()).extracting(Attachment::text).containsExactly("<d/>", "<p/>", "<n/>");
        assertThat(files.unread())
                .extracting(HiddenText::page, HiddenText::text)
                .containsExactly(tuple(2, "terms.pdf (4 bytes as stored)"));
    }

    @Test
    void aFileThatIsNamedTwiceIsOne() throws IOException {
        EmbeddedFiles files = files(pdf -> {
            PDComplexFileSpecification xml = embedded(pdf, "factur-x.xml", "<a/>");
            named(pdf, xml);
            associated(pdf.getDocumentCatalog().getCOSObject(), xml);
        });
        assertThat(files.read()).hasSize(1);
        assertThat(files.unread()).isEmpty();
    }

    @Test
    void anXmlFileIsKnownByItsKindAsWell() throws IOException {
        EmbeddedFiles files = files(pdf -> {
            PDComplexFileSpecification data = embedded(pdf, "data", "<a/>");
            data.getEmbeddedFile().setSubtype("application/xml");
            named(pdf, data);
        });
        assertThat(files.read()).containsExactly(new Attachment("data", "application/xml", "<a/>"));
    }

    @Test
    void manyFilesAreCounted() throws IOException {
        EmbeddedFiles files = files(pdf -> {
            PDComplexFileSpecification[] many = new PDComplexFileSpecification[60];
            for (int i = 0; i < many.length; i++) {
                many[i] = embedded(pdf, i + ".txt", "text");
            }
            named(pdf, many);
        });
        assertThat(files.unread())
                .hasSize(51)
                .last()
                .extracting(HiddenText::text)
                .isEqualTo("10 more files");
    }

    @Test
    void aPortfolioIsNotOnItsPages() throws IOException {
        EmbeddedFiles files = files(pdf -> {
            named(pdf, embedded(pdf, "invoice.pdf", "%PDF"));
            collection(pdf, "T");
        });
        assertThat(files.unread())
                .extracting(HiddenText::why, HiddenText::text)
                .containsExactly(
                        tuple(Why.CONTENT_ELSEWHERE, "a portfolio of 1 file, of which the pages are the cover"),
                        tuple(Why.ATTACHED_FILE, "invoice.pdf (4 bytes as stored)"));
        assertThat(files(pdf -> collection(pdf, "H")).unread()).isEmpty();
    }

    @Test
    void aDynamicFormIsNotOnItsPages() throws IOException {
        assertThat(files(pdf -> form(pdf, true, true)).unread())
                .extracting(HiddenText::why)
                .containsExactly(Why.CONTENT_ELSEWHERE);
        assertThat(files(pdf -> {
                            pdf.removePage(1);
                            form(pdf, false, false);
                        })
                        .unread())
                .hasSize(1);
    }

    @Test
    void aStaticFormIsOnItsPages() throws IOException {
        assertThat(files(pdf -> {
                            pdf.removePage(1);
                            form(pdf, false, true);
                        })
                        .unread())
                .isEmpty();
    }

    private static void form(PDDocument pdf, boolean needsRendering, boolean withFields) {
        COSDictionary form = new COSDictionary();
        COSArray fields = new COSArray();
        if (withFields) {
            fields.add(new COSDictionary());
        }
        form.setItem(COSName.FIELDS, fields);
        form.setItem(COSName.getPDFName("XFA"), new COSArray());
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.ACRO_FORM, form);
        catalog.setBoolean(COSName.getPDFName("NeedsRendering"), needsRendering);
    }

    private static void collection(PDDocument pdf, String view) {
        COSDictionary collection = new COSDictionary();
        collection.setName(COSName.getPDFName("View"), view);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Collection"), collection);
    }

    private static void named(PDDocument pdf, PDComplexFileSpecification... files) {
        Map<String, PDComplexFileSpecification> names = new TreeMap<>();
        for (PDComplexFileSpecification file : files) {
            names.put("%03d".formatted(names.size()), file);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(names);
        PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        dictionary.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(dictionary);
    }

    private static void associated(COSDictionary owner, PDComplexFileSpecification file) {
        COSArray files = new COSArray();
        files.add(file);
        owner.setItem(AF, files);
    }

    private static void attached(PDPage page, PDComplexFileSpecification... files) throws IOException {
        for (PDComplexFileSpecification file : files) {
            PDAnnotationFileAttachment annotation = new PDAnnotationFileAttachment();
            annotation.setFile(file);
            annotation.setRectangle(new PDRectangle(500, 700, 20, 20));
            List<PDAnnotation> all = page.getAnnotations();
            all.add(annotation);
            page.setAnnotations(all);
        }
    }

    private static PDComplexFileSpecification embedded(PDDocument pdf, String name, String text) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return file;
    }
}
