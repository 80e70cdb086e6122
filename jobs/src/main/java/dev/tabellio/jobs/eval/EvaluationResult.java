package dev.tabellio.jobs.eval;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.jobs.eval.ConfidenceQuality.Judgement;
import dev.tabellio.reconciliation.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an evaluation measured.
 *
 * @param set name of the labelled set
 * @param groups by rendering and type ({@code flat/us-w2}), in alphabetical order
 * @param pages how the pages were accounted for
 * @param seconds wall-clock time of the reading
 * @param unreadable files that were refused, with the cause
 */
public record EvaluationResult(
        String set, Map<String, Group> groups, int cases, Pages pages, double seconds, List<String> unreadable) {

    public EvaluationResult {
        groups = Map.copyOf(groups);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Pages of all files that were read.
     *
     * @param read all of them
     * @param accounted those that ended up in exactly one place: a document, instructions, blank, unknown or failed
     * @param labelled those of which the labels say what they are
     * @param right those of {@code labelled} that were taken for that
     */
    public record Pages(int read, int accounted, int labelled, int right) {

        static final Pages NONE = new Pages(0, 0, 0, 0);

        Pages plus(Pages other) {
            return new Pages(
                    read + other.read, accounted + other.accounted, labelled + other.labelled, right + other.right);
        }
    }

    /**
     * Documents of one type in one rendering.
     *
     * @param instances prints that the labels state
     * @param found prints that were found with the right type
     * @param split those of {@code found} that were cut out of the file with exactly the labelled pages
     * @param spurious documents that were found where the labels have none
     * @param posted documents that would be posted by themselves
     * @param postedWrong values that are wrong or not on the page, in documents that would be posted
     * @param falselyPosted documents that would be posted and have such a value
     * @param fields by pointer pattern
     * @param mistakes every value that is missing, wrong or spurious
     * @param judgements confidence and rightness of every value that was read and is labelled
     */
    public record Group(
            int instances,
            int found,
            int split,
            int spurious,
            int posted,
            int postedWrong,
            int falselyPosted,
            Map<String, FieldScore> fields,
            List<Mistake> mistakes,
            List<Judgement> judgements) {

        private static final Pattern LIST_BELOW = Pattern.compile("(?<property>/[^/]+)/(?<list>[^/*]+)/\\*(?:/.*)?");

        static final Group NONE = new Group(0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of());

        public Group {
            fields = Map.copyOf(fields);
            mistakes = List.copyOf(mistakes);
            judgements = List.copyOf(judgements);
        }

        Group plus(Group other) {
            Map<String, FieldScore> sum = new TreeMap<>(fields);
            other.fields.forEach((pattern, score) -> sum.merge(pattern, score, FieldScore::plus));
            List<Mistake> allMistakes = new ArrayList<>(mistakes);
            allMistakes.addAll(other.mistakes);
            List<Judgement> allJudgements = new ArrayList<>(judgements);
            allJudgements.addAll(other.judgements);
            return new Group(
                    instances + other.instances,
                    found + other.found,
                    split + other.split,
                    spurious + other.spurious,
                    posted + other.posted,
                    postedWrong + other.postedWrong,
                    falselyPosted + other.falselyPosted,
                    sum,
                    allMistakes,
                    allJudgements);
        }

        /** Share of the documents to be posted that have a wrong value. */
        double falsePostRate() {
            return posted == 0 ? 0 : (double) falselyPosted / posted;
        }

        /** Values that the labels state and that documents to be posted do not have. */
        long postedMissing() {
            return mistakes.stream().filter(Mistake::isSilentlyMissing).count();
        }

        /**
         * The counts of all lists below one property added up, such as those of every category of clauses, by
         * {@code "/Clauses/*"}; only of properties that have more than one list.
         */
        Map<String, FieldScore> sums() {
            Map<String, FieldScore> sums = new TreeMap<>();
            Map<String, Set<String>> lists = new TreeMap<>();
            fields.forEach((pattern, score) -> {
                Matcher list = LIST_BELOW.matcher(pattern);
                if (list.matches()) {
                    sums.merge(list.group("property") + "/*", score, FieldScore::plus);
                    lists.computeIfAbsent(list.group("property") + "/*", any -> new TreeSet<>())
                            .add(list.group("list"));
                }
            });
            sums.keySet()
                    .removeIf(property -> lists.getOrDefault(property, Set.of()).size() < 2);
            return sums;
        }

        FieldScore total() {
            return fields.values().stream().reduce(FieldScore.NONE, FieldScore::plus);
        }

        ConfidenceQuality confidence() {
            return ConfidenceQuality.of(judgements);
        }
    }

    /**
     * One value that is not as labelled.
     *
     * @param expected empty if the label says that there is none
     * @param actual empty if nothing was found
     * @param box where the value stands or was read, in points of the page as displayed; empty if nobody says
     * @param disposition what would become of the document; empty if there is none, and in results kept by earlier versions
     */
    public record Mistake(
            String file,
            int page,
            String pointer,
            String expected,
            String actual,
            String note,
            Optional<BoundingBox> box,
            Optional<Disposition> disposition) {

        static final String WRONG = "wrong";
        static final String SPURIOUS = "spurious";
        static final String MISSING = "missing";
        static final String ABSTAINED = "abstained";

        /** Whether a value stands there that should not, as opposed to one that is missing or cited elsewhere. */
        boolean isWrongValue() {
            return note.equals(WRONG) || note.equals(SPURIOUS);
        }

        /** Whether a value that the label states would be missing in what is posted, with nobody looking. */
        boolean isSilentlyMissing() {
            return disposition.equals(Optional.of(Disposition.POST))
                    && (note.equals(MISSING) || note.equals(ABSTAINED));
        }

        Mistake of(Disposition judged) {
            return new Mistake(file, page, pointer, expected, actual, note, box, Optional.of(judged));
        }
    }
}
