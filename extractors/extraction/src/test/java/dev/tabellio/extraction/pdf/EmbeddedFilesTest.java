package dev.tabellio.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedXmlTest {

    @TempDir
    Path folder;

    @Test
    void takesXmlFilesAndLeavesOthers() throws IOException {
        Path file = folder.resolve("a.pdf");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            Map<String, PDComplexFileSpecification> names = new TreeMap<>();
            names.put("1", embedded(pdf, "factur-x.xml", "\ufeff<a>ü</a>"));
            names.put("2", embedded(pdf, "macro.exe", "MZ"));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(names);
            PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            dictionary.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(dictionary);
            pdf.save(file.toFile());
        }

        try (PdfFile pdf = PdfFile.open(file)) {
            assertThat(pdf.attachments()).singleElement().satisfies(attachment -> {
                assertThat(attachment.name()).isEqualTo("factur-x.xml");
                assertThat(attachment.text()).isEqualTo("<a>ü</a>");
            });
        }
    }

    private static PDComplexFileSpecification embedded(PDDocument pdf, String name, String text) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return file;
    }
}
