package dev.tabellio.jobs.process;

import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.llm.injection.InjectionScan;
import dev.tabellio.reconciliation.Caveat;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a document beside its fields: what its file lacks, hides or says to models. */
final class FileCaveats {

    private final InjectionScan injections = new InjectionScan();

    List<Caveat> of(Document document, ParsedFile parsed, Classification classification) {
        // any document of a file may go on on a page that cannot be read
        List<Caveat> caveats = new ArrayList<>();
        PageAccount.failed(classification)
                .map(says -> new Caveat(Caveat.Kind.INCOMPLETE_FILE, says))
                .ifPresent(caveats::add);
        PageAccount.elsewhere(parsed)
                .map(says -> new Caveat(Caveat.Kind.INCOMPLETE_FILE, says))
                .ifPresent(caveats::add);
        injections.on(parsed, document.pages()).stream()
                .map(injection -> new Caveat(Caveat.Kind.SPEAKS_TO_MODELS, injection.says()))
                .forEach(caveats::add);
        parsed.hidden().stream()
                .filter(hidden -> hidden.why() == HiddenText.Why.NOT_AS_SHOWN
                        && document.pages().contains(hidden.page()))
                .map(hidden -> new Caveat(
                        Caveat.Kind.NOT_AS_SHOWN,
                        "page %d holds \"%s\" and shows something else there".formatted(hidden.page(), hidden.text())))
                .forEach(caveats::add);
        return List.copyOf(caveats);
    }
}
