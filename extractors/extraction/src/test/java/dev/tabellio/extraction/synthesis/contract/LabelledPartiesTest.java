package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledPartiesTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    @Test
    void rolesStandBeforeTheNames() {
        String text = """
                This Agreement is entered into on February 8, 2007 between the following two parties: Party A: Orrery (Fen) Co., Ltd.
                Registration Address: Room 16, Alder Plaza, China Party B: Fen Communication Co., Ltd. Legal Representative: Ada Sample
                """;

        List<PartyCandidate> parties = new LabelledParties(text, ANCHORS).read();

        assertThat(parties)
                .extracting(party -> party.name().of(text))
                .containsExactly("Orrery (Fen) Co., Ltd.", "Fen Communication Co., Ltd.");
        assertThat(parties)
                .extracting(party -> party.reference().orElseThrow().of(text))
                .containsExactly("Party A", "Party B");
    }

    @Test
    void aRoleThatReturnsKeepsItsFirstName() {
        String text = "Licensor: Fen Press, Inc. Licensee: Orrery, LLC ... Licensor: Alder, Inc.";

        assertThat(new LabelledParties(text, ANCHORS).read())
                .extracting(party -> party.name().of(text))
                .containsExactly("Fen Press, Inc.", "Orrery, LLC");
    }

    @Test
    void aRoleMayFollowANameWithoutAMark() {
        String text = "Owner: Fen Development Company, LLC Manager: Orrery Hotels Management Corp.";

        assertThat(new LabelledParties(text, ANCHORS).read())
                .extracting(party -> party.reference().orElseThrow().of(text) + " = "
                        + party.name().of(text))
                .containsExactly("Owner = Fen Development Company, LLC", "Manager = Orrery Hotels Management Corp.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Licensor: Fen Press, Inc. shall deliver the Works.",
                "Date: Fen Press, Inc. Attention: Orrery, LLC",
                "Licensor: the person named above. Licensee: means you."
            })
    void oneNameAloneOrOtherLabelsMakeNoParties(String text) {
        assertThat(new LabelledParties(text, ANCHORS).read()).isEmpty();
    }
}
