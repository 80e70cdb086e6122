package dev.tabellio.jobs.process;

import dev.tabellio.extraction.llm.TokenUsage;
import dev.tabellio.jobs.llm.Charge;
import java.math.BigDecimal;

/**
 * What asking models would take, before anything is spent.
 *
 * @param documents that were read
 * @param asked of these, documents that models would be asked about
 * @param known calls whose answers are in the ledger: free
 * @param knownTokens of their requests and answers
 * @param fresh calls that would be paid for; sending answers back and larger models may add to them
 * @param inputTokens of these, counted
 * @param outputTokens of their answers, expected
 * @param money expected for them
 * @param atMost money for them if each answer is as long as it may be
 */
public record Estimate(
        int documents,
        int asked,
        int known,
        long knownTokens,
        int fresh,
        long inputTokens,
        long outputTokens,
        BigDecimal money,
        BigDecimal atMost) {

    static final Estimate NOTHING = new Estimate(0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    static Estimate document(boolean asked) {
        return new Estimate(1, asked ? 1 : 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static Estimate known(TokenUsage usage) {
        return new Estimate(0, 0, 1, usage.input() + usage.output(), 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static Estimate fresh(long inputTokens, long outputTokens, Charge expected, Charge atMost) {
        return new Estimate(0, 0, 0, 0, 1, inputTokens, outputTokens, expected.money(), atMost.money());
    }

    Estimate plus(Estimate more) {
        return new Estimate(
                documents + more.documents,
                asked + more.asked,
                known + more.known,
                knownTokens + more.knownTokens,
                fresh + more.fresh,
                inputTokens + more.inputTokens,
                outputTokens + more.outputTokens,
                money.add(more.money),
                atMost.add(more.atMost));
    }
}
