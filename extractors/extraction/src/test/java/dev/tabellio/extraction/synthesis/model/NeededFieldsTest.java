package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeededFieldsTest {

    private static final DocumentType W2 = DocumentTypes.shipped().get("us-w2");
    private static final NeededFields NEEDED = new NeededFields(0.9);

    private final Map<String, ExtractedField> complete = new HashMap<>(Map.of(
            "/Employee/SocialSecurityNumber", cited(0.99),
            "/Employee/Name", cited(0.99),
            "/Employer/IdNumber", cited(0.99),
            "/Employer/Name", cited(0.99),
            "/WagesTipsAndOtherCompensation", cited(0.99),
            "/TaxYear", cited(0.99),
            "/AllocatedTips", new ExtractedField.Absent()));

    @Test
    void aCompleteDocumentNeedsNothing() {
        assertThat(NEEDED.of(W2, document(), Set.of())).isEmpty();
    }

    @Test
    void whatIsRequiredAndNotThereIsNeeded() {
        complete.put("/Employer/IdNumber", new ExtractedField.Absent());
        complete.remove("/WagesTipsAndOtherCompensation");

        assertThat(NEEDED.of(W2, document(), Set.of()))
                .containsExactlyInAnyOrder("/Employer/IdNumber", "/WagesTipsAndOtherCompensation");
    }

    @Test
    void whatIsUncitedOrUncertainIsNeeded() {
        complete.put("/AllocatedTips", new ExtractedField.Uncited("1O.00", "is not one amount", List.of()));
        complete.put("/StateTaxInfos/1/State", cited(0.89));

        assertThat(NEEDED.of(W2, document(), Set.of()))
                .containsExactlyInAnyOrder("/AllocatedTips", "/StateTaxInfos/1/State");
    }

    @Test
    void whatAFailedRuleLooksAtIsNeeded() {
        assertThat(NEEDED.of(W2, document(), Set.of("/FederalIncomeTaxWithheld", "/NoSuchField")))
                .containsExactly("/FederalIncomeTaxWithheld");
    }

    @Test
    void ofARowFieldAllRowsAreAskedFor() {
        ReadingTask task = new ReadingTask(
                TypedDocument.of("us-w2", "x").file(),
                document(),
                W2,
                Set.of("/StateTaxInfos/1/State", "/TaxYear"),
                FieldCheck.NONE);

        assertThat(task.fields().patterns())
                .containsExactly(
                        "/TaxYear",
                        "/StateTaxInfos/*/State",
                        "/StateTaxInfos/*/EmployerStateIdNumber",
                        "/StateTaxInfos/*/StateWagesTipsEtc",
                        "/StateTaxInfos/*/StateIncomeTax");
    }

    private ExtractedDocument document() {
        return TypedDocument.of("us-w2", "x").read(complete);
    }

    private static ExtractedField cited(double confidence) {
        Citation citation =
                new Citation(1, new BoundingBox(0, 0, 1, 1), "x", Origin.TEXT_LAYER, Citation.Status.VERIFIED);
        return new ExtractedField.Cited(new FieldValue.Text("x"), List.of(citation), confidence, "box");
    }
}
