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
 *
 * <p>Measured on 2026-11-20, one thread on a busy two-core machine: a W-2 with 17 rules takes 0.7 ms, 1,400 documents or 24,000
 * rules a second; reading a scanned page takes a second.
 *
 * <p>The checks, each of which sends the document to review:
 *
 * <ul>
 *   <li>{@code document.required}: a field that the type requires is not cited.
 *   <li>{@code document.uncited}: a field was found and does not hold as a value; of types that are not tax forms, one that the type
 *       requires or a rule looks at.
 *   <li>{@code document.confidence}: a cited amount, a cited identifier that matters, or any value from pixels was read with
 *       less than the least confidence.
 *   <li>{@code document.recognised}: a value of a tax form was read from pixels and nothing corroborates it.
 *   <li>{@code document.leftover}: amounts, people's numbers or rows of a list belong to no field.
 *   <li>{@code document.review}: the type sends all of its documents to review.
 *   <li>{@code document.complete}, {@code document.identity}, {@code document.injection}: the caller's {@link Caveat}s.
 * </ul>
 */
public final class Reconciler {

    /**
     * An amount or identifier read with less than this confidence goes to review, and so does any value read from pixels.
     *
     * <p>Experiment of 2026-11-20: 55 flat W-2s and 1040s of 24 returns rendered at 150, 110 and 90 dpi and saved as JPEG of
     * quality 25 to 40, then read by Tesseract 5; 1,063 amounts and identifiers that read as numbers, of which 275 wrong.
     * Below 0.80 were 250 of the wrong ones (0.60: 177, 0.85: 267) and of the right ones 21 % at 150 dpi, 45 % at 110
     * and 79 % at 90 (0.60: 11, 15, 21 %; 0.85: 27, 59, 93 %). A wrong amount that is posted costs more than a look.
     */
    public static final double LEAST_AMOUNT_CONFIDENCE = 0.80;

    /**
     * A value of a tax form that was read from pixels is posted only if another look at it agrees, see {@code
     * document.recognised}, and if it was read with this confidence.
     *
     * <p>The recogniser's confidence alone tells little: of 2,387 texts and 1,229 identifiers of drawn and real forms 144 and 64
     * were wrong, from 0.96 on still 20 of 576 texts; of 2,303 amounts from 0.88 on 3 (2026-11-21). On 83 drawn documents
     * scanned at 300 dpi, 48 of which nothing else kept from being posted, 1,412 values were read: of the 1,379 that a second reading
     * confirmed 13 were wrong, all of them rows that were lost or belong to a neighbour, accents, or one of two equal letters.
     * The checks of shape and ink find those; of 20 documents posted then none had a wrong value, of 8 of 88 scanned at 200 dpi
     * none. Below 0.6 were 9 of the confirmed values, one of them wrong. That is what it was tuned on: on other sets 4 of 40
     * posted documents had a wrong value, so no run reads a second time unless it is told to (2026-11-21).
     */
    static final double LEAST_CORROBORATED_CONFIDENCE = 0.6;

    private final Map<String, Judge> judges = new TreeMap<>();

    /** @throws IllegalArgumentException naming type, rule and place if a rule book is wrong */
    public Reconciler(DocumentTypes types) {
        this(new RuleBooks(types));
    }

    public Reconciler(RuleBooks books) {
        this(books, LEAST_AMOUNT_CONFIDENCE);
    }

    /** @param leastAmountConfidence from 0 to 1: amounts read with less go to review */
    public Reconciler(RuleBooks books, double leastAmountConfidence) {
        for (DocumentType type : books.types()) {
            RuleBook book = books.of(type);
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
