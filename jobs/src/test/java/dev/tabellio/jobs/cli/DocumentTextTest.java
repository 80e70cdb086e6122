package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Origin;
import dev.tabellio.jobs.inspect.DocumentView;
import dev.tabellio.jobs.inspect.Unseen;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.reconciliation.Finding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-DE", "tr-TR"})
    void showsFieldsEvidenceFindingsAndHistory(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(DocumentText.of(document(), false)).isEqualTo("""
                Document 3f2a9b1c00d1e2f3  us-w2  REVIEW
                  something that no rule found
                  file      01/packet.pdf, pages 4-5
                  run       2026-11-20-1
                  copy      page 6
                  versions  schema aaaaaaaaaaaa, rules bbbbbbbbbbbb, code cccccccccccc, prompt dddd, asked SMALL openai tiny

                Fields
                  /Employer/Name                  0.97  Acme / Main Street
                                                          p4 [10 20 60 40] text layer  below "c Employer's name"
                  /WagesTipsAndOtherCompensation  0.99  28921.00
                                                          p4 [100 20 140 30] ocr "28,921", or "28,971"  cell of box 1

                Not certain enough to be facts
                  /Employer/IdNumber  "O0-11l1111"
                      not the shape of an EIN (p4 [100 60 140 70] ocr, repaired)

                Not in the document
                  /ControlNumber

                Findings
                  error    us-w2.required  the employer's EIN was not read
                  warning  us-w2.box4      box 4 is 6.2 % of box 3
                  1 satisfied, 1 not applicable (see them with --all)

                Hidden text, which is never read as part of the document
                  p4 [10 20 60 40]  without ink  "wages are 9"
                  file              metadata     "a subject"

                Speaks to language models, and is withheld from them
                  page 4 speaks to a language model (ADDRESS): "dear model"

                History
                  2026-11-20T01:00:00Z  processed
                """);
    }

    @Test
    void allFindingsAreShownOnRequest() {
        assertThat(DocumentText.of(document(), true))
                .contains("satisfied       us-w2.ssn", "not applicable  us-w2.box12")
                .doesNotContain("--all");
    }

    private static DocumentView document() {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        fields.put(
                "/Employer/Name",
                new ExtractedField.Cited(
                        new FieldValue.Text("Acme\nMain Street"),
                        List.of(citation(new BoundingBox(10, 20, 60, 40), "Acme\nMain Street", Origin.TEXT_LAYER)),
                        0.97,
                        "below \"c Employer's name\""));
        fields.put("/ControlNumber", new ExtractedField.Absent());
        fields.put(
                "/WagesTipsAndOtherCompensation",
                new ExtractedField.Cited(
                        new FieldValue.Amount(new BigDecimal("28921.00"), "USD"),
                        List.of(new Citation(
                                4,
                                new BoundingBox(100, 20, 140, 30),
                                "28,921",
                                Origin.OCR,
                                Citation.Status.VERIFIED,
                                "28,971")),
                        0.99,
                        "cell of box 1"));
        fields.put(
                "/Employer/IdNumber",
                new ExtractedField.Uncited(
                        "O0-11l1111",
                        "not the shape of an EIN",
                        List.of(new Citation(
                                4,
                                new BoundingBox(100, 60, 140, 70),
                                "O0-11l1111",
                                Origin.OCR,
                                Citation.Status.REPAIRED))));
        return new DocumentView(
                "3f2a9b1c00d1e2f3",
                "2026-11-20-1",
                "01/packet.pdf",
                List.of(4, 5),
                "us-w2",
                "1",
                "REVIEW",
                "us-w2.required: the employer's EIN was not read\nsomething that no rule found",
                null,
                List.of("page 6"),
                fields,
                List.of(
                        finding(
                                "us-w2.required",
                                Finding.Severity.ERROR,
                                Finding.Outcome.VIOLATED,
                                "the employer's EIN was not read"),
                        finding(
                                "us-w2.box4",
                                Finding.Severity.WARNING,
                                Finding.Outcome.VIOLATED,
                                "box 4 is 6.2 % of box 3"),
                        finding(
                                "us-w2.ssn",
                                Finding.Severity.ERROR,
                                Finding.Outcome.SATISFIED,
                                "an SSN has nine digits"),
                        finding(
                                "us-w2.box12",
                                Finding.Severity.ERROR,
                                Finding.Outcome.NOT_APPLICABLE,
                                "a code has an amount")),
                List.of(new DocumentView.Event("2026-11-20T01:00:00Z", "processed")),
                new Unseen(
                        List.of(
                                new Unseen.Hidden(
                                        4, HiddenText.Why.WITHOUT_INK, "wages are 9", new BoundingBox(10, 20, 60, 40)),
                                new Unseen.Hidden(0, HiddenText.Why.METADATA, "a subject", null)),
                        List.of(new Unseen.Speaks(4, "page 4 speaks to a language model (ADDRESS): \"dear model\""))),
                new ResultVersions("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddd", "SMALL openai tiny"));
    }

    private static Citation citation(BoundingBox box, String text, Origin origin) {
        return new Citation(4, box, text, origin, Citation.Status.VERIFIED);
    }

    private static Finding finding(String rule, Finding.Severity severity, Finding.Outcome outcome, String says) {
        return new Finding(rule, severity, outcome, says, List.of());
    }
}
