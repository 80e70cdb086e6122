package dev.tabellio.jobs.doctypes;

import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.admission.AdmissionLimits;
import dev.tabellio.extraction.admission.FileAdmission;
import dev.tabellio.extraction.layout.NoLayoutDetector;
import dev.tabellio.extraction.ocr.NoOcr;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Parses files with a text layer. */
final class PrintedPage {

    private PrintedPage() {}

    static ParsedFile parsed(Path file) {
        Admission.Admitted admitted = (Admission.Admitted) new FileAdmission(AdmissionLimits.defaults()).admit(file);
        ParseOptions options = new ParseOptions(200, Duration.ofSeconds(30), List.of("eng"));
        try (StandardDocumentParser parser = new StandardDocumentParser(options, new NoOcr(), new NoLayoutDetector())) {
            return parser.parse(admitted.sourceFile(file.toString()), file);
        }
    }
}
