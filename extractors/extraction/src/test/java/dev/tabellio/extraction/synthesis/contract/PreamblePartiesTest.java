package dev.tabellio.extraction.synthesis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreamblePartiesTest {

    private static final ContractAnchors ANCHORS =
            ContractAnchors.of(DocumentTypes.shipped().get("nda"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Blue Heron Foods, Inc., a Delaware corporation (the "Company"), and Orrery Corporation ("Recipient") | Blue Heron Foods, Inc.; Orrery Corporation
                    Blue Heron Foods, Inc. ("Heron") and Ada B. Sample ("Employee") | Blue Heron Foods, Inc.; Ada B. Sample
                    Ada B. Sample (the "Executive") and Orrery Corporation, an Ohio corporation and its affiliates (collectively, the "Company") | Ada B. Sample; Orrery Corporation
                    ALDER & FEN INVESTMENTS LIMITED, a company organized under the laws of the Isle of Man ("Alder"), ORRERY ASA, a company organized under the laws of Norway, and OPEN JOINT STOCK COMPANY "SAMPLE" | ALDER & FEN INVESTMENTS LIMITED; ORRERY ASA; OPEN JOINT STOCK COMPANY "SAMPLE"
                    Blue Heron Foods, Inc., with offices at 12 Main Street, Frisco, TX 75034 and Orrery, Inc., with offices at 9 Oak Drive, Menlo Park, CA 94025 | Blue Heron Foods, Inc.; Orrery, Inc.
                    High Fen Solutions and R. J. Sample Enterprises | High Fen Solutions; R. J. Sample Enterprises
                    The Fen Valley Telephone and Telegraph Company ("FVT") and Orrery Trust and Savings Bank ("OTS") | The Fen Valley Telephone and Telegraph Company; Orrery Trust and Savings Bank
                    Sample, Muster and Co. ("Sample") and Fen Valley Bank, N.A. ("Bank") | Sample, Muster and Co.; Fen Valley Bank, N.A.
                    (1) Orrery plc, a public limited company ("Orrery"), (2) Ada B. Sample, an individual, and (3) Alder Global, LLC | Orrery plc; Ada B. Sample; Alder Global, LLC
                    Orrery N.V., having its seat in Venlo, The Netherlands, and Fen Systems Corporation, located at One Fen Way, Boston, Massachusetts 02210 ("Fen") | Orrery N.V.; Fen Systems Corporation
                    the undersigned (hereinafter "Second Party") and Blue Heron & Partners, Inc. | Blue Heron & Partners, Inc.
                    ADA SAMPLE and ORRERY INCORPORATED | ADA SAMPLE; ORRERY INCORPORATED
                    Orrery.com, inc of 12 Main Street, Frisco, and Fen, LLC dba Alder To Go | Orrery.com, inc; Fen, LLC
                    Orrery (Bermuda) Ltd. ("Orrery") and Fen (Shanghai) Trading Co., Ltd. | Orrery (Bermuda) Ltd.; Fen (Shanghai) Trading Co., Ltd.
                    Orrery A/S, and YOU ON DEMAND FOODS, INC., a Texas corporation ("Foods") | Orrery A/S; YOU ON DEMAND FOODS, INC.
                    ORRERY HOLDING LIMITED Unit 5, Fen Plaza ("Orrery") and FEN SERVICES LIMITED LIABILITY COMPANY | ORRERY HOLDING LIMITED; FEN SERVICES LIMITED LIABILITY COMPANY
                    Alder Income Fund, Fen Growth Fund, Marlin Equity Trust and Orrery Advisers, LLC | Alder Income Fund; Fen Growth Fund; Marlin Equity Trust; Orrery Advisers, LLC
                    Fen Valley Bank, National Association, and Orrery, Inc. | Fen Valley Bank, National Association; Orrery, Inc.
                    Fen Plains, LLC, a company existing pursuant to the laws of Delaware ("Fen"), and Orrery Company, organized pursuant to the laws of Ohio | Fen Plains, LLC; Orrery Company
                    ORRERY LTD registered in England with number 0123 (the Supplier) and FEN PHARMA GMBH & CO. KG (hereinafter called the Distributor) | ORRERY LTD; FEN PHARMA GMBH & CO. KG
                    Orrery S.A. de C.V., a Mexican company ("Orrery"), M/s Fen Trading, Inc. and Marlin Sdn. Bhd. | Orrery S.A. de C.V.; Fen Trading, Inc.; Marlin Sdn. Bhd
                    Fen Kabushiki Kaisha Alder Holdings, Inc. and Orrery Corporation | Fen Kabushiki Kaisha; Alder Holdings, Inc.; Orrery Corporation
                    fenglobe.com, inc., a Delaware corporation with offices at 31 West 21st Street ("fenglobe"), and Orrery, Inc. | fenglobe.com, inc.; Orrery, Inc.
                    the parties signatory hereto (together the "Parties"): Orrery Corp., a corporation of New York (called "ORR"), CABLES AND WIRES LIMITED, a company of Fenland (called "CWL"), and Fen Muster, an operator organized under the laws of France (called "FM") | Orrery Corp.; CABLES AND WIRES LIMITED; Fen Muster
                    Fen Berhad, incorporated pursuant to the Companies Act 1965 ("Fen"), and Orrery, Inc. | Fen Berhad; Orrery, Inc.
                    Marlin Therapeutics, Inc., a corporation of Delaware ("Licensee") and President and Fellows of Fenvard College, an educational corporation ("Fenvard") | Marlin Therapeutics, Inc.; President and Fellows of Fenvard College
                    The Board of Trustees of the Fenland Institute of Technology ("FIT") and Alder Bio, Inc. | The Board of Trustees of the Fenland Institute of Technology; Alder Bio, Inc.
                    iMarlin Corporation ("iMarlin") and 24/7 Fen Media, Inc., a Delaware corporation ("24/7") | iMarlin Corporation; 24/7 Fen Media, Inc.
                    Orrery Medical, P.A. ("Practice") and Dr. Ada B. Sample ("Director") | Orrery Medical, P.A.; Ada B. Sample
                    Orrery Holdings Inc. ("Buyer"), and each of Ada Sample, Bo Sample, and the Fen Family Trust (each, a "Seller") | Orrery Holdings Inc.; Ada Sample; Bo Sample; Fen Family Trust
                    ORRERY CORPORATION, of Fenland (called "OC") POSTS AND CABLES AUTHORITY OF THULE, a statutory body (called "PC") PT MARLIN TBK, a limited liability company (called "PM") | ORRERY CORPORATION; POSTS AND CABLES AUTHORITY OF THULE; PT MARLIN TBK
                    Ada B. Sample (EMPLOYEE) Orrery, Inc., an Oregon corporation (ORRERY) | Ada B. Sample; Orrery, Inc.
                    """)
    void readsTheListOfParties(String list, String names) {
        String text = "This Confidentiality Agreement (the \"Agreement\") is made as of May 4, 2016 by and between "
                + list + (list.endsWith(".") ? "" : ".")
                + " The parties agree as follows: The Company and the Recipient";

        assertThat(names(text)).isEqualTo(names);
    }

    @Test
    void listEndsWhereTheRecitalsBegin() {
        assertThat(names("""
                                THIS AGREEMENT is entered into between Blue Heron Foods, Inc. ("Heron") and Orrery, LLC ("Orrery")
                                WHEREAS, Fen Systems, Inc. is an affiliate of Heron;
                                """)).isEqualTo("Blue Heron Foods, Inc.; Orrery, LLC");
    }

    @Test
    void listGoesOnBehindAnAddressThatEndsWithAFullStop() {
        assertThat(names("""
                                THIS AGREEMENT is made on the 15th day of January 2018. BETWEEN: ORRERY PREPARATIONS INC. 2nd Floor,
                                Fen House, Port Alder. Vanuatu ('the Manufacturer') of one part AND: FEN INTERNATIONAL LIMITED Unit 05,
                                Alder Plaza, Kowloon, Hong Kong ('the Customer') of the other part. RECITALS a. The Manufacturer wishes
                                """)).isEqualTo("ORRERY PREPARATIONS INC.; FEN INTERNATIONAL LIMITED");
    }

    @Test
    void partiesMayBeTheSubjectOfASentence() {
        assertThat(names("""
                                CONSULTING AGREEMENT
                                Orrery Biotech, Inc., with a place of business at 7 Fen Avenue, Alder, CA 94710 ("Orrery") and FEN B.V
                                having an address in Leiden, the Netherlands, represented by Ada van Sample, ("Consultant") agree to all
                                terms of this Consulting Agreement dated June 1, 2020.
                                """)).isEqualTo("Orrery Biotech, Inc.; FEN B.V");
    }

    @Test
    void whomTheyAgreeWithIsAPartyToo() {
        assertThat(names("""
                                Ladies and Gentlemen:
                                Orrery Corporation, a federal corporation (the "Company"), and Fen Savings and Loan Association (the
                                "Bank"), hereby confirm their agreement with Alder & Company (the "Agent"), as follows:
                                """)).isEqualTo("Orrery Corporation; Fen Savings and Loan Association; Alder & Company");
    }

    @Test
    void whomTheyAppointIsAPartyToo() {
        assertThat(names("""
                                DISTRIBUTOR AGREEMENT
                                Orrery, Inc. ("Orrery"), a Georgia corporation, hereby appoints Fen Bottling Company ("Distributor"),
                                a corporation of Ohio, as its distributor in the Territory.
                                """)).isEqualTo("Orrery, Inc.; Fen Bottling Company");
    }

    @Test
    void aCompanyThatOnlyAgreesIsNoList() {
        assertThat(names("""
                                In connection with a sale, Orrery, Inc. (the "Company") is prepared to talk.
                                Fen Capital, LLC and any other source agree to keep this secret (the "Secret").
                                """)).isEmpty();
    }

    @Test
    void partiesMayBeAHeading() {
        assertThat(names("""
                                COVENANT NOT TO COMPETE AND NON-DISCLOSURE AGREEMENT
                                PARTIES:
                                Ada B. Sample (EMPLOYEE)
                                and
                                ORRERY, Inc., and its parent, divisions, subsidiaries and affiliates (ORRERY)
                                """)).isEqualTo("Ada B. Sample; ORRERY, Inc.");
    }

    @Test
    void partiesMayFollowWithSentencesOfTheirOwn() {
        assertThat(names("""
                                Article 1 Parties of this contract are as follows:
                                Orrery Trading Co., Ltd. (hereinafter referred to as Party A), registered in Fenland.
                                Legal representative: Ada Sample.
                                Alder Group Company Limited (hereinafter referred to as Party B), registered in Sampleton.
                                """)).isEqualTo("Orrery Trading Co., Ltd.; Alder Group Company Limited");
    }

    @Test
    void partiesMayBeAClauseOfTheirOwn() {
        assertThat(names("""
                                WEB SITE HOSTING AGREEMENT
                                1. PARTIES. The parties to this Agreement are Fen Hosting Inc. ("Host") and Orrery Retail Corp ("Customer").
                                2. DATE. This Agreement is dated April 4, 2004.
                                """)).isEqualTo("Fen Hosting Inc.; Orrery Retail Corp");
    }

    @Test
    void aPromissoryNoteNamesWhoPromisesAndWhoIsPaid() {
        assertThat(names("""
                                PROMISSORY NOTE
                                FOR VALUE RECEIVED, on this 8 February 2018, Orrery Millwork Co., of 12 Yarrow Court (the "Borrower"), hereby
                                promises to pay to the order of Fen Trust Company, at its office at 8 Saddler Street (the "Lender"), the principal sum of $800,000.00.
                                """)).isEqualTo("Orrery Millwork Co.; Fen Trust Company");
    }

    @Test
    void aTitlePageEndsAtTheTableOfContents() {
        List<PartyCandidate> parties = new PreambleParties("""
                                CREDIT AGREEMENT
                                between
                                Orrery Textiles LLC
                                and
                                Fen Trust Company
                                TABLE OF CONTENTS
                                1. The Loan 3
                                This agreement is made among Orrery Textiles LLC, of 1 Elm Road (the "Borrower"), and
                                Fen Trust Company, of 2 Alder Road (the "Lender").
                                """, ANCHORS).read();
        assertThat(parties).extracting(party -> party.reference().isPresent()).containsExactly(true, true);
        assertThat(parties.get(0).reference()).isNotEqualTo(parties.get(1).reference());
    }

    @Test
    void readsListsOfAnyLength() {
        String list = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "Orrery Partnership %d, L.P., a Delaware limited partnership".formatted(i))
                .collect(Collectors.joining(", "));

        assertThat(names("This Agreement is made by and among " + list + " and Fen Manager, LLC (the \"Manager\").")
                        .split("; "))
                .hasSize(61);
    }

    @Test
    void titlePageGivesWayToThePreamble() {
        assertThat(names("""
                                JOINT DEVELOPMENT AGREEMENT among ORRERY INC. FEN PLC and ALDER GROUP
                                Dated as of June 30, 2006 TABLE OF CONTENTS
                                This Joint Development Agreement is entered into by and among Orrery Inc., a Nevada corporation
                                ("Orrery"), Fen Plc, a company of England ("Fen") and Alder Group AG ("Alder").
                                """)).isEqualTo("Orrery Inc.; Fen Plc; Alder Group AG");
    }

    @Test
    void titlePageTakesItsTermsFromAShorterPreamble() {
        String text = """
                SUPPLY AGREEMENT by and among Orrery, Inc., Fen, LLC and Alder Company
                Table of Contents
                This Supply Agreement is made between Orrery, Inc. ("Orrery") and Fen, LLC ("Fen").
                """;

        assertThat(new PreambleParties(text, ANCHORS).read())
                .extracting(party -> party.name().of(text)
                        + party.reference().map(span -> " = " + span.of(text)).orElse(""))
                .containsExactly("Orrery, Inc. = Orrery", "Fen, LLC = Fen", "Alder Company");
    }

    @Test
    void keepsDefinedTermAndAddress() {
        String text =
                "This Agreement is between Blue Heron Foods, Inc., a Texas corporation with its principal place of business at"
                        + " 12 Main Street, Frisco, Texas 75034 (\"Heron\"), and Orrery Corporation (the \"Company\").";

        List<PartyCandidate> parties = new PreambleParties(text, ANCHORS).read();

        assertThat(parties)
                .extracting(
                        party -> party.reference().map(span -> span.of(text)).orElse("none"))
                .containsExactly("Heron", "Company");
        assertThat(parties.get(0).address().map(span -> span.of(text))).contains("12 Main Street, Frisco, Texas 75034");
        assertThat(parties.get(1).address()).isEmpty();
    }

    @Test
    void termsComeFromThePreambleBehindATitlePage() {
        String text = """
                SUPPLY AGREEMENT by and between Orrery, Inc. and Fen, LLC Table of Contents 1. Term
                This Supply Agreement (the "Agreement") is made by and between Orrery, Inc., an Ohio corporation ("Orrery"),
                and Fen, LLC, a Utah company (the "Buyer" and, with Orrery, the "Parties").
                """;

        assertThat(new PreambleParties(text, ANCHORS).read())
                .extracting(party -> party.reference().orElseThrow().of(text))
                .containsExactly("Orrery", "Buyer");
    }

    @Test
    void theAgreementsNameIsNoPartysName() {
        String text =
                "SUPPLY AGREEMENT between Orrery, Inc. (this \"Agreement\") and Fen, LLC (the \"Receiving Party\").";

        assertThat(new PreambleParties(text, ANCHORS).read())
                .extracting(
                        party -> party.reference().map(span -> span.of(text)).orElse("none"))
                .containsExactly("none", "Receiving Party");
    }

    @Test
    void oneSideMayPromiseInFavourOfTheOther() {
        String text =
                "This Agreement is made on 17 March 2018 by Fen Press, LLC, of 48 Oak Lane, Alder, MI 48271 (\"Recipient\"),"
                        + " in favor of Orrery Consolidated Warehousing and Cold Chain Logistics LP, of 9 Fen Way, Alder, VT 05411 (the"
                        + " \"Company\").";

        List<PartyCandidate> parties = new PreambleParties(text, ANCHORS).read();

        assertThat(parties)
                .extracting(party -> party.address().map(span -> span.of(text)).orElse("none"))
                .containsExactly("48 Oak Lane, Alder, MI 48271", "9 Fen Way, Alder, VT 05411");
    }

    @Test
    void halvesOfANameAreJoinedWhereTheListIsLongEnough() {
        assertThat(names("""
                                THIS AGREEMENT is between Marlin Consolidated Warehousing and Cold Chain Logistics LP, organized under
                                the laws of Ohio (address: 6 Oak Way, Alder, NC 27505), and Orrery LP, organized under the laws of Utah.
                                """)).isEqualTo("Marlin Consolidated Warehousing and Cold Chain Logistics LP; Orrery LP");
    }

    @Test
    void otherThingsLieBetweenThingsToo() {
        assertThat(names("""
                                The agreement covers discussions between the Company and its lenders. Differences between
                                New York and Delaware law do not matter. Meetings take place between May and June.
                                """)).isEmpty();
    }

    private static String names(String text) {
        return String.join(
                "; ",
                new PreambleParties(text, ANCHORS)
                        .read().stream().map(party -> party.name().of(text)).toList());
    }
}
