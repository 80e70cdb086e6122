package dev.tabellio.jobs.process;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.classify.PacketClassifier;
import dev.tabellio.extraction.corroboration.NoSecondReader;
import dev.tabellio.extraction.corroboration.SecondReader;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.parse.DocumentParser;
import dev.tabellio.extraction.synthesis.CopyMerger;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.extraction.synthesis.model.ModelReader;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.TieOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The engines that a run works with, in the order of the spine. All are safe for all threads.
 *
 * @param types the document types that are known
 * @param admission decides whether a file may come in
 * @param secondReader of values that were recognised from pixels, where nothing else speaks against a document
 * @param trial where files are tried that were in work when a process died
 * @param models the language models that may be asked, by tier
 */
public record Stages(
        DocumentTypes types,
        Function<Path, Admission> admission,
        DocumentParser parser,
        PacketClassifier classifier,
        List<FieldReader> readers,
        CopyMerger copies,
        SecondReader secondReader,
        Reconciler reconciler,
        TieOut tieOut,
        Trial trial,
        Map<Tier, LanguageModel> models)
        implements AutoCloseable {

    /** Without language models and a second reading. */
    public Stages(
            DocumentTypes types,
            Function<Path, Admission> admission,
            DocumentParser parser,
            PacketClassifier classifier,
            List<FieldReader> readers,
            CopyMerger copies,
            Reconciler reconciler,
            TieOut tieOut,
            Trial trial) {
        this(
                types,
                admission,
                parser,
                classifier,
                readers,
                copies,
                new NoSecondReader(),
                reconciler,
                tieOut,
                trial,
                Map.of());
    }

    public Stages {
        models = Map.copyOf(models);
        readers = List.copyOf(readers);
    }

    /** Version of the code of all stages: 12 hex digits. */
    public String codeVersion() {
        List<String> versions = new ArrayList<>(
                List.of(parser.version(), classifier.version(), FilePipeline.MERGED, ModelReader.VERSION));
        versions.add(secondReader.version());
        readers.forEach(reader -> versions.add(reader.version()));
        return ResultVersions.shortened(String.join("\n", versions));
    }

    /** Version of a type's schema: 12 hex digits. */
    public String schemaVersion(DocumentType type) {
        return ResultVersions.shortened(type.schema().toString());
    }

    /** Version of everything by which a type is judged: 12 hex digits. */
    public String rulesVersion(DocumentType type) {
        return ResultVersions.shortened(reconciler.version(type.id()));
    }

    /** The reader of a type's family. */
    public Optional<FieldReader> reader(DocumentType type) {
        return readers.stream().filter(reader -> reader.reads(type)).findFirst();
    }

    @Override
    public void close() {
        parser.close();
    }
}
