package dev.tabellio.jobs.process;

import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.llm.injection.Injection;
import dev.tabellio.extraction.llm.injection.InjectionScan;
import dev.tabellio.extraction.parse.DocumentParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Refuses files in which something speaks to language models, for those who do not want them read at all. */
final class QuarantiningParser implements DocumentParser {

    private final DocumentParser parser;
    private final InjectionScan scan = new InjectionScan();

    QuarantiningParser(DocumentParser parser) {
        this.parser = parser;
    }

    @Override
    public ParsedFile parse(SourceFile file, Path path) {
        ParsedFile parsed = parser.parse(file, path);
        List<Integer> pages =
                IntStream.rangeClosed(1, parsed.pages().size()).boxed().toList();
        List<Injection> found = scan.on(parsed, pages);
        if (!found.isEmpty()) {
            throw new ProcessingFailure.Refusal(
                    "Something in the file speaks to language models: "
                            + found.get(0).says(),
                    null);
        }
        return parsed;
    }

    @Override
    public String version() {
        return parser.version() + "; without injections";
    }

    @Override
    public void close() {
        parser.close();
    }
}
