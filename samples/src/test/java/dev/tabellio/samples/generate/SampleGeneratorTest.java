package dev.tabellio.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledSet;
import dev.tabellio.samples.sets.Print;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleGeneratorTest {

    private static final List<Degradation> WORN = Degradation.parseAll("scan72,skew,light,blur,noise,stamp,jpeg50");

    private final SampleGenerator generator = new SampleGenerator();

    static List<String> names() throws IOException {
        return SampleWish.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameBytes(String name) throws IOException {
        Sample once = generator.generate("x", SampleWish.named(name, false, List.of()), 7);
        Sample again = new SampleGenerator().generate("x", SampleWish.named(name, false, List.of()), 7);
        Sample other = generator.generate("x", SampleWish.named(name, false, List.of()), 8);

        assertThat(again.truth()).isEqualTo(once.truth()).isNotEqualTo(other.truth());
        assertSameFiles(again, once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void neitherLocaleNorTimeZoneMatters(String tag) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (SampleKind kind : List.of(SampleKind.W2_FILLABLE, SampleKind.F1040, SampleKind.NDA_MUTUAL)) {
            SampleWish wish = SampleWish.of(kind, true, kind == SampleKind.F1040 ? WORN : List.of());
            Sample here = generator.generate("x", wish, 3);
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            try {
                Sample there = generator.generate("x", wish, 3);
                assertThat(there.truth()).isEqualTo(here.truth());
                assertSameFiles(there, here);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void truthsCoverWhatTheySayTheyCover(String name) throws IOException {
        Map<String, List<String>> scored = SampleFolder.scored();
        for (int seed = 0; seed < 4; seed++) {
            Sample sample = generator.generate("x", SampleWish.named(name, seed % 2 == 0, List.of()), seed);
            for (ExpectedDocument document : sample.truth().documents()) {
                assertThat(document.values().keySet())
                        .allSatisfy(pointer ->
                                assertThat(scored.get(document.type())).contains(LabelledSet.pattern(pointer)));
                assertThat(document.prints())
                        .extracting(Print::places)
                        .allSatisfy(places -> assertThat(places)
                                .containsOnlyKeys(document.values().keySet()));
            }
        }
    }

    @Test
    void aPacketHoldsTheReturnItsWagesAndPagesThatAreNoDocument() throws IOException {
        Sample packet = generator.generate("x", SampleWish.of(SampleKind.PACKET, false, List.of()), 5);

        assertThat(packet.truth().documents())
                .extracting(ExpectedDocument::type)
                .contains("us-1040", "us-w2");
        assertThat(packet.truth().otherPages())
                .extracting(page -> page.use().name())
                .containsExactlyInAnyOrder("INSTRUCTIONS", "BLANK");
        long pages = packet.truth().documents().stream()
                        .mapToLong(document -> document.prints().get(0).areas().size())
                        .sum()
                + packet.truth().otherPages().size();
        assertThat(pages).isEqualTo(packet.truth().documents().size() + 3);
    }

    @Test
    void flawsAreStated() throws IOException {
        Sample wrong = generator.generate("x", SampleWish.of(SampleKind.W2_IRS, true, List.of()), 1);
        Sample right = generator.generate("x", SampleWish.of(SampleKind.W2_IRS, false, List.of()), 1);

        assertThat(wrong.truth().documents().get(0).flaws()).hasSize(1);
        assertThat(right.truth().documents().get(0).flaws()).isEmpty();
    }

    private static void assertSameFiles(Sample actual, Sample expected) {
        assertThat(actual.files()).containsOnlyKeys(expected.files().keySet());
        expected.files()
                .forEach((path, bytes) ->
                        assertThat(actual.files().get(path)).as(path).isEqualTo(bytes));
    }
}
