package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A normalised value. {@link #asText()} is how exports and schemas see it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FieldValue.Text.class, name = "text"),
    @JsonSubTypes.Type(value = FieldValue.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = FieldValue.Date.class, name = "date"),
    @JsonSubTypes.Type(value = FieldValue.Identifier.class, name = "identifier"),
    @JsonSubTypes.Type(value = FieldValue.Flag.class, name = "flag")
})
public sealed interface FieldValue {

    /** Exact decimal, ISO 8601 date, "true"/"false", or the text itself. */
    String asText();

    /** Names, addresses, clauses: single blanks between words, a line break between printed lines. */
    record Text(String value) implements FieldValue {
        public Text {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an empty text is Absent");
            }
        }

        @Override
        public String asText() {
            return value;
        }
    }

    /**
     * Money, exact.
     *
     * @param value scale as exported; dollars and cents have scale 2
     * @param currency ISO 4217
     */
    record Amount(BigDecimal value, String currency) implements FieldValue {
        @Override
        public String asText() {
            return value.toPlainString();
        }
    }

    /** A calendar date. */
    record Date(LocalDate value) implements FieldValue {
        @Override
        public String asText() {
            return value.toString();
        }
    }

    /** A number that names someone or something: SSN "400-00-1038", EIN "00-1111111", account and control numbers. */
    record Identifier(String value) implements FieldValue {
        public Identifier {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an empty identifier is Absent");
            }
        }

        @Override
        public String asText() {
            return value;
        }
    }

    /** A ticked or unticked box. */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String asText() {
            return Boolean.toString(value);
        }
    }
}
