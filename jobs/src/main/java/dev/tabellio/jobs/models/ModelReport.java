package dev.tabellio.jobs.models;

import dev.tabellio.extraction.llm.ModelCapabilities;
import dev.tabellio.extraction.llm.TokenUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one model answered.
 *
 * @param tier key of its entry in the configuration
 * @param works whether its answer was right
 * @param says a sentence for the operator
 * @param answeredBy the name of the model that answered; null without an answer
 * @param milliseconds from the request to the last byte; 0 without an answer
 * @param usage null without an answer
 * @param money what the question cost, in the configured currency; null without an answer
 */
public record ModelReport(
        String tier,
        String provider,
        ModelCapabilities capabilities,
        boolean works,
        String says,
        @Nullable String answeredBy,
        long milliseconds,
        @Nullable TokenUsage usage,
        @Nullable BigDecimal money) {}
