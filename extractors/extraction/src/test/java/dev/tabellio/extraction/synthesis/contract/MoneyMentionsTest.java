package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyMentionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a fee of $1,250,000 is due                    | 1250000.00 USD
            five thousand dollars ($5,000.00)             | 5000.00 USD
            US$ 4.5 million in cash                       | 4500000.00 USD
            U.S. $20 for each unit                        | 20.00 USD
            at the rate of €500 per hour                  | 500.00 EUR
            EUR 12,000 and £30                            | 12000.00 EUR, 30.00 GBP
            the sum of 5,000 Euros                        | 5000.00 EUR
            RMB 0.20 per unit                             | 0.20 CNY
            twelve months, 30 days, 5% and Section 4.5    | none
            $[***] per month                              | none
            """)
    void readsAmountsWithTheirCurrency(String text, String expected) {
        String found = MoneyMentions.in(text, new TextSpan(0, text.length())).stream()
                .map(money -> money.amount().toPlainString() + " " + money.currency())
                .collect(Collectors.joining(", "));

        assertThat(found.isEmpty() ? "none" : found).isEqualTo(expected);
    }
}
