package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsSetReaderTest {

    private static final String LABELS = """
            {"scenario": "one", "source": "made up", "packet": "packet.pdf", "packet_pages": 4, "forms": [
              {"file": "01_IRS1040_1.pdf", "form": "IRS1040", "pages": 2, "packet_first_page": 1, "fields": [
                {"field": "t[0].Page1[0].f1_06[0]", "meaning": "/primaryFiler/tin", "value": "900001032", "page": 1,
                 "rect": [469.0, 690.0, 576.0, 704.0]},
                {"field": "t[0].A[0].f1_10[0]", "meaning": "/address/streetAddress space /address/streetAddressLine2",
                 "value": "1 Elm St", "page": 1, "rect": [36.0, 642.0, 416.0, 656.0]},
                {"field": "t[0].A[0].f1_12[0]", "meaning": "/address/city", "value": "Elmo", "page": 1,
                 "rect": [36.0, 618.0, 337.0, 632.0]},
                {"field": "t[0].A[0].f1_14[0]", "meaning": "/address/postalCode", "value": "02301", "page": 1,
                 "rect": [404.0, 618.0, 467.0, 632.0]},
                {"field": "t[0].F[0].c1_3[1]", "meaning": "/isFilingStatusMFJ", "value": "3", "page": 1,
                 "rect": [102.8, 572.0, 110.8, 580.0]},
                {"field": "t[0].Page2[0].f2_23[0]", "meaning": "/overpayment", "value": "5.00", "page": 2,
                 "rect": [504.0, 500.0, 576.0, 512.0]},
                {"field": "t[0].Page2[0].f2_24[0]", "meaning": "/overpayment", "value": "6.00", "page": 2,
                 "rect": [504.0, 488.0, 576.0, 500.0]}]},
              {"file": "02_OTHER_1.pdf", "form": "OTHER", "pages": 1, "packet_first_page": 3, "fields": []},
              {"file": "03_IRSW2_1.pdf", "form": "IRSW2", "pages": 1, "packet_first_page": 4, "fields": [
                {"field": "t[0].C[0].f2_03[0]", "meaning": "several", "value": "Dott &\\nSons\\n9 Oak Rd\\nElmo, MA 02301",
                 "page": 1, "rect": [36.0, 640.0, 288.0, 692.0]},
                {"field": "t[0].C[0].f2_09[0]", "meaning": "/formW2s/*/wages", "value": "15,205", "page": 1,
                 "rect": [325.0, 700.0, 441.0, 712.0]},
                {"field": "t[0].C[0].c2_3[0]", "meaning": "/formW2s/*/retirementPlan", "value": "1", "page": 1,
                 "rect": [375.0, 560.0, 383.0, 568.0]},
                {"field": "t[0].C[0].f2_31[0]", "meaning": "second row", "value": "VT", "page": 1,
                 "rect": [36.0, 470.0, 60.0, 482.0]}]}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeReturn() throws IOException {
        Path home = Files.createDirectories(folder.resolve("one"));
        Files.createDirectories(home.resolve("flat"));
        Files.writeString(home.resolve("labels.json"), LABELS);
        for (String name : List.of("", "flat/")) {
            pdf(home.resolve(name + "01_IRS1040_1.pdf"), 2);
            pdf(home.resolve(name + "02_OTHER_1.pdf"), 1);
            pdf(home.resolve(name + "03_IRSW2_1.pdf"), 1);
        }
        pdf(home.resolve("packet.pdf"), 4);
    }

    @Test
    void eachRenderingIsACaseWithTheSameValues() throws IOException {
        LabelledSet set = LabelledSets.read(folder);

        assertThat(set.cases()).extracting(LabelledCase::rendering).containsExactly("flat", "fillable", "packet");
        assertThat(set.cases())
                .allSatisfy(labelled -> assertThat(labelled.documents())
                        .extracting(ExpectedDocument::type)
                        .containsExactly("us-1040", "us-w2"));
        assertThat(set.cases())
                .extracting(labelled -> labelled.documents().get(0).values())
                .containsOnly(set.cases().get(0).documents().get(0).values());
    }

    @Test
    void valuesAreAsExported() throws IOException {
        List<ExpectedDocument> documents =
                LabelledSets.read(folder).cases().get(0).documents();

        assertThat(documents.get(0).values())
                .containsEntry("/HasMoreThanFourDependents", "false")
                .doesNotContainKey("/Dependents/0/ChildTaxCredit");
        Map<String, String> entered = new TreeMap<>(documents.get(0).values());
        entered.values().removeIf("false"::equals);
        assertThat(entered)
                .containsOnly(
                        entry("/Taxpayer/SSN", "900-00-1032"),
                        entry("/Taxpayer/Address", "1 Elm St\nElmo 02301"),
                        entry("/FilingStatus", "marriedFilingJointly"),
                        entry("/Box34", "5.00"),
                        entry("/Box35a", "6.00"));
        assertThat(documents.get(1).values())
                .containsOnly(
                        entry("/Employer/Name", "Dott &\nSons"),
                        entry("/Employer/Address", "9 Oak Rd\nElmo, MA 02301"),
                        entry("/WagesTipsAndOtherCompensation", "15205.00"),
                        entry("/IsStatutoryEmployee", "false"),
                        entry("/IsRetirementPlan", "true"),
                        entry("/IsThirdPartySickPay", "false"),
                        entry("/StateTaxInfos/0/State", "VT"));
    }

    @Test
    void placesCountFromTheTopOfThePageInThePacketToo() throws IOException {
        LabelledCase packet = LabelledSets.read(folder).cases().get(2);

        Print print = packet.documents().get(1).prints().get(0);
        assertThat(print.areas()).containsExactly(new PageArea(4, new BoundingBox(0, 0, 612, 792)));
        assertThat(print.places())
                .containsEntry(
                        "/WagesTipsAndOtherCompensation", new Place(4, new BoundingBox(325, 80, 441, 92), "15,205"));
        assertThat(packet.otherPages())
                .containsExactly(new ExpectedPage("one/packet.pdf", 3, PageUse.Kind.UNKNOWN, "OTHER"));
    }

    @Test
    void onlyWhatTheMappingCoversIsScored() throws IOException {
        LabelledSet set = LabelledSets.read(folder);

        assertThat(set.scores("us-w2", "/StateTaxInfos/3/State")).isTrue();
        assertThat(set.scores("us-w2", "/TaxYear")).isFalse();
        assertThat(set.scores("nda", "/EffectiveDate")).isFalse();
    }

    private static void pdf(Path file, int pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                pdf.addPage(new PDPage(PDRectangle.LETTER));
            }
            pdf.save(file.toFile());
        }
    }
}
