package dev.tabellio.extraction.synthesis.taxform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.DrawnPage;
import dev.tabellio.extraction.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPrintTest {

    private static final String SCHEMA = """
            {"properties": {
               "Child": {"type": "string", "x-tabellio-kind": "text"},
               "State": {"type": "string", "x-tabellio-kind": "text"},
               "Payer": {"properties": {
                 "Name": {"type": "string", "x-tabellio-kind": "text"},
                 "Address": {"type": "string", "x-tabellio-kind": "text"}}}}}
            """;

    private static final String ANCHORS = """
            boxes:
              child: {labels: ["Qualifying child"]}
              payer: {labels: ["PAYER'S name and address"]}
              state: {labels: ["Payer's state"]}
              account: {labels: ["Account number"]}
            print: ["First name", "Recipient"]
            fields:
              /Child: {box: child}
              /State: {box: state, as: state}
              /Payer/Name: {box: payer, part: name}
              /Payer/Address: {box: payer, part: address}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Ann Lee,                         -
            First name Ann Lee,              First name
            Ann Lee First name,              First name
            Account number,                  Account number
            Name,                            Name
            First M.I.,                      First M.I.
            City or town State ZIP Code,     City or town State ZIP Code
            Recipient,                       Recipient
            Recipient Services LLC,          -
            State Street Trust 4,            -
            MI,                              -
            """)
    void printIsToldFromValues(String value, String print) throws IOException {
        List<Word> words = Stream.of(value.split(" ", -1))
                .map(text -> new Word(text, new BoundingBox(0, 0, 9, 9), Origin.TEXT_LAYER, 1))
                .toList();
        OwnPrint ownPrint = OwnPrint.of(Stream.of("First name", "Account number", "Recipient")
                .map(label -> new Anchor(
                        "x",
                        Anchor.Kind.PRINT,
                        List.of(),
                        List.of(Wording.of(label)),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .toList());
        assertThat(ownPrint.in(new ValueText(1, List.of(words), "under 'x'", 1)).orElse(null))
                .isEqualTo(print);
    }

    @Test
    void aValueWithPrintInItDoesNotHold() throws IOException {
        ExtractedField child = DrawnForm.read(folder, SCHEMA, ANCHORS, DrawnPage.of(1, """
                Qualifying child
                First   name Ann Lee
                """))
                .fields()
                .get("/Child");
        assertThat(child)
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).contains("the form's own print"));
    }

    @Test
    void aBlankBlockOfLabelsHasNoNameAndNoAddress() throws IOException {
        Page page = DrawnPage.of(1, """
                PAYER'S name and address
                Name
                Street
                City
                """);
        Map<String, ExtractedField> fields =
                DrawnForm.read(folder, SCHEMA, ANCHORS, page).fields();
        assertThat(fields.get("/Payer/Name")).isInstanceOf(ExtractedField.Uncited.class);
        assertThat(fields.values()).noneMatch(ExtractedField.Cited.class::isInstance);
    }

    @Test
    void statesThatLookLikeLabelsAreStates() throws IOException {
        assertThat(DrawnForm.values(folder, SCHEMA, ANCHORS, DrawnPage.of(1, """
                Payer's state
                MI
                """)))
                .containsEntry("/State", "MI");
    }
}
