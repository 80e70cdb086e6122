package dev.tabellio.extraction.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.text.DrawnPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationVerifierTest {

    private final CitationVerifier verifier = new CitationVerifier(DrawnPage.file(DrawnPage.of(1, """
            Acme Incorporated    1,234.56
            1 Main Street        [x] Retirement   [ ] Statutory
            """)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0   | 0  | 90  | 12 | Acme Incorporated             | true",
                "1 | 0   | 0  | 90  | 12 | ACME, Incorporated            | true",
                "1 | 0   | 0  | 90  | 24 | Acme Incorporated/1 Main Street | true",
                "1 | 0   | 0  | 90  | 24 | 1 Main Street/Acme Incorporated | false",
                "1 | 100 | 0  | 160 | 12 | 1,234.56                      | true",
                "1 | 100 | 0  | 160 | 12 | 1,234.57                      | false",
                "1 | 0   | 0  | 90  | 12 | 1,234.56                      | false",
                "2 | 0   | 0  | 90  | 12 | Acme                          | false",
                "1 | 100 | 12 | 125 | 24 | \u2612                        | true",
                "1 | 100 | 12 | 125 | 24 | \u2610                        | false",
                "1 | 180 | 12 | 205 | 24 | \u2610                        | true",
                "1 | 0   | 12 | 60  | 24 | \u2612                        | false"
            })
    void aCitationHoldsIfItsTextIsInItsBox(
            int page, double left, double top, double right, double bottom, String text, boolean holds) {
        assertThat(verifier.holds(citation(page, new BoundingBox(left, top, right, bottom), text)))
                .isEqualTo(holds);
    }

    @Test
    void aValueWhoseCitationDoesNotHoldIsUncited() {
        ExtractedField field = new ExtractedField.Cited(
                new FieldValue.Text("Acme"), List.of(citation(1, new BoundingBox(0, 12, 90, 24), "Acme")), 0.9, "test");
        assertThat(verifier.verified(field)).isInstanceOfSatisfying(ExtractedField.Uncited.class, uncited -> {
            assertThat(uncited.text()).isEqualTo("Acme");
            assertThat(uncited.reason()).contains("page 1");
        });
    }

    @Test
    void otherFieldsPassThrough() {
        ExtractedField absent = new ExtractedField.Absent();
        assertThat(verifier.verified(absent)).isSameAs(absent);
    }

    private static Citation citation(int page, BoundingBox box, String text) {
        return new Citation(page, box, text.replace('/', '\n'), Origin.TEXT_LAYER, Citation.Status.VERIFIED);
    }
}
