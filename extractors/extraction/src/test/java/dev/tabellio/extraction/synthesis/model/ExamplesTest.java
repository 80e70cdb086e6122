package dev.tabellio.extraction.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that models are shown answer as they are told to, and cite what their documents print. */
class ExamplesTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();
    private static final Pattern LINE = Pattern.compile("(?m)^(p\\d+\\.[lb]\\d+) \\| (.*)$");
    private static final Pattern CITED = Pattern.compile("\"(p\\d+\\.[lb]\\d+)\"");

    private record Example(DocumentType type, String name, String text) {
        @Override
        public String toString() {
            return type.id() + " " + name;
        }
    }

    private static Stream<Example> examples() {
        return TYPES.all().stream()
                .flatMap(type -> type.files().entrySet().stream()
                        .filter(file -> file.getKey().startsWith("examples/"))
                        .map(file -> new Example(type, file.getKey(), file.getValue())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHasTheSchemaAndCitesWhatItShows(Example example) {
        List<String> asked = List.of(example.text()
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("Asked for: ", "")
                .split(", "));
        String answer = example.text()
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
        FieldSet fields = FieldSet.of(example.type()).only(Set.copyOf(asked));
        assertThat(fields.patterns()).containsExactlyInAnyOrderElementsOf(asked);

        Statements statements = Statements.read(answer, AnswerSchema.of(example.type(), fields), example.type());

        assertThat(statements.problems()).isEmpty();
        assertThat(statements.byPointer()).isNotEmpty();
        Map<String, String> shown = LINE.matcher(example.text())
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        List<String> cited = new ArrayList<>();
        Matcher citation = CITED.matcher(answer);
        while (citation.find()) {
            cited.add(citation.group(1));
        }
        assertThat(shown.keySet()).containsAll(cited);
        assertThat(answer).as("what is not in the document").contains("null");
    }

    @Test
    void noTypeIsWithoutAnExample() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(5);
        for (DocumentType type : TYPES.all()) {
            String told = Instructions.of(type, FieldSet.of(type).asked());
            assertThat(told.substring(told.indexOf("\nExamples\n")))
                    .as(type.id())
                    .contains("<document>", "\"value\": null")
                    .doesNotContain("\\\n");
        }
    }
}
