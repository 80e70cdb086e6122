package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureLabelsSetReaderTest {

    private static final String BOX = "\"page\": 1, \"boundingBoxes\": [[0.1, 0.2, 0.3, 0.2, 0.3, 0.25, 0.1, 0.25]]";

    @TempDir
    Path folder;

    @Test
    void readsWordsAmountsAndBoxes() throws IOException {
        write(
                "1099-misc",
                label("PayerName", "Acme", "Inc.") + "," + label("Rents", "1,500") + "," + label("FATCA", "selected")
                        + "," + label("2ndTIN", "unselected"));

        LabelledCase labelled = LabelledSets.read(folder).cases().get(0);

        ExpectedDocument document = labelled.documents().get(0);
        assertThat(document.type()).isEqualTo("us-1099-misc");
        assertThat(document.values())
                .containsExactly(
                        entry("/Payer/Name", "Acme Inc."),
                        entry("/Box1", "1500.00"),
                        entry("/Box13", "true"),
                        entry("/IsSecondTINNotice", "false"));
        assertThat(document.prints().get(0).places().get("/Box1"))
                .isEqualTo(new Place(1, new BoundingBox(61.2, 158.4, 183.6, 198), "1,500"));
        assertThat(labelled.otherPages())
                .containsExactly(new ExpectedPage("1099-misc/a.pdf", 2, PageUse.Kind.INSTRUCTIONS, "us-1099-misc"));
    }

    @Test
    void theTickedOneOfSeveralBoxesIsTheValue() throws IOException {
        write(
                "w-9",
                label("TaxClassifyIndividual", "unselected") + "," + label("TaxClassifyTrust", "selected") + ","
                        + label("SSN", "1", "2", "3", "4", "5", "6", "7", "8", "9") + ","
                        + label("Address", "1", "Main") + "," + label("CityStateZip", "Ames,", "IA"));

        assertThat(LabelledSets.read(folder).cases().get(0).documents().get(0).values())
                .containsExactly(
                        entry("/TaxClassification", "trustEstate"),
                        entry("/Address", "1 Main\nAmes, IA"),
                        entry("/SSN", "123-45-6789"));
    }

    @Test
    void aFolderWithoutMappingIsLeftOut() throws IOException {
        write("passports", label("Name", "Jane"));
        assertThat(LabelledSets.read(folder).cases()).isEmpty();
    }

    @Test
    void brokenLabelsAreNamed() throws IOException {
        write("w-9", "{\"label\": 1");
        assertThatThrownBy(() -> LabelledSets.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.pdf.labels.json");
    }

    private static String label(String name, String... words) {
        StringBuilder values = new StringBuilder();
        for (String word : words) {
            values.append(values.isEmpty() ? "" : ",").append("{\"text\": \"%s\", %s}".formatted(word, BOX));
        }
        return "{\"label\": \"%s\", \"value\": [%s]}".formatted(name, values);
    }

    private void write(String kind, String labels) throws IOException {
        Path home = Files.createDirectories(folder.resolve(kind));
        Files.writeString(
                home.resolve("a.pdf.labels.json"), "{\"document\": \"a.pdf\", \"labels\": [%s]}".formatted(labels));
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.LETTER));
            pdf.addPage(new PDPage(PDRectangle.LETTER));
            pdf.save(home.resolve("a.pdf").toFile());
        }
    }
}
