package dev.tabellio.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.reconciliation.Finding.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TieOutTest {

    private static final String RETURN_SCHEMA = """
            {"type": "object", "properties": {
               "Id": {"type": "string", "x-tabellio-kind": "identifier"},
               "Spouse": {"type": "string", "x-tabellio-kind": "identifier"},
               "Year": {"type": "string", "x-tabellio-kind": "text"},
               "Wages": {"type": "string", "x-tabellio-kind": "amount"}}}
            """;

    private static final String RULES = """
            tieOut:
              - id: return.wages
                severity: error
                says: "the wages ({Wages}) are the sum over {count(slips)} slips ({slips.Wages})"
                join:
                  type: slip
                  as: slips
                  on: >-
                    (same number(other.Number, Id) or same number(other.Number, Spouse))
                    and (Year = null or other.Year = null or Year = other.Year)
                expression: abs(Wages - sum(slips.Wages)) <= count(slips)
                examples:
                  satisfied: [{Id: "123456789", Wages: 3, slips: [{Number: 123-45-6789, Wages: 3}]}]
                  edge: [{Id: "123456789", Wages: 5, slips: [{Number: 123-45-6789, Wages: 4}]}]
                  violated: [{Id: "123456789", Wages: 5.01, slips: [{Number: 123-45-6789, Wages: 4}]}]
                  notApplicable: [{Id: "123456789", Wages: 3, slips: [{Number: 999-45-6789, Wages: 3}]}, {Id: "1", Wages: 3}]
            """;

    @TempDir
    private Path folder;

    private DocumentTypes types;
    private TieOut tieOut;

    @BeforeEach
    void writeTypes() {
        TypeFolder.slip(folder, "");
        TypeFolder.write(folder, "return", RETURN_SCHEMA, "[]", RULES);
        types = DocumentTypes.withUserFolder(folder);
        tieOut = new TieOut(types);
    }

    private static ExtractedDocument taxReturn(String wages) {
        return TypeFolder.document(
                "return",
                "r",
                Map.of(
                        "/Id",
                        "123-45-6789",
                        "/Spouse",
                        "123-45-0000",
                        "/Year",
                        "2024",
                        "/Wages",
                        new BigDecimal(wages)));
    }

    private static ExtractedDocument slip(String id, String number, String year, String wages) {
        return TypeFolder.document(
                "slip", id, Map.of("/Number", number, "/Year", year, "/Wages", new BigDecimal(wages)));
    }

    private Finding check(ExtractedDocument subject, ExtractedDocument... candidates) {
        List<ExtractedDocument> shuffled = new ArrayList<>(Arrays.asList(candidates));
        List<Finding> findings = tieOut.findings(subject, shuffled);
        Collections.reverse(shuffled);
        assertThat(tieOut.findings(subject, shuffled)).isEqualTo(findings);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void examplesComeOut() {
        assertThat(RuleBook.of(types.get("return"), types).failedExamples()).isEmpty();
    }

    @Test
    void sumsTheDocumentsThatBelong() {
        Finding finding = check(
                taxReturn("300.00"),
                slip("s1", "123-45-6789", "2024", "100.00"),
                slip("s2", "XXX-XX-0000", "2024", "200.00"),
                slip("s3", "123-45-6789", "2023", "5000.00"),
                slip("s4", "555-55-5555", "2024", "7000.00"));

        assertThat(finding.outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(finding.says()).isEqualTo("the wages (300.00) are the sum over 2 slips (100.00, 200.00)");
        assertThat(finding.evidence()).containsExactlyInAnyOrder("/Wages", "s1#/Wages", "s2#/Wages");
    }

    @Test
    void aPrintOfTheSameDocumentCountsOnce() {
        ExtractedDocument withName = TypeFolder.document(
                "slip",
                "s0",
                Map.of("/Number", "123456789", "/Year", "2024", "/Wages", new BigDecimal("100"), "/Name", "Ann"));

        assertThat(check(taxReturn("100.00"), slip("s1", "123-45-6789", "2024", "100.00"), withName)
                        .says())
                .isEqualTo("the wages (100.00) are the sum over 1 slips (100)");
    }

    @Test
    void twoDocumentsOfTheSameIdentityAndOtherValuesBothCount() {
        assertThat(check(
                                taxReturn("101.00"),
                                slip("s1", "123-45-6789", "2024", "100.00"),
                                slip("s2", "123-45-6789", "2024", "1.00"))
                        .outcome())
                .isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void aDifferenceBeyondTheToleranceIsAViolation() {
        assertThat(check(taxReturn("101.01"), slip("s1", "123-45-6789", "2024", "100.00"))
                        .outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void nothingIsSaidWithoutTheOtherDocuments() {
        assertThat(check(taxReturn("100.00")).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(check(taxReturn("100.00"), taxReturn("100.00")).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void nothingIsSaidIfAnAmountOfAnotherDocumentIsUnreadable() {
        ExtractedDocument unreadable = TypeFolder.document(
                "slip",
                "s2",
                Map.of("/Number", "123-45-6789", "/Wages", new ExtractedField.Uncited("1O0", "a letter", List.of())));

        Finding finding = check(taxReturn("100.00"), slip("s1", "123-45-6789", "2024", "100.00"), unreadable);

        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(finding.says()).endsWith("(s2#/Wages does not hold as a value)");
    }

    @Test
    void knowsWhichTypesItJoins() {
        assertThat(tieOut.joins("return")).containsExactly("slip");
        assertThat(tieOut.joins("slip")).isEmpty();
        assertThat(tieOut.version("return")).startsWith("tie-out-");
        assertThatThrownBy(() -> tieOut.joins("nope")).hasMessageContaining("'nope'");
    }

    @Test
    void aJoinNamesAKnownTypeAndAFreeName() {
        TypeFolder.write(folder, "return", RETURN_SCHEMA, "[]", RULES.replace("type: slip", "type: slop"));
        assertThatThrownBy(() -> new TieOut(DocumentTypes.withUserFolder(folder)))
                .hasMessageContaining("rule return.wages: line 6, column 13: unknown document type 'slop'");

        TypeFolder.write(folder, "return", RETURN_SCHEMA, "[]", RULES.replace("as: slips", "as: Wages"));
        assertThatThrownBy(() -> new TieOut(DocumentTypes.withUserFolder(folder)))
                .hasMessageContaining("'Wages' is taken");
    }
}
