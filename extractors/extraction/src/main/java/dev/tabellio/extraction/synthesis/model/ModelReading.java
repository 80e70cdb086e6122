package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.extraction.llm.ModelAnswer;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.TokenUsage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What models made of a document, and how.
 *
 * @param document with what was settled
 * @param calls in the order in which they were made
 * @param fields how each field that was asked for came to its value, by pointer
 */
public record ModelReading(ExtractedDocument document, List<Call> calls, Map<String, FieldEvidence> fields) {

    public ModelReading {
        calls = List.copyOf(calls);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * One question and its answer.
     *
     * @param attempt from 1: the question, then up to two times what was sent back
     * @param model as the provider names it
     * @param fields that were asked for, with {@code *} for the index of a row
     * @param call id of the ledger's entry
     * @param paidNow false if the ledger had the answer
     * @param problems what did not hold in the answer; sent back if an attempt was left
     */
    public record Call(
            Tier tier,
            int attempt,
            String model,
            List<String> fields,
            String call,
            boolean paidNow,
            ModelAnswer.Finish finish,
            TokenUsage usage,
            List<String> problems) {
        public Call {
            fields = List.copyOf(fields);
            problems = List.copyOf(problems);
        }
    }
}
