package dev.tabellio.extraction.synthesis.normalise;

import dev.tabellio.doctype.DocumentType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How the documents of a country write amounts and dates. */
public enum Conventions {
    US("USD"),
    DE("EUR");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String currency;

    Conventions(String currency) {
        this.currency = currency;
    }

    /** Those of a type's documents: {@code country} of its {@code anchors.yaml}, US unless stated. */
    public static Conventions of(DocumentType type) {
        String country = type.file("anchors.yaml")
                .map(text -> YAML.readTree(text).path("country").asString("us"))
                .orElse("us");
        return country.toUpperCase(Locale.ROOT).equals("DE") ? DE : US;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** The amount that a text is, if it is one in one way. */
    public Optional<BigDecimal> amount(String text) {
        return this == US ? UsMoney.parse(text) : GermanMoney.parse(text);
    }

    /** An amount read from pixels, whose separators may be confused. */
    public Optional<BigDecimal> recognisedAmount(String text) {
        return this == US ? UsMoney.parseRecognised(text) : GermanMoney.parseRecognised(text);
    }

    /** The date that a text is, if it is one in one way. */
    public Optional<LocalDate> date(String text) {
        return (this == US ? FormDate.US : FormDate.GERMAN).parse(text);
    }
}
