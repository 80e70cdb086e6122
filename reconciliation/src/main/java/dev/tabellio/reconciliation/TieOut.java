package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules across documents, such as the wages of a return against its W-2s. Immutable and safe for all threads.
 *
 * <p>A rule's join chooses the documents that belong to the subject. Prints of the same document count once: of two chosen
 * documents with the same identity, and no field in which both have a value and the values differ, the one with more
 * values stays.
 */
public final class TieOut {

    private final Map<String, Book> books = new TreeMap<>();

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public TieOut(DocumentTypes types) {
        this(new RuleBooks(types));
    }

    public TieOut(RuleBooks all) {
        for (DocumentType type : all.types()) {
            RuleBook rules = all.of(type);
            Stream<DocumentType> joined = rules.across().stream()
                    .map(rule -> rule.join().orElseThrow().with())
                    .distinct();
            DocumentType[] involved = Stream.concat(Stream.of(type), joined).toArray(DocumentType[]::new);
            books.put(type.id(), new Book(rules, Versions.of(Versions.TIE_OUT, 0, involved)));
        }
    }

    private record Book(RuleBook rules, String version) {}

    /** The types whose documents the rules of a type look at; empty if it has no rules across documents. */
    public Set<String> joins(String type) {
        return book(type).rules().across().stream()
                .flatMap(rule -> rule.joins().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The findings of the subject's rules across documents.
     *
     * @param candidates documents of the same file or folder, of any type, the subject itself and copies allowed; the
     *     rules choose. Their order does not matter.
     * @throws IllegalArgumentException if the subject's type is not among the types
     */
    public List<Finding> findings(ExtractedDocument subject, Collection<ExtractedDocument> candidates) {
        RuleBook rules = book(subject.document().type()).rules();
        Facts document = Facts.of(subject, rules.shape());
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules.across()) {
            findings.addAll(rule.ask(document, chosen(rule.join().orElseThrow(), document, candidates)));
        }
        return findings;
    }

    /**
     * What a tie-out of this type depends on beside the documents: for derivation keys.
     *
     * @throws IllegalArgumentException if the type is not among the types
     */
    public String version(String type) {
        return book(type).version();
    }

    private static List<Facts> chosen(Join join, Facts subject, Collection<ExtractedDocument> candidates) {
        List<Facts> fitting = candidates.stream()
                .filter(candidate -> candidate.document().type().equals(join.type()))
                .map(candidate -> Facts.other(candidate, join.shape()))
                .filter(candidate -> join.chooses(subject, candidate))
                .sorted(Comparator.<Facts>comparingInt(candidate -> -join.with()
                                .identity()
                                .values(candidate.document())
                                .size())
                        .thenComparing(
                                candidate -> candidate.document().document().id()))
                .toList();
        List<Facts> distinct = new ArrayList<>();
        for (Facts candidate : fitting) {
            if (distinct.stream().noneMatch(kept -> samePaper(join.with(), kept.document(), candidate.document()))) {
                distinct.add(candidate);
            }
        }
        distinct.sort(Comparator.comparing(facts -> facts.document().document().id()));
        return distinct;
    }

    private static boolean samePaper(DocumentType type, ExtractedDocument a, ExtractedDocument b) {
        if (a.document().id().equals(b.document().id())) {
            return true;
        }
        Optional<String> identity = type.identity().of(a);
        if (identity.isEmpty() || !identity.equals(type.identity().of(b))) {
            return false;
        }
        Map<String, String> values = type.identity().values(a);
        return type.identity().values(b).entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(values.getOrDefault(entry.getKey(), entry.getValue())));
    }

    private Book book(String type) {
        Book book = books.get(type);
        if (book == null) {
            throw new IllegalArgumentException("unknown document type '%s'".formatted(type));
        }
        return book;
    }
}
