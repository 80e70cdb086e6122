package dev.tabellio.extraction.synthesis.taxform;

import static dev.tabellio.extraction.synthesis.taxform.DrawnForm.read;
import static dev.tabellio.extraction.synthesis.taxform.DrawnForm.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.extraction.text.DrawnPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that look like a year, and the year of the tax. */
class TaxYearTest {

    @Test
    void theYearOfAFormsRevisionIsNotTheYearOfTheTax() {
        String misc = "Form 1099-MISC (Rev. January 2024)   Miscellaneous Information";
        assertThat(values(read("us-1099-misc", DrawnPage.of(1, misc)))).doesNotContainKey("/TaxYear");
        String stacked = "Form            1099-MISC\n(Rev. January   2024)   Miscellaneous Information";
        assertThat(values(read("us-1099-misc", DrawnPage.of(1, stacked.replace("   2024", " 2024")))))
                .doesNotContainKey("/TaxYear");
        assertThat(values(read("us-1099-misc", DrawnPage.of(1, misc + "\nFor calendar year 2023"))))
                .containsEntry("/TaxYear", "2023");
    }

    @Test
    void aNumberThatAFormPrintsMayAlsoBeAStreets() {
        assertThat(values(read("us-1099-g", DrawnPage.of(1, """
                8686                              [ ] CORRECTED
                PAYER'S name
                Marlinspike Press Corp.
                8686 Umber Lane
                Rook Island, MI 48208
                """))))
                .containsEntry("/Payer/Name", "Marlinspike Press Corp.")
                .containsEntry("/Payer/Address", "8686 Umber Lane\nRook Island, MI 48208");
    }

    @Test
    void theNumberOfAStreetIsNotTheYearOfTheTax() {
        String head = """
                PAYER'S name, street address, city, state, and ZIP code     OMB No. 1545-0119
                Inkwell Brewing Inc.
                %s                                            Form 1099-R   Distributions From
                Sable Point, NC 27563                                       Pensions, Annuities
                                                              For calendar year
                                                                    2023
                """;
        for (String street : List.of("2070 Harrow Way", "P.O. Box 2024  ", "Suite 2070     ")) {
            assertThat(values(read("us-1099-r", DrawnPage.of(1, head.formatted(street)))))
                    .as(street)
                    .containsEntry("/TaxYear", "2023");
        }
        assertThat(values(read(
                        "us-1099-r",
                        DrawnPage.of(1, head.formatted("2070 Harrow Way").replace("   2023", "")))))
                .doesNotContainKey("/TaxYear");
    }

    @Test
    void aPartOfALongerNumberIsNotTheYearOfTheTax() {
        for (String other : List.of("800-555-2024", "11/15/2023", "#2024", "27563-2024", "2024-118")) {
            assertThat(values(read("us-1099-r", DrawnPage.of(1, "Form 1099-R   " + other))))
                    .as(other)
                    .doesNotContainKey("/TaxYear");
        }
        for (String year : List.of("2024", "(2024)", "2024.", "Tax year: 2024,")) {
            assertThat(values(read("us-1099-r", DrawnPage.of(1, "Form 1099-R   " + year))))
                    .as(year)
                    .containsEntry("/TaxYear", "2024");
        }
    }
}
