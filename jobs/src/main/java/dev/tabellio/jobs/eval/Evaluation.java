package dev.tabellio.jobs.eval;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.jobs.eval.CaseReader.FileReading;
import dev.tabellio.jobs.eval.CaseReader.ReadDocument;
import dev.tabellio.jobs.eval.EvaluationResult.Group;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.Print;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads every case of a labelled set and compares what came out with the labels. */
public final class Evaluation {

    /** A document was read from a print if they share this part of the smaller one's area. */
    private static final double SAME_PLACE = 0.5;

    private final DocumentTypes types;
    private final CaseReader reader;
    private final int workers;

    public Evaluation(DocumentTypes types, CaseReader reader, int workers) {
        this.types = types;
        this.reader = reader;
        this.workers = workers;
    }

    /**
     * Evaluates a set.
     *
     * @param progress is told the number of cases done, from any thread
     */
    public EvaluationReport run(LabelledSet set, IntConsumer progress) throws InterruptedException {
        long start = System.nanoTime();
        List<CaseOutcome> outcomes = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<CaseOutcome>> futures = set.cases().stream()
                    .map(labelled -> pool.submit(() -> evaluate(set, labelled)))
                    .toList();
            for (Future<CaseOutcome> future : futures) {
                outcomes.add(future.get());
                progress.accept(outcomes.size());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Tally> tallies = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.tallies.forEach((group, tally) ->
                tallies.computeIfAbsent(group, key -> new Tally()).add(tally)));
        Map<String, Group> groups = new TreeMap<>();
        tallies.forEach((group, tally) -> groups.put(group, tally.group()));
        return new EvaluationReport(new EvaluationResult(
                set.name(),
                groups,
                outcomes.size(),
                outcomes.stream().mapToInt(outcome -> outcome.pages).sum(),
                seconds,
                outcomes.stream()
                        .flatMap(outcome -> outcome.unreadable.stream())
                        .toList()));
    }

    private CaseOutcome evaluate(LabelledSet set, LabelledCase labelled) {
        CaseOutcome outcome = new CaseOutcome(labelled.rendering());
        Set<Print> found = new HashSet<>();
        for (LabelledFile file : labelled.files()) {
            if (file.duplicateOf() != null) {
                labelled.documents().stream()
                        .flatMap(document -> document.prints().stream())
                        .filter(print -> print.file().equals(file.path()))
                        .forEach(found::add);
                continue;
            }
            FileReading reading;
            try {
                reading = reader.read(set.inbox().resolve(file.path()));
            } catch (ProcessingFailure refused) {
                outcome.unreadable.add(file.path() + ": " + refused.getMessage());
                continue;
            }
            outcome.pages += reading.pages().size();
            for (ReadDocument read : reading.documents()) {
                score(set, labelled, file, read, found, outcome);
            }
        }
        for (ExpectedDocument expected : labelled.documents()) {
            Tally tally = outcome.tally(expected.type());
            for (Print print : expected.prints()) {
                tally.instances++;
                if (found.contains(print)) {
                    tally.found++;
                } else {
                    int page = print.areas().get(0).page();
                    tally.mistakes.add(new Mistake(print.file(), page, "", expected.type(), "", "document not found"));
                    expected.values().keySet().stream()
                            .filter(pointer -> set.scores(expected.type(), pointer))
                            .forEach(pointer -> tally.fields.merge(
                                    LabelledSet.pattern(pointer),
                                    new FieldScore(1, 0, 0, 0, 0, 0, 0),
                                    FieldScore::plus));
                }
            }
        }
        return outcome;
    }

    private void score(
            LabelledSet set,
            LabelledCase labelled,
            LabelledFile file,
            ReadDocument read,
            Set<Print> found,
            CaseOutcome outcome) {
        Document document = read.document().document();
        Tally tally = outcome.tally(document.type());
        Optional<Match> match = match(labelled, file, document.type(), document.areas());
        if (match.isEmpty()) {
            tally.spurious++;
            tally.mistakes.add(new Mistake(
                    file.path(), document.pages().get(0), "", "", document.type(), "document that is not there"));
            return;
        }
        found.add(match.get().print());
        document.copies()
                .forEach(areas ->
                        match(labelled, file, document.type(), areas).ifPresent(copy -> found.add(copy.print())));
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, FieldScore> scores = new DocumentScoring(set, kinds(types.get(document.type())))
                .score(match.get().expected(), match.get().print(), read.document(), mistakes);
        scores.forEach((pattern, score) -> tally.fields.merge(pattern, score, FieldScore::plus));
        tally.mistakes.addAll(mistakes);
        if (read.disposition() == Disposition.POST) {
            tally.posted++;
            int wrong = (int) mistakes.stream()
                    .filter(mistake ->
                            mistake.note().equals("wrong") || mistake.note().equals("spurious"))
                    .count();
            tally.postedWrong += wrong;
            tally.falselyPosted += wrong > 0 ? 1 : 0;
        }
    }

    private static Optional<Match> match(LabelledCase labelled, LabelledFile file, String type, List<PageArea> areas) {
        return labelled.documents().stream()
                .filter(expected -> expected.type().equals(type))
                .flatMap(expected -> expected.prints().stream()
                        .filter(print -> print.file().equals(file.path()))
                        .map(print -> new Match(expected, print, shared(print.areas(), areas))))
                .filter(match -> match.shared() >= SAME_PLACE)
                .max(Comparator.comparingDouble(Match::shared));
    }

    private static double shared(List<PageArea> a, List<PageArea> b) {
        double common = 0;
        for (PageArea one : a) {
            for (PageArea other : b) {
                if (one.page() == other.page()) {
                    common += one.area().intersectionArea(other.area());
                }
            }
        }
        return common / Math.min(area(a), area(b));
    }

    private static double area(List<PageArea> areas) {
        return areas.stream().mapToDouble(area -> area.area().area()).sum();
    }

    private static UnaryOperator<String> kinds(DocumentType type) {
        return pattern -> {
            JsonNode node = type.schema();
            for (String step : pattern.substring(1).split("/", -1)) {
                node = step.equals("*")
                        ? node.path("items")
                        : node.path("properties").path(step);
            }
            return node.path("x-tabellio-kind").asString("text");
        };
    }

    private record Match(ExpectedDocument expected, Print print, double shared) {}

    private static final class CaseOutcome {
        private final String rendering;
        private final Map<String, Tally> tallies = new HashMap<>();
        private final List<String> unreadable = new ArrayList<>();
        private int pages;

        CaseOutcome(String rendering) {
            this.rendering = rendering;
        }

        Tally tally(String type) {
            return tallies.computeIfAbsent(rendering.isEmpty() ? type : rendering + "/" + type, key -> new Tally());
        }
    }

    private static final class Tally {
        private int instances;
        private int found;
        private int spurious;
        private int posted;
        private int postedWrong;
        private int falselyPosted;
        private final Map<String, FieldScore> fields = new TreeMap<>();
        private final List<Mistake> mistakes = new ArrayList<>();

        void add(Tally other) {
            instances += other.instances;
            found += other.found;
            spurious += other.spurious;
            posted += other.posted;
            postedWrong += other.postedWrong;
            falselyPosted += other.falselyPosted;
            other.fields.forEach((pattern, score) -> fields.merge(pattern, score, FieldScore::plus));
            mistakes.addAll(other.mistakes);
        }

        Group group() {
            return new Group(instances, found, spurious, posted, postedWrong, falselyPosted, fields, mistakes);
        }
    }
}
