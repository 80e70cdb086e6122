package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.extraction.synthesis.normalise.FormDate;
import dev.tabellio.extraction.synthesis.normalise.GermanMoney;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** How the forms of a country write amounts and dates: {@code country} of {@code anchors.yaml}, US unless stated. */
enum Conventions {
    US("USD"),
    DE("EUR");

    private final String currency;

    Conventions(String currency) {
        this.currency = currency;
    }

    /** ISO 4217. */
    String currency() {
        return currency;
    }

    Optional<BigDecimal> amount(String text) {
        return this == US ? UsMoney.parse(text) : GermanMoney.parse(text);
    }

    /** An amount read from pixels, whose separators may be confused. */
    Optional<BigDecimal> recognisedAmount(String text) {
        return this == US ? UsMoney.parseRecognised(text) : GermanMoney.parseRecognised(text);
    }

    Optional<LocalDate> date(String text) {
        return (this == US ? FormDate.US : FormDate.GERMAN).parse(text);
    }
}
