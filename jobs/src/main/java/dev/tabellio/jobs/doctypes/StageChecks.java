package dev.tabellio.jobs.doctypes;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.reconciliation.RuleBook;
import java.util.List;

/** The checks of the stages that ship with Tabellio, in the order of the spine. */
public final class StageChecks {

    private StageChecks() {}

    /**
     * Checks how the type is recognised, read and judged.
     *
     * @param types where the types are that rules across documents join
     */
    public static List<StageCheck> of(DocumentTypes types, List<FieldReader> readers) {
        return List.of(
                StandardPacketClassifier::check,
                type -> readers.stream()
                        .filter(reader -> reader.reads(type))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "document type %s: doctype.yaml: no reader reads the family '%s'"
                                        .formatted(type.id(), type.family())))
                        .check(type),
                type -> checkRules(type, types));
    }

    private static void checkRules(DocumentType type, DocumentTypes types) {
        List<String> failed = RuleBook.of(type, types).failedExamples();
        if (!failed.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", failed));
        }
    }
}
