package dev.tabellio.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/** What is known of one leaf of the type's schema. Only {@link Cited} can be exported as a fact. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExtractedField.Cited.class, name = "cited"),
    @JsonSubTypes.Type(value = ExtractedField.Uncited.class, name = "uncited"),
    @JsonSubTypes.Type(value = ExtractedField.Absent.class, name = "absent")
})
public sealed interface ExtractedField {

    /**
     * A value that stands where its citations say: on pages, in data that the file carries beside its pages, or both.
     *
     * @param citations on pages; several where the value spans places (an address on two pages), empty only if {@code data}
     *     has some
     * @param confidence from 0 to 1
     * @param how the anchor or clause that led to it, for {@code show}
     * @param corroborations what further looks at the value gave, for it or against it; empty if nobody looked
     * @param data where embedded data states the value; empty for what is read from pages
     */
    record Cited(
            FieldValue value,
            List<Citation> citations,
            double confidence,
            String how,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Corroboration> corroborations,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DataCitation> data)
            implements ExtractedField {
        public Cited {
            citations = List.copyOf(citations);
            // Artifacts of earlier versions have none.
            corroborations = corroborations == null ? List.of() : List.copyOf(corroborations);
            data = data == null ? List.of() : List.copyOf(data);
            if (citations.isEmpty() && data.isEmpty()) {
                throw new IllegalArgumentException("a value without a citation is Uncited");
            }
            confidence = Confidence.rounded(confidence);
        }

        /** A value that was looked at once. */
        public Cited(FieldValue value, List<Citation> citations, double confidence, String how) {
            this(value, citations, confidence, how, List.of(), List.of());
        }

        /** Whether a page prints it; else only embedded data states it. */
        @JsonIgnore
        public boolean isPrinted() {
            return !citations.isEmpty();
        }

        /** What pages print in place of what embedded data states; empty if they print nothing else there. */
        public List<String> printedInstead() {
            return corroborations.stream()
                    .filter(look -> look.by() == Corroboration.By.PAGE && !look.agrees())
                    .map(Corroboration::says)
                    .toList();
        }

        /** Whether another look found the same, and none found anything else. */
        @JsonIgnore
        public boolean isCorroborated() {
            return !corroborations.isEmpty() && corroborations.stream().allMatch(Corroboration::agrees);
        }

        /** The same value with what another look gave. */
        public Cited with(Corroboration corroboration) {
            List<Corroboration> all = new ArrayList<>(corroborations);
            all.add(corroboration);
            return new Cited(value, citations, confidence, how, all, data);
        }
    }

    /**
     * Something was found that does not hold as a value: unreadable as its type, ambiguous, or not where it was said to be.
     *
     * @param text what was found, as printed or stated
     * @param reason a sentence for the reviewer
     */
    record Uncited(String text, String reason, List<Citation> nearby) implements ExtractedField {
        public Uncited {
            nearby = List.copyOf(nearby);
        }
    }

    /** Looked for and not in the document. */
    record Absent() implements ExtractedField {}
}
