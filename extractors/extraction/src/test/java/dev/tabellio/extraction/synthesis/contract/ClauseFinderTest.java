package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseFinderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AntiAssignment | Neither party may assign this Agreement without the prior written consent of the other party.
                    CompetitiveRestrictionException | Nothing in this Section shall prevent Orrery from selling competing products listed in Exhibit C.
                    Exclusivity | During the Term, Fen shall not appoint any other distributor or agent for the Products in the Territory.
                    Exclusivity | Fen shall be the exclusive sponsor of the Event in the beverage category.
                    IpOwnershipAssignment | Any improvements to the Technology made by Fen shall be owned by Orrery.
                    LicenseGrant | Orrery is hereby licensed to use the Trademarks in connection with the sale of the Products.
                    MinimumCommitment | Fen shall pay to Orrery a guaranteed minimum annual royalty of $50,000.
                    NonCompete | Fen shall not sell, market or promote any products that are competitive with the Products.
                    NonDisparagement | Neither party shall make any disparaging statements about the other.
                    PriceRestrictions | Prices shall remain fixed for the first two years of this Agreement.
                    Renewal | Fen has the option to extend the term for two additional periods of five years each.
                    Renewal | Thereafter this Agreement shall continue from year to year until terminated.
                    RevenueProfitSharing | The parties shall share profits and losses of the venture equally.
                    RightOfFirstRefusal | Before accepting any third party offer, Fen shall first offer the Products to Orrery.
                    AntiAssignment | Any purported assignment of this Agreement in breach of this Section is void.
                    CapOnLiability | This is the Vendor's sole and exclusive obligation and the Customer's sole and exclusive remedy.
                    CapOnLiability | No action arising out of this Agreement may be brought by either party more than two years after its cause.
                    Exclusivity | Fen shall not sell the Products to any other person, and grants Orrery exclusive rights in the Territory.
                    Exclusivity | Fen grants to Orrery exclusive rights to sell the Products in the Territory for ten years.
                    Insurance | Such insurance coverage shall be placed with insurers of good standing and shall be maintained for three years.
                    IpOwnershipAssignment | Orrery shall exclusively own, and Fen shall assign to Orrery, all intellectual property in the results.
                    IpOwnershipAssignment | All deliverables and inventions made for Orrery shall be owned exclusively by Orrery.
                    LicenseGrant | Fen hereby grants to Orrery, for the term of this Agreement and on its conditions, a non-exclusive license to use the Marks.
                    MostFavoredNation | The price charged to Orrery shall be no greater than the lowest price charged to any other customer.
                    NonTransferableLicense | Fen hereby grants Orrery a limited, non- transferable right to use the Software.
                    PostTerminationServices | Upon termination of this Agreement, Orrery shall return all materials to Fen within thirty days.
                    RevenueProfitSharing | Each party shall receive 30% of the net revenues from advertising sales.
                    TerminationForConvenience | Either Party may terminate this Agreement by giving the other Party thirty (30) days' prior written notice.
                    """)
    void quotesASentenceOfItsSubject(String category, String sentence) {
        assertThat(found(category, sentence)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AntiAssignment | Either party may, without the other party's consent, assign this Agreement to an affiliate.
                    AntiAssignment | Fen shall not transfer the Samples to anyone without the prior written approval of Orrery.
                    CapOnLiability | Fen Media, LLC is an Ohio limited liability company and shares its profits and damages.
                    LicenseGrant | WHEREAS, Fen grants to Orrery a non-exclusive license to use the Marks under another agreement;
                    Exclusivity | The headings are exclusively for convenience and the exclusive right to construe them is granted to the courts in the Territory.
                    MinimumCommitment | Fen shall not be subject to any minimum purchase requirement in each year under this Agreement.
                    RevenueProfitSharing | Orrery shall not be entitled to a share of any revenues received by Fen.
                    ChangeOfControl | "Change in Control" means the sale of all or substantially all assets, or a merger.
                    ChangeOfControl | Termination, Change of Control of Orrery
                    Exclusivity | Fen has the sole and exclusive right to select counsel and to enforce its patents.
                    IpOwnershipAssignment | Neither party shall assign or transfer any of its rights under this Agreement without approval.
                    PostTerminationServices | Upon termination of this Agreement all rights granted hereunder shall revert to Fen.
                    PriceRestrictions | "Rate" means a price which may increase by 3 percent each year.
                    Renewal | Sections 4, 5 and 6 survive any extension or renewal term of this Agreement.
                    TerminationForConvenience | Either Party may terminate this Agreement by written notice if the other is in breach.
                    """)
    void passesOverWhatOnlySoundsLikeIt(String category, String sentence) {
        assertThat(found(category, sentence)).isEmpty();
    }

    @Test
    void aSentenceThatAValueWasReadFromSpeaksOfItsSubject() {
        TypedContract contract =
                TypedContract.of("It is three years. It lasts for three years from the day on which it begins.");
        String text = contract.text().text();
        Clauses clauses = Clauses.of(contract.text(), SectionTree.of(contract.file(), contract.document()));
        PhraseScore phrases = Objects.requireNonNull(ANCHORS.clauses().get("Expiration"));
        Sentences sentences = Sentences.of(text);
        ClauseFinder finder = new ClauseFinder(text, sentences, clauses);

        assertThat(finder.find(phrases, Set.of())).isEmpty();
        assertThat(finder.find(phrases, Set.of(sentences.at(30))))
                .extracting(found -> found.sentence().of(text))
                .containsExactly("It lasts for three years from the day on which it begins.");
    }

    @Test
    void percentSignsNeedNoBlankBeforeThem() {
        assertThat(Phrase.of("%|percent of sales", 1).in("a fee of 30% of sales"))
                .isTrue();
        assertThat(Phrase.of("%|percent of sales", 1).in("a fee of 30 percent of sales"))
                .isTrue();
        assertThat(Phrase.of("sales", 1).in("wholesales")).isFalse();
    }

    private static List<String> found(String category, String sentence) {
        TypedContract contract = TypedContract.of("The parties agree on the following.\n\n" + sentence + "\n");
        String text = contract.text().text();
        Clauses clauses = Clauses.of(contract.text(), SectionTree.of(contract.file(), contract.document()));
        PhraseScore phrases = Objects.requireNonNull(ANCHORS.clauses().get(category));
        return new ClauseFinder(text, Sentences.of(text), clauses)
                .find(phrases, Set.of()).stream()
                        .map(found -> found.sentence().of(text).replace('\n', ' '))
                        .toList();
    }
}
