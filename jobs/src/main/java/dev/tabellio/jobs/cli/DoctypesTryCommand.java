package dev.tabellio.jobs.cli;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.jobs.doctypes.DoctypeTrial;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.StandardStages;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a type that is being written does with a file. */
@Command(
        name = "try",
        description = {
            "Try the folder of a document type on a file: why its pages are recognised or not, which labels stand where,"
                    + " what each field is read as, and why not. Nothing is stored.",
            ""
        })
final class DoctypesTryCommand extends OperatorCommand {

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Folder of the type, or its name in the home's doctypes folder.")
    private Path folder = Path.of(".");

    @Parameters(index = "1", paramLabel = "FILE", description = "A document of the type.")
    private Path file = Path.of(".");

    @Option(names = "--labels", description = "List every label, not just those of fields without a value.")
    private boolean labels;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    ExitCode execute() {
        DocumentType type = type();
        DocumentTypes others = documentTypes();
        DoctypeTrial trial;
        try (Stages stages = StandardStages.open(config(), others)) {
            trial = DoctypeTrial.of(type, others, stages.readers(), parsed(stages));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
        if (json) {
            printJson(trial);
        } else {
            out().print(new TrialText(type, trial, labels).render());
        }
        return trial.recognised() ? ExitCode.COMPLETED : ExitCode.FAILED;
    }

    private DocumentType type() {
        Path own = config().doctypes().resolve(folder);
        Path chosen = Files.isDirectory(folder) ? folder : own;
        if (!Files.isDirectory(chosen)) {
            throw new CommandFailure(ExitCode.USAGE, "%s is not a folder, nor is %s".formatted(folder, own));
        }
        try {
            return DocumentTypes.load(chosen.toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private ParsedFile parsed(Stages stages) {
        Admission admission = stages.admission().apply(file);
        if (admission instanceof Admission.Refused refused) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(file, refused.says()));
        }
        try {
            return stages.parser()
                    .parse(((Admission.Admitted) admission).sourceFile(String.valueOf(file.getFileName())), file);
        } catch (ProcessingFailure.Refusal e) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
