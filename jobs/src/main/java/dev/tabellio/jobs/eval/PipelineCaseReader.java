package dev.tabellio.jobs.eval;

import dev.tabellio.document.Classification;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import dev.tabellio.document.ProcessingFailure.Refusal;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.jobs.process.CpuGate;
import dev.tabellio.jobs.process.FilePipeline;
import dev.tabellio.jobs.process.FileResult;
import dev.tabellio.jobs.process.StageRetry;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.store.ArtifactStore;
import dev.tabellio.jobs.store.DocumentRow;
import dev.tabellio.jobs.store.FileRow;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stage;
import dev.tabellio.reconciliation.Disposition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file with the pipeline that the job uses. Artifacts go to a folder of the evaluation's own, so that what is
 * measured was computed by the code that is being measured.
 */
public final class PipelineCaseReader implements CaseReader {

    private final Stages stages;
    private final ArtifactStore artifacts;
    private final FilePipeline pipeline;

    /** @param workers how many files are read at the same time */
    public PipelineCaseReader(Stages stages, Path artifactFolder, int workers) {
        this.stages = stages;
        this.artifacts = new ArtifactStore(artifactFolder);
        this.pipeline =
                new FilePipeline(stages, artifacts, new CpuGate(workers), new StageRetry(0, Duration.ofMillis(1)));
    }

    @Override
    public FileReading read(Path path) {
        Admission admission = stages.admission().apply(path);
        if (admission instanceof Admission.Refused refused) {
            throw new Refusal(refused.says(), null);
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        FileRow file = new FileRow(
                "eval",
                String.valueOf(path.getFileName()),
                Optional.of(admitted.sha256()),
                admitted.bytes(),
                Optional.of(admitted.mediaType()),
                FileState.REGISTERED,
                Optional.empty(),
                admitted.pages());
        FileResult result = pipeline.process(file, path);
        if (result instanceof FileResult.Quarantined quarantined) {
            throw new Refusal(quarantined.cause(), null);
        }
        if (result instanceof FileResult.Parked parked) {
            throw new PermanentFailure(parked.trouble().cause(), null);
        }
        FileResult.Processed processed = (FileResult.Processed) result;
        List<ReadDocument> documents = new ArrayList<>();
        for (DocumentRow row : processed.documents()) {
            row.extractedKey()
                    .ifPresent(key -> documents.add(new ReadDocument(
                            artifacts.get(Stage.SYNTHESIZE, key, ExtractedDocument.class),
                            row.disposition().orElse(Disposition.REVIEW))));
        }
        Classification classification = artifacts.get(Stage.CLASSIFY, processed.classifyKey(), Classification.class);
        return new FileReading(documents, classification.pages());
    }
}
