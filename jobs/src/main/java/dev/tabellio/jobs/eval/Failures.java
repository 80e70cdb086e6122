package dev.tabellio.jobs.eval;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.doctypes.SchemaLeaf;
import dev.tabellio.jobs.eval.EvaluationResult.Mistake;
import dev.tabellio.samples.content.Shape;
import dev.tabellio.samples.generate.Failure;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What failed in an evaluation, without the values of the documents. */
public final class Failures {

    /** Of fields whose values are a closed list; there is no other value to try. */
    private static final String CLOSED = "closed";

    private final DocumentTypes types;

    public Failures(DocumentTypes types) {
        this.types = types;
    }

    /** Every mistake of an evaluation. */
    public List<Failure> of(EvaluationResult result) {
        List<Failure> failures = new ArrayList<>();
        new TreeMap<>(result.groups()).forEach((name, group) -> {
            int slash = name.lastIndexOf('/');
            String type = name.substring(slash + 1);
            String rendering = slash < 0 ? "" : name.substring(0, slash);
            for (Mistake mistake : group.mistakes()) {
                String pattern = LabelledSet.pattern(mistake.pointer());
                failures.add(new Failure(
                        type,
                        pattern,
                        kind(type, pattern),
                        mistake.note(),
                        pattern.isEmpty() ? "" : Shape.mask(mistake.expected()),
                        mistake.file(),
                        rendering));
            }
        });
        return failures;
    }

    /**
     * The same of cases of which nothing fails any more: whatever brought them into the set may come back, so their
     * documents count as a whole.
     */
    public List<Failure> ofThoseReadRight(LabelledSet set, EvaluationResult result) {
        List<String> failed = result.groups().values().stream()
                .flatMap(group -> group.mistakes().stream())
                .map(Mistake::file)
                .toList();
        List<Failure> failures = new ArrayList<>();
        for (LabelledCase labelled : set.cases()) {
            if (labelled.files().stream().noneMatch(file -> failed.contains(file.path()))) {
                labelled.documents()
                        .forEach(document -> failures.add(new Failure(
                                document.type(),
                                "",
                                CLOSED,
                                "read wrong once",
                                "",
                                document.prints().get(0).file(),
                                labelled.rendering())));
            }
        }
        return failures;
    }

    private String kind(String type, String pattern) {
        Map<String, String> kinds = Stream.of(type)
                .filter(id -> types.find(id).isPresent())
                .flatMap(id -> SchemaLeaf.of(types.get(id).schema()).stream())
                .collect(Collectors.toMap(
                        SchemaLeaf::pattern,
                        leaf -> leaf.schema().has("enum") ? CLOSED : leaf.kind(),
                        (one, other) -> one));
        return kinds.getOrDefault(pattern, CLOSED);
    }
}
