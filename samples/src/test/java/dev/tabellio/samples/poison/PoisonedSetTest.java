package dev.tabellio.samples.poison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PoisonedSetTest {

    private static final List<PoisonedSample> SET = new ArrayList<>();

    @BeforeAll
    static void make() throws IOException {
        SET.addAll(PoisonedSet.of(7));
    }

    @Test
    void everyPlaceIsThereInBothLanguagesInAFormAndInAContract() {
        for (HidingPlace place : HidingPlace.values()) {
            assertThat(SET)
                    .filteredOn(sample -> sample.place() == place)
                    .extracting(sample -> sample.language() + " " + sample.id().startsWith("nda/"))
                    .containsExactlyInAnyOrder("en true", "en false", "de true", "de false");
        }
        assertThat(SET.stream().map(PoisonedSample::id).distinct()).hasSize(SET.size());
        assertThat(SET).filteredOn(sample -> sample.place().visible()).hasSizeGreaterThan(20);
        assertThat(SET).filteredOn(sample -> !sample.place().visible()).hasSizeGreaterThan(40);
    }

    @Test
    void aFieldShowsSomethingElseThanItsValue() throws IOException {
        for (PoisonedSample sample : of(HidingPlace.OTHER_VALUE)) {
            List<String> values = values(sample);
            assertThat(values).contains(sample.attack().words());
            if (!sample.id().startsWith("nda/")) {
                assertThat(values).as("the box itself").contains(sample.attack().printed());
            }
        }
    }

    @Test
    void theFormsOwnFieldHoldsTheWords() throws IOException {
        for (PoisonedSample sample : of(HidingPlace.OWN_FIELD)) {
            assertThat(values(sample)).contains(sample.attack().words());
        }
    }

    private static List<PoisonedSample> of(HidingPlace place) {
        return SET.stream().filter(sample -> sample.place() == place).toList();
    }

    private static List<String> values(PoisonedSample sample) throws IOException {
        List<String> values = new ArrayList<>();
        for (byte[] file : sample.sample().files().values()) {
            try (PDDocument pdf = Loader.loadPDF(file)) {
                for (PDField field : pdf.getDocumentCatalog().getAcroForm().getFieldTree()) {
                    values.add(field.getCOSObject().getString(COSName.V, ""));
                }
            }
        }
        return values;
    }
}
