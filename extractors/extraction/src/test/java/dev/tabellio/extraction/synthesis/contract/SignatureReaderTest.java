package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Page;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Signature.Mark;
import dev.tabellio.extraction.TypedDocument;
import dev.tabellio.extraction.signatures.SignatureFinder;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureReaderTest {

    private static Map<String, ExtractedField> read(String text, Mark mark) {
        TypedDocument typed = TypedDocument.of(text);
        List<Page> pages = typed.file().pages().stream()
                .map(page -> page.withSignatures(SignatureFinder.find(
                        page.words(), page.lines(), List.of(), List.of(), List.of(), area -> mark, page.bounds())))
                .toList();
        ParsedFile file = new ParsedFile(typed.file().sha256(), pages);
        Map<String, ExtractedField> fields = new LinkedHashMap<>(new SignatureReader(file, typed.document()).read());
        CitationVerifier verifier = new CitationVerifier(file);
        fields.replaceAll((pointer, field) -> verifier.verified(field));
        return fields;
    }

    private static Map<String, String> values(String text, Mark mark) {
        Map<String, String> values = new LinkedHashMap<>();
        read(text, mark)
                .forEach((pointer, field) -> values.put(
                        pointer,
                        field instanceof ExtractedField.Cited cited
                                ? cited.value().asText()
                                : field.toString()));
        return values;
    }

    private static final String BLOCKS = """
            IN WITNESS WHEREOF, the parties have executed this Agreement.

            ORRERY CORPORATION                      FEN FOODS, INC.

            By: /s/ Jane Roe                        By: ____________________
            Name: Jane Roe                          Name: Max O’Muster
            Title: President                        Title: Director
            Date: March 3, 2024                     Date: ______________
            """;

    @Test
    void aSignatureInPrintAndAnEmptyLineAreRows() {
        assertThat(values(BLOCKS, Mark.EMPTY))
                .containsOnly(
                        Map.entry("/Signatures/0/Signed", "true"),
                        Map.entry("/Signatures/0/Signatory", "Jane Roe"),
                        Map.entry("/Signatures/0/Date", "2024-03-03"),
                        Map.entry("/Signatures/1/Signed", "false"),
                        Map.entry("/Signatures/1/Signatory", "Max O’Muster"));
    }

    @Test
    void strokesOnTheLineAreASignature() {
        assertThat(values(BLOCKS, Mark.INK)).containsEntry("/Signatures/1/Signed", "true");
    }

    @Test
    void aNameInPrintDoesNotSayWhetherItWasSigned() {
        assertThat(values("By: Jane Roe\nIts: President\n", Mark.EMPTY))
                .containsOnly(Map.entry("/Signatures/0/Signatory", "Jane Roe"));
    }

    @Test
    void anUnreadableHandIsNoName() {
        assertThat(values("By: /s/ [ILLEGIBLE]\n", Mark.EMPTY)).containsOnly(Map.entry("/Signatures/0/Signed", "true"));
    }
}
