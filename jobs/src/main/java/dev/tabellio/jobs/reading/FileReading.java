package dev.tabellio.jobs.reading;

import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure.Refusal;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.admission.Admission.Admitted;
import dev.tabellio.extraction.admission.Admission.Refused;
import dev.tabellio.extraction.parse.DocumentParser;
import dev.tabellio.extraction.tables.FileTables;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.process.StandardStages;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads files without a run: admission, pages and their tables, but no document types, rules or rows. Safe for all threads.
 *
 * @param admission decides whether a file can be read
 * @param parser is closed with this
 */
public record FileReading(Function<Path, Admission> admission, DocumentParser parser) implements AutoCloseable {

    /**
     * The engines of a configuration.
     *
     * @throws dev.tabellio.document.ProcessingFailure.StopTheRun if text recognition or the configured layout model does
     *     not work on this machine
     */
    public static FileReading open(TabellioConfig config) {
        return new FileReading(StandardStages.admission(config), StandardStages.parser(config));
    }

    /**
     * Reads a file with its tables. Pages that cannot be read are in it, as failed.
     *
     * @throws dev.tabellio.document.ProcessingFailure if nothing of it can be read, saying why
     */
    public ParsedFile read(Path path) {
        Admission decision = admission.apply(path);
        if (decision instanceof Refused refused) {
            throw new Refusal(refused.says(), null);
        }
        Admitted admitted = (Admitted) decision;
        return FileTables.in(parser.parse(admitted.sourceFile(String.valueOf(path.getFileName())), path));
    }

    @Override
    public void close() {
        parser.close();
    }
}
