package dev.tabellio.jobs.eval;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation measured.
 *
 * @param set name of the labelled set
 * @param groups by rendering and type ({@code flat/us-w2}), in alphabetical order
 * @param pages pages read
 * @param seconds wall-clock time of the reading
 * @param unreadable files that were refused, with the cause
 */
record EvaluationResult(
        String set, Map<String, Group> groups, int cases, int pages, double seconds, List<String> unreadable) {

    EvaluationResult {
        groups = Map.copyOf(groups);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Documents of one type in one rendering.
     *
     * @param instances prints that the labels state
     * @param found prints that were found with the right type
     * @param spurious documents that were found where the labels have none
     * @param posted documents that would be posted by themselves
     * @param postedWrong values that are wrong or not there in documents that would be posted
     * @param falselyPosted documents that would be posted and have such a value
     * @param fields by pointer pattern
     * @param mistakes every value that is missing, wrong or spurious
     */
    record Group(
            int instances,
            int found,
            int spurious,
            int posted,
            int postedWrong,
            int falselyPosted,
            Map<String, FieldScore> fields,
            List<Mistake> mistakes) {

        Group {
            fields = Map.copyOf(fields);
            mistakes = List.copyOf(mistakes);
        }

        /** Share of the documents to be posted that have a wrong value. */
        double falsePostRate() {
            return posted == 0 ? 0 : (double) falselyPosted / posted;
        }

        FieldScore total() {
            return fields.values().stream().reduce(FieldScore.NONE, FieldScore::plus);
        }
    }

    /**
     * One value that is not as labelled.
     *
     * @param expected empty if the label says that there is none
     * @param actual empty if nothing was found
     */
    record Mistake(String file, int page, String pointer, String expected, String actual, String note) {}
}
