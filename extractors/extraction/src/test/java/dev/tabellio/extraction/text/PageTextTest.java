package dev.tabellio.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Employee’s social security number | employeessocialsecuritynumber",
                "W-2                               | w2",
                "Größe, É. 3º                       | großee3o",
                "1–Dec. 31,                        | 1dec31",
                ". . .                             | ''"
            })
    void lettersAndDigitsCount(String text, String letters) {
        assertThat(Letters.compact(text)).isEqualTo(letters);
    }

    @Test
    void blanksOfRecognisedTextAreWideBesideTheirTightBoxes() {
        assertThat(runs(Origin.OCR)).isEqualTo(1);
        assertThat(runs(Origin.TEXT_LAYER)).isEqualTo(2);
    }

    @Test
    void blanksBesideSmallLettersAreMeasuredAgainstCapitals() {
        Word before = new Word("1040-SR,", new BoundingBox(250, 304, 280, 310), Origin.OCR, 1);
        Word small = new Word("or", new BoundingBox(285, 306, 291, 310), Origin.OCR, 1);
        Word after = new Word("1040-NR", new BoundingBox(297, 304, 328, 310), Origin.OCR, 1);
        assertThat(runs(before, small, after)).isEqualTo(1);
        assertThat(runs(before, after)).isEqualTo(2);
    }

    /** Places are those of a draft of Schedule EIC. */
    @Test
    void aWatermarkDoesNotRunOnInTheLinesUnderIt() {
        Word first = new Word("First", new BoundingBox(217, 291.3, 231, 299.5), Origin.TEXT_LAYER, 1);
        Word name = new Word("name", new BoundingBox(233, 291.3, 250, 299.5), Origin.TEXT_LAYER, 1);
        Word watermark = new Word("NOT", new BoundingBox(222, 239.8, 348, 311.2), Origin.TEXT_LAYER, 1);
        assertThat(page(first, watermark, name).find(Wording.of("First name"))).hasSize(1);
    }

    @Test
    void theBigNumberOfAFormRunsOnFromTheWordBeforeIt() {
        Word form = new Word("Form", new BoundingBox(36, 50, 50, 57), Origin.TEXT_LAYER, 1);
        Word number = new Word("1040", new BoundingBox(53, 29, 100, 60), Origin.TEXT_LAYER, 1);
        assertThat(page(form, number).find(Wording.of("Form 1040"))).hasSize(1);
    }

    @Test
    void aLineOfSmallLettersMayGoOnAboveIt() {
        Word first = new Word("Phone", new BoundingBox(303, 423, 322, 428), Origin.OCR, 1);
        Word second = new Word("no.", new BoundingBox(303, 431.7, 310, 435.2), Origin.OCR, 1);
        assertThat(page(first, second).find(Wording.of("Phone no."))).hasSize(1);
    }

    private static int runs(Origin origin) {
        Word before = new Word("33.", new BoundingBox(312, 304, 320, 310), origin, 1);
        Word after = new Word("This", new BoundingBox(325, 304, 340, 310), origin, 1);
        return runs(before, after);
    }

    private static int runs(Word... words) {
        return page(words).runs().size();
    }

    private static PageText page(Word... words) {
        Page page = new Page(
                1,
                612,
                792,
                PageReading.OCR,
                List.of(words),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return PageText.of(page);
    }

    @Test
    void lettersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(Letters.compact("FILING I")).isEqualTo("filingi");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Statutory employee",
                "Statutory, employee",
                "Statutory\nemployee",
                "13 Statutory employee plan",
                "13Statutory employee"
            })
    void findsAWordingHoweverItIsSet(String drawing) {
        assertThat(text(drawing, Origin.TEXT_LAYER).find(Wording.of("Statutory employee")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Statutory", "Stat utory         employee", "Non-statutory employees", "Statutory\n\n\nemployee"
            })
    void doesNotFindAnotherWording(String drawing) {
        assertThat(text(drawing, Origin.TEXT_LAYER).find(Wording.of("Statutory employee")))
                .isEmpty();
    }

    @Test
    void columnsAreApart() {
        PageText page = text("""
                Statutory   Retirement   Third-party
                employee    plan         sick pay
                """, Origin.TEXT_LAYER);
        assertThat(page.runs()).hasSize(6);
        assertThat(page.rows()).hasSize(2);
        assertThat(page.find(Wording.of("Third-party sick pay")))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(words(page, hit)).isEqualTo("Third-party sick pay");
                    assertThat(hit.quality()).isEqualTo(1);
                });
        assertThat(page.find(Wording.of("Statutory Retirement"))).isEmpty();
        assertThat(page.alongRows(Wording.of("Statutory Retirement"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soclal securlty wages   | Social security wages      | 0.89",
                "Socialsecurity wa ges   | Social security wages      | 1",
                "Medicare wayes and tips | Medicare wages and tips    | 0.95",
                "Form 1040 (2O24) Page 2 | Form 1040 (####) Page 2    | 0.94"
            })
    void recognisedTextMayDiffer(String printed, String wording, double quality) {
        assertThat(text(printed, Origin.OCR).find(Wording.of(wording)))
                .singleElement()
                .satisfies(hit -> assertThat(hit.quality()).isBetween(quality - 0.01, quality + 0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Social security tips        | Social security wages",
                "Add lines 12 and 13         | Add lines 22 and 23",
                "Local wages, tips, etc.     | State wages, tips, etc.",
                "Form 1040 (2024) Page 3     | Form 1040 (####) Page 2",
                "12b                         | 12a"
            })
    void anotherLabelIsNoMisreading(String printed, String wording) {
        assertThat(text(printed, Origin.OCR).find(Wording.of(wording))).isEmpty();
    }

    @Test
    void aRowMayRiseOverTheWidthOfAScan() {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            BoundingBox box = new BoundingBox(50 * i, 100 - 2 * i, 50 * i + 40, 110 - 2 * i);
            words.add(new Word("w" + i, box, Origin.OCR, 0.9));
        }
        Page page = new Page(
                1, 612, 792, PageReading.OCR, words, List.of(), List.of(), List.of(), List.of(), List.of(), null);
        assertThat(PageText.of(page).rows()).hasSize(1);
    }

    @Test
    void aWordingNeedsLetters() {
        assertThatThrownBy(() -> Wording.of("...")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PageText text(String drawing, Origin origin) {
        return PageText.of(DrawnPage.of(1, drawing, origin, List.of()));
    }

    private static String words(PageText page, Hit hit) {
        return hit.words().stream().map(i -> page.words().get(i).text()).collect(Collectors.joining(" "));
    }
}
