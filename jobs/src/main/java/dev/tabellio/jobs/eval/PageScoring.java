package dev.tabellio.jobs.eval;

import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import dev.tabellio.jobs.eval.CaseReader.FileReading;
import dev.tabellio.jobs.eval.CaseReader.ReadDocument;
import dev.tabellio.jobs.eval.EvaluationResult.Pages;
import dev.tabellio.samples.sets.ExpectedPage;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.LabelledSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether every page of a file ended up in one place, and in the right one. */
final class PageScoring {

    private PageScoring() {}

    /**
     * Scores the pages of a file. A page of a document is right if documents of just the labelled types were found on it;
     * one that the labels call unknown is right if no document of a type that they cover was.
     */
    static Pages score(LabelledSet set, LabelledCase labelled, LabelledFile file, FileReading reading) {
        Map<Integer, Set<String>> actual = actualTypes(reading);
        Map<Integer, PageUse.Kind> uses = new HashMap<>();
        reading.pages().forEach(page -> uses.put(page.page(), page.kind()));
        Map<Integer, Set<String>> expected = expectedTypes(labelled, file);
        int labels = expected.size();
        int right = 0;
        for (Map.Entry<Integer, Set<String>> page : expected.entrySet()) {
            right += page.getValue().equals(actual.getOrDefault(page.getKey(), Set.of())) ? 1 : 0;
        }
        for (ExpectedPage page : labelled.otherPages()) {
            if (page.file().equals(file.path()) && !expected.containsKey(page.page())) {
                labels++;
                boolean same = page.use() == PageUse.Kind.UNKNOWN
                        ? actual.getOrDefault(page.page(), Set.of()).stream()
                                .noneMatch(type -> set.scored().containsKey(type))
                        : uses.get(page.page()) == page.use();
                right += same ? 1 : 0;
            }
        }
        return new Pages(reading.pages().size(), accounted(reading, actual), labels, right);
    }

    private static int accounted(FileReading reading, Map<Integer, Set<String>> actual) {
        Set<Integer> once = new HashSet<>();
        return (int) reading.pages().stream()
                .filter(page -> once.add(page.page())
                        && (page.kind() == PageUse.Kind.DOCUMENT) == actual.containsKey(page.page()))
                .count();
    }

    private static Map<Integer, Set<String>> actualTypes(FileReading reading) {
        Map<Integer, Set<String>> types = new HashMap<>();
        for (ReadDocument read : reading.documents()) {
            Stream.concat(Stream.of(read.document().document().areas()), read.document().document().copies().stream())
                    .flatMap(List::stream)
                    .map(PageArea::page)
                    .forEach(page -> types.computeIfAbsent(page, key -> new TreeSet<>())
                            .add(read.document().document().type()));
        }
        return types;
    }

    private static Map<Integer, Set<String>> expectedTypes(LabelledCase labelled, LabelledFile file) {
        Map<Integer, Set<String>> types = new HashMap<>();
        labelled.documents()
                .forEach(document -> document.prints().stream()
                        .filter(print -> print.file().equals(file.path()))
                        .flatMap(print -> print.areas().stream())
                        .map(PageArea::page)
                        .forEach(page -> types.computeIfAbsent(page, key -> new TreeSet<>())
                                .add(document.type())));
        return types;
    }
}
