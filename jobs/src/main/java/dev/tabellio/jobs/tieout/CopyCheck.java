package dev.tabellio.jobs.tieout;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.doctype.Identity;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.DocumentRow.DocumentRef;
import dev.tabellio.jobs.store.DocumentStore;
import dev.tabellio.jobs.store.PostingStore;
import dev.tabellio.jobs.store.PostingStore.Posting;
import dev.tabellio.reconciliation.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out which documents are one and the same, in this run and in what earlier runs posted. */
final class CopyCheck {

    /** The rule that {@link dev.tabellio.reconciliation.Caveat.Kind#IDENTITY_IN_DOUBT} stands for. */
    private static final String SAME = "document.identity";

    /** Readings of one document differ in quality: the best one stands for all, then the first by path. */
    private static final Comparator<Verdict> BEST_FIRST = Comparator.<Verdict, Integer>comparing(
                    verdict -> verdict.disposition().ordinal())
            .thenComparing(verdict -> verdict.row().path())
            .thenComparing(verdict -> verdict.row().ordinal());

    /** How many files or differing fields a sentence names; the finding's evidence has all fields. */
    private static final int NAMED = 3;

    private final DocumentTypes types;
    private final RunDocuments documents;
    private final DocumentStore store;
    private final PostingStore postings;

    CopyCheck(DocumentTypes types, RunDocuments documents, DocumentStore store, PostingStore postings) {
        this.types = types;
        this.documents = documents;
        this.store = store;
        this.postings = postings;
    }

    /**
     * Compares the documents of one identity with each other and with an earlier posting. Those with the same values are
     * copies of the best one; where there are several versions, a person decides between them. What embedded data calls the same
     * document and the page calls another is neither: it stays in review for what the page prints.
     */
    void check(List<Verdict> sameIdentity) {
        List<Verdict> versions = new ArrayList<>();
        for (Verdict verdict : sameIdentity.stream()
                .filter(verdict -> !pageDiffers(verdict))
                .sorted(BEST_FIRST)
                .toList()) {
            Optional<Verdict> same = versions.stream()
                    .filter(version -> different(version.row(), documents.extracted(verdict.row()))
                            .isEmpty())
                    .findFirst();
            if (same.isPresent()) {
                Verdict primary = same.get();
                primary.addCopy(verdict.row());
                verdict.duplicateOf(
                        new DocumentRef(primary.row().run(), primary.row().id()),
                        "a copy of document %s in %s"
                                .formatted(primary.row().id(), primary.row().path()));
            } else {
                versions.add(verdict);
            }
        }
        versions.forEach(this::compareWithEarlier);
        versions.stream()
                .filter(version -> !version.isDuplicate())
                .forEach(version -> compareWithOthers(version, versions));
    }

    private boolean pageDiffers(Verdict verdict) {
        return documents.extracted(verdict.row()).fields().values().stream()
                .anyMatch(field -> field instanceof ExtractedField.Cited cited
                        && !cited.printedInstead().isEmpty());
    }

    private void compareWithOthers(Verdict version, List<Verdict> versions) {
        List<Verdict> others =
                versions.stream().filter(other -> other != version).toList();
        if (others.isEmpty()) {
            return;
        }
        TreeSet<String> pointers = new TreeSet<>();
        others.forEach(other -> pointers.addAll(different(version.row(), documents.extracted(other.row()))));
        String where = others.stream()
                .map(other -> other.row().path())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        inDoubt(version, others.size() > NAMED ? where + " and others" : where, List.copyOf(pointers));
    }

    private void compareWithEarlier(Verdict verdict) {
        Optional<Posting> posting = postings.byAnotherRun(
                TieOutStep.posted(verdict.row()), verdict.row().run());
        if (posting.isEmpty()) {
            return;
        }
        Posting earlier = posting.get();
        List<String> different = verdict.row().valuesDigest().orElse("").equals(earlier.valuesDigest())
                ? List.of()
                : differentFromEarlier(verdict, earlier);
        if (different.isEmpty()) {
            verdict.duplicateOf(
                    new DocumentRef(earlier.run(), earlier.document()),
                    "posted by run %s as document %s".formatted(earlier.run(), earlier.document()));
        } else {
            inDoubt(verdict, "run %s, which has posted it".formatted(earlier.run()), different);
        }
    }

    private List<String> differentFromEarlier(Verdict verdict, Posting earlier) {
        return store.find(earlier.run(), earlier.document())
                .map(row -> different(row, documents.extracted(verdict.row())))
                .orElse(List.of(""));
    }

    /** Pointers at which the two say different things; empty if they are the same document. */
    private List<String> different(DocumentRow one, ExtractedDocument other) {
        Identity identity = types.get(one.type()).identity();
        ExtractedDocument first = documents.extracted(one);
        if (identity.compare(first, other) == Identity.Relation.SAME) {
            return List.of();
        }
        Map<String, String> left = identity.values(first);
        Map<String, String> right = identity.values(other);
        TreeSet<String> pointers = new TreeSet<>(left.keySet());
        pointers.addAll(right.keySet());
        pointers.removeIf(pointer -> left.getOrDefault(pointer, "").equals(right.getOrDefault(pointer, "")));
        return pointers.isEmpty() ? List.of("") : List.copyOf(pointers);
    }

    private static void inDoubt(Verdict verdict, String where, List<String> different) {
        verdict.add(List.of(new Finding(
                SAME,
                Finding.Severity.ERROR,
                Finding.Outcome.VIOLATED,
                "the same document is elsewhere with other values (in %s: %s)".formatted(where, shortened(different)),
                different.stream().filter(pointer -> !pointer.isEmpty()).toList())));
    }

    private static String shortened(List<String> pointers) {
        String first = String.join(", ", pointers.subList(0, Math.min(NAMED, pointers.size())));
        return pointers.size() <= NAMED ? first : "%s and %d more".formatted(first, pointers.size() - NAMED);
    }
}
