package dev.tabellio.samples.degrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.PdfDrawing;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradedSetTest {

    private static final BoundingBox VALUE = new BoundingBox(100, 60, 220, 90);

    @TempDir
    private Path folder = Path.of("");

    private Path inbox = Path.of("");

    @BeforeEach
    void drawSet() throws IOException {
        inbox = folder.resolve("inbox");
        Files.createDirectories(inbox.resolve("flat"));
        try (PdfDrawing drawing = new PdfDrawing(PdfDrawing.Kind.EMBEDDED, 1)) {
            Canvas page = drawing.letterPage();
            page.fill(VALUE, 0);
            Files.write(inbox.resolve("flat/slip.pdf"), drawing.bytes());
        }
        Files.writeString(inbox.resolve("flat/remark.txt"), "as it is");
    }

    @Test
    void everyVariantIsASetOfCasesOfItsOwn() throws IOException {
        LabelledSet scanned = degraded(Variant.SCAN150, Variant.ROTATE);

        assertThat(scanned.cases()).extracting(LabelledCase::rendering).containsExactly("flat scan150", "flat rotate");
        assertThat(scanned.cases().get(0).files())
                .extracting(LabelledFile::path)
                .containsExactly("scan150/flat/slip.pdf", "scan150/flat/remark.txt");
        assertThat(scanned.inbox().resolve("rotate/flat/remark.txt")).hasContent("as it is");
        try (PDDocument pdf =
                Loader.loadPDF(scanned.inbox().resolve("scan150/flat/slip.pdf").toFile())) {
            assertThat(pdf.getPage(0).getResources().getFontNames()).isEmpty();
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void placesMoveAlong() throws IOException {
        Print print = degraded(Variant.PHONE)
                .cases()
                .get(0)
                .documents()
                .get(0)
                .prints()
                .get(0);

        BoundingBox moved = print.places().get("/Value").box();
        assertThat(print.file()).isEqualTo("phone/flat/slip.pdf");
        assertThat(moved).isNotEqualTo(VALUE);
        assertThat(moved.left()).isCloseTo(VALUE.left(), within(25.0));
        assertThat(moved.top()).isCloseTo(VALUE.top(), within(25.0));
    }

    @Test
    void theSameSeedGivesTheSamePixels() throws IOException {
        Path one = degraded(Variant.SCAN150).inbox().resolve("scan150/flat/slip.pdf");
        byte[] first = Files.readAllBytes(one);
        assertThat(degraded(Variant.SCAN150).inbox().resolve("scan150/flat/slip.pdf"))
                .hasBinaryContent(first);
    }

    @Test
    void anUnknownVariantIsNamed() {
        assertThat(Variant.parse("Scan200")).isEqualTo(Variant.SCAN200);
        assertThatThrownBy(() -> Variant.parse("fax"))
                .hasMessage("unknown variant 'fax'; known: scan300, scan200, scan150, rotate, phone");
    }

    private LabelledSet degraded(Variant... variants) throws IOException {
        Print print = new Print(
                "flat/slip.pdf",
                List.of(new PageArea(1, new BoundingBox(0, 0, 612, 792))),
                Map.of("/Value", new Place(1, VALUE, "28,921")));
        LabelledSet set = new LabelledSet(
                "test",
                inbox,
                List.of(new LabelledCase(
                        "one",
                        "flat",
                        List.of(new LabelledFile("flat/slip.pdf", null), new LabelledFile("flat/remark.txt", null)),
                        List.of(new ExpectedDocument("us-w2", Map.of("/Value", "28921.00"), List.of(print), List.of())),
                        List.of())),
                Map.of("us-w2", List.of("/Value")));
        return new DegradedSet(List.of(variants), 7).of(set, folder.resolve("scans"));
    }
}
