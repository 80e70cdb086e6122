package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.extraction.text.DrawnPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleEicTest {

    private static final String FORM = """
                                                    Child 1           Child 2           Child 3
            1  Child's name                         Ada Marlow        Ben Marlow
            2  Child's SSN                          400-00-1038       400-00-1039
            3  Child's year of birth                %s                2019
            6  Number of months child lived with you in the United States
                                                    %s                12
            """;

    @Test
    void digitsInABoxEachAreOneNumber() {
        assertThat(DrawnForm.values(read("2 0 1 6    ", "1 2        ")))
                .containsEntry("/Children/0/YearOfBirth", "2016")
                .containsEntry("/Children/1/YearOfBirth", "2019")
                .containsEntry("/Children/0/MonthsLivedWithYou", "12")
                .containsEntry("/Children/1/MonthsLivedWithYou", "12");
    }

    @Test
    void whatIsNoNumberIsUncited() {
        ExtractedDocument read = read("O F        ", "L 2        ");
        for (String pointer : List.of("/Children/0/YearOfBirth", "/Children/0/MonthsLivedWithYou")) {
            assertThat(read.fields().get(pointer)).as(pointer).isInstanceOf(ExtractedField.Uncited.class);
        }
    }

    private static ExtractedDocument read(String year, String months) {
        return DrawnForm.read(
                "us-1040-schedule-eic", DrawnPage.of(1, FORM.formatted(year, months), Origin.OCR, List.of()));
    }
}
