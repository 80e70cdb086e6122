package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuadSetReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsAnswersAndClauses() throws IOException {
        write("""
                {"pdf": "documents/a.pdf", "answers": {"Document Name": "SUPPLY  AGREEMENT", \
                "Parties": "Dott Bearings, Inc. (\\"Dott\\"); Elm S.A.(\\"Buyer\\"); (together the \\"Parties\\")", \
                "Agreement Date": "1/15/18", "Effective Date": "[]/[]/2018", "Expiration Date": "perpetual", \
                "Governing Law": "Ontario, Canada; England"}, \
                "labels": [{"category": "Audit Rights", "text": "The Buyer may audit."}, \
                {"category": "Audit Rights", "text": "Records are kept."}, {"category": "Parties", "text": "Dott"}]}
                """);

        LabelledSet set = LabelledSets.read(folder);

        assertThat(set.cases().get(0).documents().get(0).values())
                .containsOnly(
                        entry("/Title", "SUPPLY AGREEMENT"),
                        entry("/Parties/0/Name", "Dott Bearings, Inc."),
                        entry("/Parties/0/ReferenceName", "Dott"),
                        entry("/Parties/1/Name", "Elm S.A."),
                        entry("/Parties/1/ReferenceName", "Buyer"),
                        entry("/AgreementDate", "2018-01-15"),
                        entry("/Jurisdictions/0/Region", "Ontario"),
                        entry("/Jurisdictions/1/Region", "England"),
                        entry("/Clauses/AuditRights/0/Text", "The Buyer may audit."),
                        entry("/Clauses/AuditRights/1/Text", "Records are kept."));
        assertThat(set.scores("contract", "/ExpirationDate")).isTrue();
    }

    @Test
    void partiesAreListedOnceUnderTheirOwnNames() {
        assertThat(
                        CuadSetReader.parties(
                                "Elm S.A. d/b/a Elm Foods (the “Buyer”); Dott, Inc., on behalf of its affiliates;"
                                        + " Elm and Dott (\"Party\", collectively the \"Parties\"); Dott, Inc. (\"Dott\"); Fen and Fen, LLC"))
                .containsExactly(
                        entry("Elm S.A.", Optional.of("Buyer")),
                        entry("Dott, Inc.", Optional.empty()),
                        entry("Fen and Fen, LLC", Optional.empty()));
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        write("{\"pdf\": \"documents/missing.pdf\"}\n");

        assertThatThrownBy(() -> LabelledSets.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spans.jsonl: line 1")
                .hasMessageContaining("missing.pdf");
    }

    private void write(String labels) throws IOException {
        Files.writeString(folder.resolve("spans.jsonl"), labels);
        Path documents = Files.createDirectories(folder.resolve("documents"));
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(documents.resolve("a.pdf").toFile());
        }
    }
}
