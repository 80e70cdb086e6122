package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShownLinesTest {

    private static final TokenCounter TOKENS = new TokenCounter();
    private static final DocumentType NDA = DocumentTypes.shipped().get("nda");
    private static final FieldSet LAW = FieldSet.of(NDA).only(Set.of("/Jurisdictions/*/Region"));

    @Test
    void showsAShortDocumentAsAWhole() {
        NumberedText text = LongContract.of(1).document().text();

        assertThat(new ShownLines(text, true, TOKENS, 100_000, Optional.empty()).of(LAW))
                .isEqualTo(text.lines());
    }

    @Test
    void showsWhatAFieldNeedsOfALongOne() {
        NumberedText text = LongContract.of(100).document().text();

        List<NumberedLine> shown = new ShownLines(text, true, TOKENS, 100_000, Optional.empty()).of(LAW);

        String print = shown.stream().map(NumberedLine::text).collect(Collectors.joining("\n"));
        assertThat(print)
                .contains(LongContract.PREAMBLE)
                .contains(LongContract.LAW)
                .contains(LongContract.DEFINITION)
                .contains("IN WITNESS WHEREOF");
        assertThat(shown.size()).isLessThan(text.lines().size() / 10);
        assertThat(shown).doesNotHaveDuplicates();
    }

    /** The bound that the whole reading is built for: at most a third of the whole text with the whole schema. */
    @Test
    void asksForLittleOfALongContract() {
        for (String id : List.of("nda", "contract")) {
            DocumentType type = DocumentTypes.shipped().get(id);
            TypedDocument contract = LongContract.of(100).document();
            ReadingTask always = new ReadingTask(
                    contract.file(), contract.read(Map.of()), type, NeededFields.all(type), FieldCheck.NONE);
            int whole = TOKENS.count(type.schema().toString())
                    + contract.text().lines().stream()
                            .mapToInt(line -> TOKENS.count(line.text() + "\n"))
                            .sum();

            List<PlannedCall> planned =
                    new ModelReader(TOKENS).estimate(always, new ScriptedAccess().says(Tier.SMALL, ""));

            assertThat(planned.stream().mapToInt(PlannedCall::inputTokens).sum())
                    .as(id)
                    .isLessThan(whole / 3);
        }
    }

    @Test
    void cutsByTheSectionTree() {
        NumberedText text = TypedDocument.of("nda", """
                        SERVICE AGREEMENT
                        This Agreement is made by and between A and B.
                        ARTICLE 1 DEFINITIONS
                        1.1 "Affiliate" means somebody.
                        ARTICLE 2 SERVICES
                        2.1 Scope. A serves B.
                        IN WITNESS WHEREOF the parties sign.
                        EXHIBIT A PRICES
                        """).text();

        List<Section> sections = Sections.of(text.lines(), words -> 70);

        assertThat(sections)
                .extracting(section -> section.part() + ": " + section.text().replace("\n", " / "))
                .containsExactly(
                        "PREAMBLE: SERVICE AGREEMENT / This Agreement is made by and between A and B.",
                        "DEFINITIONS: ARTICLE 1 DEFINITIONS",
                        "DEFINITIONS: 1.1 \"Affiliate\" means somebody.",
                        "BODY: ARTICLE 2 SERVICES",
                        "BODY: 2.1 Scope. A serves B.",
                        "SIGNATURES: IN WITNESS WHEREOF the parties sign.",
                        "BODY: EXHIBIT A PRICES");
        assertThat(sections.get(4).heading()).isEqualTo("ARTICLE 2 SERVICES\n2.1 Scope. A serves B.");
        assertThat(sections.stream()
                        .flatMap(section -> section.lines().stream())
                        .toList())
                .isEqualTo(text.lines());
    }
}
