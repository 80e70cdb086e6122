package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every case of the repository says the truth. */
class CommittedSetTest {

    private static final Path SAMPLES = Path.of("").toAbsolutePath();
    private static final Path INBOX = SAMPLES.resolve("documents");

    static Stream<LabelledCase> cases() throws IOException {
        return LabelledSets.read(SAMPLES).cases().stream();
    }

    @Test
    void theInboxHoldsTheFilesOfTheCasesAndNothingElse() throws IOException {
        Set<String> expected = new TreeSet<>();
        cases().forEach(labelled -> labelled.files().forEach(file -> expected.add(file.path())));
        Set<String> found = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(INBOX)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> found.add(INBOX.relativize(file).toString().replace('\\', '/')));
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void truthFitsItsSchema(LabelledCase labelled) throws IOException {
        String json =
                Files.readString(SAMPLES.resolve("truth").resolve(labelled.id()).resolve(TruthSetReader.TRUTH));

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointersAreLeavesOfTheTypesSchema(LabelledCase labelled) throws IOException {
        LabelledSet set = LabelledSets.read(SAMPLES);
        for (ExpectedDocument document : labelled.documents()) {
            Set<String> leaves = leaves(document.type());
            assertThat(document.values().keySet())
                    .allSatisfy(pointer -> assertThat(leaves).contains(LabelledSet.pattern(pointer)))
                    .allMatch(pointer -> set.scores(document.type(), pointer));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyValueHasAPlaceInEveryPrintAndEveryPlaceIsOnItsPage(LabelledCase labelled) throws IOException {
        for (ExpectedDocument document : labelled.documents()) {
            for (Print print : document.prints()) {
                List<BoundingBox> pages = PageSizes.of(INBOX.resolve(print.file()));
                assertThat(print.places()).containsOnlyKeys(document.values().keySet());
                print.areas()
                        .forEach(area -> assertThat(pages.get(area.page() - 1).contains(area.area()))
                                .as("%s on page %d", area, area.page())
                                .isTrue());
                print.places()
                        .forEach((pointer, place) -> assertThat(
                                        pages.get(place.page() - 1).contains(place.box()))
                                .as("%s at %s", pointer, place)
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTextOfThePageStandsWhereTheTruthSays(LabelledCase labelled) throws IOException {
        for (ExpectedDocument document : labelled.documents()) {
            for (Print print : document.prints()) {
                Path file = INBOX.resolve(print.file());
                if (!file.toString().endsWith(".pdf")) {
                    continue;
                }
                try (PrintedText printed = PrintedText.of(file)) {
                    if (!printed.hasText()) {
                        continue;
                    }
                    for (Map.Entry<String, Place> place : print.places().entrySet()) {
                        assertPrinted(place.getKey(), place.getValue(), printed.at(place.getValue()));
                    }
                }
            }
        }
    }

    /** Lines of an address that a form keeps apart have the form's own words between them. */
    private static void assertPrinted(String pointer, Place place, String found) {
        if (pointer.endsWith("/Address")) {
            String[] words = place.text().split("\\s+", -1);
            assertThat(found).as(pointer).containsSubsequence(words);
        } else {
            assertThat(found).as(pointer).isEqualToIgnoringWhitespace(place.text());
        }
    }

    @Test
    void duplicatesHaveTheBytesOfTheirOriginals() throws IOException {
        Set<String> duplicates = new HashSet<>();
        for (LabelledCase labelled : cases().toList()) {
            for (LabelledFile file : labelled.files()) {
                String original = file.duplicateOf();
                if (original != null) {
                    duplicates.add(file.path());
                    assertThat(INBOX.resolve(file.path())).hasSameBinaryContentAs(INBOX.resolve(original));
                }
            }
        }
        assertThat(duplicates).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = TruthSetReader.class.getResourceAsStream("truth.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static Set<String> leaves(String type) {
        Set<String> leaves = new HashSet<>();
        collect(DocumentTypes.shipped().get(type).schema(), "", leaves);
        return leaves;
    }

    private static void collect(JsonNode schema, String pointer, Set<String> leaves) {
        if (schema.has("properties")) {
            schema.get("properties")
                    .properties()
                    .forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), leaves));
        } else if (schema.has("items")) {
            collect(schema.get("items"), pointer + "/*", leaves);
        } else {
            leaves.add(pointer);
        }
    }
}
