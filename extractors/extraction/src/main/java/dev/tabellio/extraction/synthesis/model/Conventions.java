package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.extraction.synthesis.normalise.FormDate;
import dev.tabellio.extraction.synthesis.normalise.GermanMoney;
import dev.tabellio.extraction.synthesis.normalise.UsMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How a type's documents write amounts and dates: {@code country} of its {@code anchors.yaml}, US unless stated. */
enum Conventions {
    US("USD"),
    DE("EUR");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String currency;

    Conventions(String currency) {
        this.currency = currency;
    }

    static Conventions of(DocumentType type) {
        String country = type.file("anchors.yaml")
                .map(text -> YAML.readTree(text).path("country").asString("us"))
                .orElse("us");
        return country.toUpperCase(Locale.ROOT).equals("DE") ? DE : US;
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
