package dev.tabellio.extraction.synthesis.model.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one ranking of several by reciprocal rank fusion: a place counts 1 / (60 + its rank) in each ranking that has it.
 * Ranks can be added where scores can not: BM25's have no bound, likenesses of vectors lie close together. Method and the 60:
 * Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR
 * 2009.
 */
public final class RankFusion {

    private static final int K = 60;

    /**
     * Places of each ranking that count. Nearly every section of a contract shares some word with a description, so that
     * deeper rankings would put what both have somewhere before what one has first: with 60 sections 2 / 120 against 1 / 61.
     */
    private static final int DEPTH = 10;

    private RankFusion() {}

    /**
     * The places of all rankings, the best first; of equally good ones, the one that an earlier ranking has first. What no
     * ranking has among its first ten follows in the order of the first ranking, then of the next.
     *
     * @param rankings the best first in each
     */
    public static List<Integer> of(List<List<Integer>> rankings) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (List<Integer> ranking : rankings) {
            for (int rank = 1; rank <= Math.min(DEPTH, ranking.size()); rank++) {
                scores.merge(ranking.get(rank - 1), 1.0 / (K + rank), Double::sum);
            }
        }
        rankings.forEach(ranking -> ranking.forEach(place -> scores.putIfAbsent(place, 0.0)));
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> score) -> -score.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
