package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpirationDateReaderTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("contract"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The term of this Agreement shall be for a period of five (5) years commencing on the Effective Date. | 2015-03-03
                    This Agreement shall commence on the Effective Date and shall continue for an initial term of three (3) years. | 2013-03-03
                    Unless earlier terminated under Section 9, this Agreement shall remain in effect until the tenth anniversary of the Effective Date. | 2020-03-03
                    The Initial Term shall begin on January 1, 2011 and end on December 31, 2014. | 2014-12-31
                    This Agreement shall expire on December 31, 2012. | 2012-12-31
                    This Agreement is effective as of the Effective Date and continues through June 30, 2014 (the "Term"). | 2014-06-30
                    Term: 2 years from the date of signing. | 2012-03-03
                    The initial term of this Agreement is one year from the date first written above. | 2011-03-03
                    This Agreement shall be in force for a period of twelve (12) months from the Effective Date hereof. | 2011-03-03
                    The term begins on the Effective Date and ends on the date that is five years after the Effective Date. | 2015-03-03
                    This Agreement shall terminate five (5) years after the Effective Date. | 2015-03-03
                    This Agreement shall have a term of ten (10) years. | 2020-03-03
                    This Agreement shall be valid for 3 years. | 2013-03-03
                    The duration of this Agreement is twenty-four months. | 2012-03-03
                    This Agreement shall continue in full force and effect for two (2) years from the date hereof and from year to year thereafter. | 2012-03-03
                    This Agreement will become effective on the date above and will continue in effect for an initial two-year term, and then from year to year. | 2012-03-03
                    The term of this Agreement shall commence on the date hereof and, unless extended, shall end on the earlier of (i) a sale of the Company or (ii) December 31, 2015. | 2015-12-31
                    The term of this Agreement shall commence as of the Effective Date and shall end, unless sooner terminated, at midnight on the third anniversary of the Effective Date. | 2013-03-03
                    The Initial Term shall begin on the Effective Date and shall expire at 11:59 p.m. Eastern time on December 31, 2013. | 2013-12-31
                    The Term shall commence on April 1, 2010 and continue for a period of three years thereafter. | 2013-04-01
                    The term hereof shall be ten years beginning on the Effective Date. | 2020-03-03
                    The period of this Agreement shall be from March 3, 2010 to March 2, 2013. | 2013-03-02
                    The Contract Period shall be the period commencing on June 1, 2010 and ending on May 31, 2014. | 2014-05-31
                    The Endorsement Period: April 1, 2010 - March 31, 2012. | 2012-03-31
                    TERM. Three (3) years from the Effective Date. | 2013-03-03
                    Subject to the provisions of Section 10, this Agreement shall be in effect for five years. | 2015-03-03
                    The initial term of the franchise begins on the Effective Date and expires ten (10) years from that date. | 2020-03-03
                    The term of this Agreement shall commence on the Effective Date and shall terminate at the end of the fifteenth (15th) year thereafter. | 2025-03-03
                    The joint venture shall continue for a period of 10 years from the date of this Agreement. | 2020-03-03
                    This Agreement and the rights granted hereunder shall terminate on March 31, 2016. | 2016-03-31
                    "Expiration Date" means December 31, 2018. | 2018-12-31
                    This Agreement shall terminate (a) on December 31, 2015, or (b) upon thirty days notice. | 2015-12-31
                    This Agreement will last for a period of 12 months. | 2011-03-03
                    The agreement is valid for one year and expires on March 2, 2011. | 2011-03-02
                    The Initial Term shall begin on the Effective Date and end on the day before the third anniversary of the Effective Date. | 2013-03-02
                    The alliance will have a duration of 5 years starting on the date of signature of this Agreement. | 2015-03-03
                    TERM. This Agreement is for two (2) years. | 2012-03-03
                    Term: January 1, 2011 - December 31, 2013 | 2013-12-31
                    The term of this Agreement will last for a period of five (5) Contract Years. | 2015-03-03
                    The period from the Effective Date until 11:59 p.m. on December 31, 2012 is the Initial Term. | 2012-12-31
                    The sponsorship shall run for one (1) year from the date of execution of this Agreement. | 2011-03-03
                    The Consultant shall be retained for a term of two years commencing on the date hereof. | 2012-03-03
                    The franchise granted herein shall be for a term of twenty (20) years from the date of this Agreement. | 2030-03-03
                    The "Term" means the period beginning on the Effective Date and expiring at 11:59 p.m. on January 15, 2016. | 2016-01-15
                    "Expiration Date" shall mean June 30, 2015. | 2015-06-30
                    This Agreement, unless terminated under Article 9, shall expire eight (8) years from the Effective Date. | 2018-03-03
                    Unless terminated sooner, the term of this contract shall be twelve (12) months from its date. | 2011-03-03
                    The Agreement shall be for the period commencing January 1, 2011 and terminating December 31, 2012, both dates inclusive. | 2012-12-31
                    This Agreement expires June 30, 2014. | 2014-06-30
                    Expiration Date: June 30, 2014 | 2014-06-30
                    Termination Date of this Agreement: June 30, 2014 | 2014-06-30
                    The engagement shall begin on September 1, 2010 and shall last until August 31, 2012. | 2012-08-31
                    The Consulting Period shall commence on the Effective Date and shall end on the second anniversary thereof. | 2012-03-03
                    This Agreement shall expire at the end of the day on December 31, 2014. | 2014-12-31
                    The Effective Date of this Agreement shall be the date first written above, and its term shall run for three (3) years therefrom. | 2013-03-03
                    Duration. Five years from signature. | 2015-03-03
                    This Agreement shall be for a period of 180 days from the Effective Date. | 2010-08-30
                    The term (the "Term") of this Agreement begins on the date first set forth above and, unless terminated earlier, ends December 31, 2014. | 2014-12-31
                    This Agreement shall have effect as from the Effective Date and shall end, without notice being required, on December 31, 2012. | 2012-12-31
                    The Agreement's term runs from the Effective Date through December 31, 2012. | 2012-12-31
                    Length of Agreement: three (3) years. | 2013-03-03
                    The parties enter into this Agreement for a period of three (3) years. | 2013-03-03
                    The term of this Agreement is hereby extended through December 31, 2016. | 2016-12-31
                    "Contract Year" means the period of time commencing on the Effective Date and ending on September 30, 2010. |
                    "Calendar Quarter" means a period of three (3) calendar months; the first quarter of the Term shall begin on the Effective Date. |
                    The warranty period shall expire on December 31, 2012. |
                    The lease for the premises expires on December 31, 2012. |
                    This Agreement may be terminated by either party at any time after December 31, 2012 upon notice. |
                    The term shall begin on the Commencement Date, being the day on which the Facility opens, and continue for ten (10) years thereafter. |
                    The term shall be ten (10) years from the Commencement Date. The "Commencement Date" shall be the day on which the Facility opens. |
                    The term of this Agreement shall commence on the date of the first commercial launch and continue for five (5) years thereafter. |
                    The term of this Agreement shall be five years from the date on which the product is launched. |
                    This Agreement shall begin on the Commencement Date, which is April 1, 2010. |
                    The term of this Agreement shall be five years from the launch of the Site. |
                    The term of this Agreement shall be three years from the first commercial sale of a Product. |
                    This Agreement shall continue until terminated by either party upon sixty (60) days' written notice. |
                    This Agreement shall continue in perpetuity unless terminated as provided herein. |
                    The obligations of this Section shall survive for three (3) years after termination of this Agreement. |
                    Licensor warrants the Software for a period of two (2) years from delivery. |
                    """)
    void readsTheEndOfTheFirstTerm(String sentence, String expected) {
        assertThat(end("Effective Date", sentence)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void theContractsOwnDateMayHaveAnyName() {
        String sentence = "The initial term shall be five years commencing at 12:01 a.m. on the Closing Date.";
        assertThat(end("Closing Date", sentence)).contains("2015-03-03");
        assertThat(end("Signing Time", sentence)).isEmpty();
    }

    private static Optional<String> end(String dateCalled, String sentence) {
        TypedContract typed = TypedContract.of("This Agreement is made as of March 3, 2010 (the \"" + dateCalled
                + "\"). " + sentence + " It binds nobody else.");
        String text = typed.text().text();
        Sentences sentences = Sentences.of(text);
        Clauses clauses = Clauses.of(typed.text(), SectionTree.of(typed.file(), typed.document()));
        CalendarDates.Mention start = CalendarDates.in(text).get(0);
        Optional<TermReader.Candidate> term = new TermReader(text, sentences, clauses, ANCHORS.term()).read();
        return new ExpirationDateReader(text, sentences, clauses, ANCHORS.term())
                .read(Optional.of(new ExpirationDateReader.Start(start.date(), start.span())), term)
                .map(date -> date.date().toString());
    }
}
