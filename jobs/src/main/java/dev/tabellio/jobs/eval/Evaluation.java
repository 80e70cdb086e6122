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
import dev.tabellio.jobs.eval.EvaluationResult.Pages;
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
import java.util.stream.Collectors;
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
    public EvaluationResult run(LabelledSet set, IntConsumer progress) throws InterruptedException {
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
        Map<String, Group> groups = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.groups.forEach((name, group) -> groups.merge(name, group, Group::plus)));
        return new EvaluationResult(
                set.name(),
                groups,
                outcomes.size(),
                outcomes.stream().map(outcome -> outcome.pages).reduce(Pages.NONE, Pages::plus),
                seconds,
                outcomes.stream()
                        .flatMap(outcome -> outcome.unreadable.stream())
                        .toList());
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
            outcome.pages = outcome.pages.plus(PageScoring.score(set, labelled, file, reading));
            for (ReadDocument read : reading.documents()) {
                outcome.add(read.document().document().type(), score(set, labelled, file, read, found));
            }
        }
        for (ExpectedDocument expected : labelled.documents()) {
            for (Print print : expected.prints()) {
                outcome.add(
                        expected.type(),
                        found.contains(print)
                                ? new Group(1, 1, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of())
                                : missed(set, expected, print));
            }
        }
        return outcome;
    }

    private static Group missed(LabelledSet set, ExpectedDocument expected, Print print) {
        Map<String, Integer> labels = new TreeMap<>();
        expected.values().keySet().stream()
                .filter(pointer -> set.scores(expected.type(), pointer))
                .forEach(pointer -> labels.merge(LabelledSet.pattern(pointer), 1, Integer::sum));
        Map<String, FieldScore> fields = new TreeMap<>();
        labels.forEach((pattern, count) -> fields.put(pattern, FieldScore.ofDocument(count, 0, 0, 0, 0, 0, 0)));
        int page = print.areas().get(0).page();
        Mistake mistake = new Mistake(
                print.file(), page, "", expected.type(), "", "document not found", Optional.empty(), Optional.empty());
        return new Group(1, 0, 0, 0, 0, 0, 0, fields, List.of(mistake), List.of());
    }

    /** Scores a document; the prints that it was read from go into {@code found}. */
    private Group score(
            LabelledSet set, LabelledCase labelled, LabelledFile file, ReadDocument read, Set<Print> found) {
        Document document = read.document().document();
        Optional<Match> match = match(labelled, file, document.type(), document.areas());
        if (match.isEmpty()) {
            Mistake mistake = new Mistake(
                    file.path(),
                    document.pages().get(0),
                    "",
                    "",
                    document.type(),
                    "document that is not there",
                    Optional.empty(),
                    Optional.of(read.disposition()));
            return new Group(0, 0, 0, 1, 0, 0, 0, Map.of(), List.of(mistake), List.of());
        }
        found.add(match.get().print());
        int split = match.get().hasPagesOf(document.areas()) ? 1 : 0;
        for (List<PageArea> areas : document.copies()) {
            Optional<Match> copy = match(labelled, file, document.type(), areas);
            if (copy.isPresent()) {
                found.add(copy.get().print());
                split += copy.get().hasPagesOf(areas) ? 1 : 0;
            }
        }
        DocumentScoring.Scored scored = new DocumentScoring(set, kinds(types.get(document.type())))
                .score(match.get().expected(), match.get().print(), read.document());
        int posted = read.disposition() == Disposition.POST ? 1 : 0;
        int wrong = posted
                * (int) scored.mistakes().stream().filter(Mistake::isWrongValue).count();
        return new Group(
                0,
                0,
                split,
                0,
                posted,
                wrong,
                wrong > 0 ? 1 : 0,
                scored.fields(),
                scored.mistakes().stream()
                        .map(mistake -> mistake.of(read.disposition()))
                        .toList(),
                scored.judgements());
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
            return node.path("x-tabellio-compare")
                    .asString(node.path("x-tabellio-kind").asString("text"));
        };
    }

    private record Match(ExpectedDocument expected, Print print, double shared) {

        boolean hasPagesOf(List<PageArea> areas) {
            return pages(areas).equals(pages(print.areas()));
        }

        private static Set<Integer> pages(List<PageArea> areas) {
            return areas.stream().map(PageArea::page).collect(Collectors.toSet());
        }
    }

    private static final class CaseOutcome {
        private final String rendering;
        private final Map<String, Group> groups = new HashMap<>();
        private final List<String> unreadable = new ArrayList<>();
        private Pages pages = Pages.NONE;

        CaseOutcome(String rendering) {
            this.rendering = rendering;
        }

        void add(String type, Group group) {
            groups.merge(rendering.isEmpty() ? type : rendering + "/" + type, group, Group::plus);
        }
    }
}
