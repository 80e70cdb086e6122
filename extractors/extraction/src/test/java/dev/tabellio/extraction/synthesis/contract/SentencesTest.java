package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void abbreviationsInitialsAndClauseNumbersEndNoSentence() {
        assertThat(sentences(
                        "Fen Foods, Inc. A Delaware company. Mr. J. Sample of the U.S. Army agrees. 12. Term. It ends \"soon.\" Then"
                                + " (a) nothing. 3.1 Law"))
                .containsExactly(
                        "Fen Foods, Inc. A Delaware company.",
                        "Mr. J. Sample of the U.S. Army agrees.",
                        "12. Term.",
                        "It ends \"soon.\"",
                        "Then (a) nothing.",
                        "3.1 Law");
    }

    @Test
    void headingsEndAtTheirLine() {
        assertThat(sentences("GOVERNING LAW\nThis Agreement is governed by\nthe law of Ohio.\nNotices"))
                .containsExactly("GOVERNING LAW", "This Agreement is governed by\nthe law of Ohio.", "Notices");
    }

    @Test
    void aLineThatStopsMidSentenceIsNoHeading() {
        assertThat(sentences("It is interpreted under the laws of the\nState of Ohio."))
                .hasSize(1);
    }

    @Test
    void findsTheSentenceAtAPosition() {
        String text = "First one here. Second one here. Third one.";
        Sentences sentences = Sentences.of(text);

        assertThat(sentences.at(text.indexOf("Second") + 3).of(text)).isEqualTo("Second one here.");
        assertThat(sentences.at(0).of(text)).isEqualTo("First one here.");
        assertThat(sentences.at(text.length() - 1).of(text)).isEqualTo("Third one.");
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).all().stream().map(span -> span.of(text)).toList();
    }
}
