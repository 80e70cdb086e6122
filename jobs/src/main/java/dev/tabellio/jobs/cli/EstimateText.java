package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.llm.Amounts;
import dev.tabellio.jobs.process.Estimate;

/** An estimate as an operator reads it. */
final class EstimateText {

    private EstimateText() {}

    /** Several lines, each ended. */
    static String of(Estimate estimate, String currency) {
        return """
                %d of %d documents need a model. Nothing was asked yet.
                  in the ledger  %d calls, %d tokens, paid before
                  new            %d calls, %d tokens in, about %d tokens out
                  money          about %s %s, at most %s %s; sending answers back and a larger model may add to it
                """.formatted(
                        estimate.asked(),
                        estimate.documents(),
                        estimate.known(),
                        estimate.knownTokens(),
                        estimate.fresh(),
                        estimate.inputTokens(),
                        estimate.outputTokens(),
                        Amounts.plain(estimate.money()),
                        currency,
                        Amounts.plain(estimate.atMost()),
                        currency);
    }
}
