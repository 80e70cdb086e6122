package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KleisterNdaSetReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsKeysAndValues() throws IOException {
        write(
                "a.pdf\teffective_date=2009-09-23 jurisdiction=New_York party=Dott_&_Sons party=Elm_S.A. term=12_months\n");

        LabelledSet set = LabelledSets.read(folder);

        ExpectedDocument document = set.cases().get(0).documents().get(0);
        assertThat(document.values())
                .containsExactly(
                        entry("/EffectiveDate", "2009-09-23"),
                        entry("/Jurisdictions/0/Region", "New York"),
                        entry("/Parties/0/Name", "Dott & Sons"),
                        entry("/Parties/1/Name", "Elm S.A."),
                        entry("/ContractDuration", "12 months"));
        assertThat(document.prints().get(0).areas()).hasSize(2);
        assertThat(set.scores("nda", "/Parties/0/Address")).isFalse();
    }

    @Test
    void refusesALabelThatItDoesNotKnow() throws IOException {
        write("a.pdf\tcolour=blue\n");

        assertThatThrownBy(() -> LabelledSets.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected.tsv")
                .hasMessageContaining("colour=blue");
    }

    private void write(String labels) throws IOException {
        Files.writeString(folder.resolve("expected.tsv"), labels);
        Path documents = Files.createDirectories(folder.resolve("documents"));
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.LETTER));
            pdf.addPage(new PDPage(PDRectangle.A4));
            pdf.save(documents.resolve("a.pdf").toFile());
        }
    }
}
