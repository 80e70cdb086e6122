package dev.tabellio.extraction.llm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PseudonymsTest {

    private static final List<String> FORM = """
            a Employee's social security number 400-00-1038
            b Employer identification number (EIN) 12-3456789
            c Pat O'Brien-McDonald
            c PAT O'BRIEN 12345-6789
            1 Wages 54,321.00 401(k) 123456789.00
            d Account 00123456789012
            Cactus Works, Inc. of Springfield""".lines().toList();

    private static final Map<String, List<String>> KNOWN =
            Map.of("/Employee/Name", List.of("Pat O'Brien-McDonald"), "/Employer/IdNumber", List.of("12-3456789"));

    private final Pseudonyms pseudonyms = Privacy.STRICT.pseudonyms(FORM, KNOWN);

    @Test
    void nothingPrivateIsLeft() {
        String hidden = String.join("\n", FORM.stream().map(pseudonyms::hide).toList());
        assertThat(hidden)
                .doesNotContain(
                        "400-00-1038", "12-3456789", "Pat", "PAT", "Brien", "BRIEN", "McDonald", "00123456789012")
                .doesNotContain("Cactus")
                .contains("54,321.00", "123456789.00", "12345-6789", "Springfield", ", Inc.");
    }

    @Test
    void standInsHaveTheShapeOfWhatTheyStandFor() {
        assertThat(pseudonyms.hide(FORM.get(0))).matches("a Employee's social security number 000-90-\\d{4}");
        assertThat(pseudonyms.hide(FORM.get(1))).matches("b Employer identification number \\(EIN\\) 00-\\d{7}");
        assertThat(pseudonyms.hide(FORM.get(2))).matches("c Name\\d+ Name\\d+-Name\\d+");
        assertThat(pseudonyms.hide(FORM.get(3))).matches("c NAME\\d+ NAME\\d+ 12345-6789");
    }

    @Test
    void everythingComesBackAsPrinted() {
        assertThat(FORM.stream().map(pseudonyms::hide).map(pseudonyms::restore)).isEqualTo(FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"400-00-1038", "400 00 1038", "400001038", "4 0 0 0 0 1 0 3 8", "400–00–1038"})
    void aNumberIsTheSameInEveryShape(String printed) {
        assertThat(pseudonyms.hide(printed)).isNotEqualTo(printed).startsWith("0");
        assertThat(pseudonyms.restore(pseudonyms.hide(printed))).isEqualTo(printed);
        String answered = PrivateText.digits(pseudonyms.hide(printed));
        assertThat(pseudonyms.restore(answered)).isEqualTo("400001038");
    }

    @Test
    void partsOfANameComeBackAlone() {
        String hidden = pseudonyms.hide(FORM.get(2));
        String last = hidden.substring(hidden.lastIndexOf('-') + 1);
        assertThat(pseudonyms.restore(last)).isEqualTo("McDonald");
    }

    @Test
    void restoresTheStringsOfAnAnswer() {
        String hidden = pseudonyms.hide("400-00-1038");
        var answer = JsonMapper.shared()
                .readTree("{\"SSN\": {\"value\": \"%s\", \"lines\": [\"p1.l1\"], \"n\": 1}}".formatted(hidden));
        assertThat(pseudonyms.restore(answer))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"SSN\": {\"value\": \"400-00-1038\", \"lines\": [\"p1.l1\"], \"n\": 1}}"));
    }

    @Test
    void theSameDocumentGetsTheSameStandIns() {
        Pseudonyms again = Privacy.STRICT.pseudonyms(FORM, KNOWN);
        assertThat(FORM.stream().map(again::hide))
                .isEqualTo(FORM.stream().map(pseudonyms::hide).toList());
    }

    @Test
    void whatMayLeaveStaysAsPrinted() {
        Pseudonyms names =
                new Privacy(Set.of(PrivateKind.SSN, PrivateKind.EIN, PrivateKind.ACCOUNT)).pseudonyms(FORM, KNOWN);
        assertThat(names.hide(FORM.get(0))).isEqualTo(FORM.get(0));
        assertThat(names.hide(FORM.get(5))).isEqualTo(FORM.get(5));
        assertThat(names.hide(FORM.get(2))).doesNotContain("McDonald");
    }

    @Test
    void aStandInIsNotAWordOfTheDocument() {
        List<String> lines =
                List.of("Name: Ann Lee", "NAME1 and Name2 are fields, 000-90-0003 is printed", "SSN 400-00-1038");
        Pseudonyms taken = Privacy.STRICT.pseudonyms(lines, Map.of());
        assertThat(lines.stream().map(taken::hide).map(taken::restore)).isEqualTo(lines);
        assertThat(taken.hide("Ann Lee")).doesNotContain("Name1 ", "Name2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR"})
    void worksInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            List<String> lines = List.of("Name: IDA MILLI", "Ida Milli 400-00-1038");
            Pseudonyms made = Privacy.STRICT.pseudonyms(lines, Map.of());
            assertThat(made.hide(lines.get(1))).matches("Name\\d+ Name\\d+ 000-90-\\d{4}");
            assertThat(lines.stream().map(made::hide).map(made::restore)).isEqualTo(lines);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void knowsPrivateFieldsByTheirNames() {
        assertThat(PrivateKind.of("/Employee/SocialSecurityNumber")).contains(PrivateKind.SSN);
        assertThat(PrivateKind.of("/Employer/IdNumber")).contains(PrivateKind.EIN);
        assertThat(PrivateKind.of("/Recipient/AccountNumber")).contains(PrivateKind.ACCOUNT);
        assertThat(PrivateKind.of("/Spouse/FirstNameAndInitials")).contains(PrivateKind.NAME);
        assertThat(PrivateKind.of("/Parties/0/Name")).contains(PrivateKind.NAME);
        assertThat(PrivateKind.of("/LocalTaxInfos/0/LocalityName")).isEmpty();
        assertThat(PrivateKind.of("/WagesTipsAndOtherCompensation")).isEmpty();
    }
}
