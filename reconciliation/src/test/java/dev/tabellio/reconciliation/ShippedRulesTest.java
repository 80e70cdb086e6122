package dev.tabellio.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    static Stream<String> types() {
        return TYPES.all().stream().map(DocumentType::id);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleComesOutAsItSays(String type) {
        assertThat(RuleBook.of(TYPES.get(type), TYPES).failedExamples()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleComesOutInOtherLocales(String type) {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(RuleBook.of(TYPES.get(type), TYPES).failedExamples())
                        .as(tag)
                        .isEmpty();
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
