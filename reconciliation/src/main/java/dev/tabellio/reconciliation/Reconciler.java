package dev.tabellio.reconciliation;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ExtractedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges one document by itself: the checks that hold for every type, then the rules of its type. Whatever a rule does,
 * the result is a finding; nothing is thrown for a document. Immutable and safe for all threads.
 */
public final class Reconciler {

    /**
     * An amount read with less than this confidence goes to review. Text layers and form fields are read with 1; a
     * recogniser's word confidence is what this is for.
     */
    public static final double LEAST_AMOUNT_CONFIDENCE = 0.60;

    private final Map<String, Judge> judges = new TreeMap<>();

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public Reconciler(DocumentTypes types) {
        this(types, LEAST_AMOUNT_CONFIDENCE);
    }

    /** @param leastAmountConfidence from 0 to 1: amounts read with less go to review */
    public Reconciler(DocumentTypes types, double leastAmountConfidence) {
        for (DocumentType type : types.all()) {
            RuleBook book = RuleBook.of(type, types);
            judges.put(
                    type.id(),
                    new Judge(
                            new StandardChecks(type, book.relevant(), leastAmountConfidence),
                            book,
                            Versions.of(Versions.RECONCILER, leastAmountConfidence, type)));
        }
    }

    private record Judge(StandardChecks standard, RuleBook book, String version) {}

    /**
     * Judges a document.
     *
     * @param caveats what the caller knows against it beside its fields; each sends it to review
     * @throws IllegalArgumentException if the document's type is not among the types
     */
    public Reconciliation reconcile(ExtractedDocument document, List<Caveat> caveats) {
        Judge judge = judge(document.document().type());
        List<Finding> findings = new ArrayList<>(judge.standard().findings(document, caveats));
        Facts facts = Facts.of(document, judge.book().shape());
        List<Finding> asked = judge.book().within().stream()
                .flatMap(rule -> rule.ask(facts, List.of()).stream())
                .toList();
        findings.addAll(new DigitRepair(judge.book()).suggest(document, asked));
        return Reconciliation.of(document.document().id(), findings);
    }

    /**
     * What a judgement of this type depends on beside the document: for derivation keys. It changes with the engine, the
     * rules, the required fields, the schema and the least confidence, and with nothing else of the type's folder.
     *
     * @throws IllegalArgumentException if the type is not among the types
     */
    public String version(String type) {
        return judge(type).version();
    }

    private Judge judge(String type) {
        Judge judge = judges.get(type);
        if (judge == null) {
            throw new IllegalArgumentException("unknown document type '%s'".formatted(type));
        }
        return judge;
    }
}
