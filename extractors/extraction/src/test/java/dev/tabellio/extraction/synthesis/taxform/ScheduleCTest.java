package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.extraction.text.DrawnPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schedule C has two columns of lines beside each other. */
class ScheduleCTest {

    private static final String FORM = """
            SCHEDULE C            Profit or Loss From Business                       OMB No. 1545-0074
            (Form 1040)                                                              2023
            Name of proprietor                                          Social security number (SSN)
            Paula Ravensworth                                           900-12-3456
            A   Principal business or profession, including product or service (see instructions)       B  Enter code from instructions
            Rubber goods                                                                                325200
            F   Accounting method:   [x] Cash    [ ] Accrual    [ ] Other (specify)
            2   Returns and allowances                                                      2   147.00
            7   Gross income. Add lines 5 and 6                                             7   248,211.00
            8   Advertising            8    963.00     18  Office expense (see instructions)   18   265.00
            10  Commissions and fees   10   147.00     19  Pension and profit-sharing plans    19   213.00
            12  Depletion              12   214.00     21  Repairs and maintenance             21   269
            b   Other                  16b  216.00     24  Travel and meals:
                                                       a   Travel                              24a  321.00
            17  Legal and professional services  17  899.00    27a  Other expenses (from line 48)  27a  469.00
            28  Total expenses before expenses for business use of home. Add lines 8 through 27b   28   123.00
            29  Tentative profit or (loss). Subtract line 28 from line 7                     29   841.00
            Schedule C (Form 1040) 2023
            """;

    @Test
    void readsBothColumnsAndTheHead() {
        ExtractedDocument read = read();
        assertThat(text(read, "/TaxYear")).isEqualTo("2023");
        assertThat(text(read, "/Taxpayer/Name")).isEqualTo("Paula Ravensworth");
        assertThat(text(read, "/Taxpayer/SSN")).isEqualTo("900-12-3456");
        assertThat(text(read, "/AccountingMethod")).isEqualTo("cash");
        assertThat(List.of("/Box2", "/Box7", "/Box8", "/Box10", "/Box12", "/Box16b", "/Box17"))
                .extracting(pointer -> text(read, pointer))
                .containsExactly("147.00", "248211.00", "963.00", "147.00", "214.00", "216.00", "899.00");
        assertThat(List.of("/Box18", "/Box19", "/Box21", "/Box24a", "/Box27a", "/Box28", "/Box29"))
                .extracting(pointer -> text(read, pointer))
                .containsExactly("265.00", "213.00", "269.00", "321.00", "469.00", "123.00", "841.00");
        assertThat(text(read, "/Box9")).isEmpty();
    }

    private static ExtractedDocument read() {
        return DrawnForm.read("us-1040-schedule-c", DrawnPage.of(1, FORM));
    }

    private static String text(ExtractedDocument read, String pointer) {
        return read.value(pointer).map(value -> value.asText()).orElse("");
    }
}
