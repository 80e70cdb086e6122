package dev.tabellio.extraction.synthesis.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Attachment;
import dev.tabellio.document.DataCitation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.TypedDocument;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFieldReaderTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    private static final String PAGE = """
            Ardent Lager GmbH                                 Rechnung Nr. R-2018/17
                                                              5. Juni 2018
            An: Borealis Turbinen AG

            Pos    Bezeichnung       Preis       Menge       Betrag
            1      Kugellager        1.000,50    2           2.001,00
                   groß

            Summe netto                                       2.001,00
            Umsatzsteuer 19 %                                   380,19
            Gesamtbetrag                                      2.381,19
            """;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- an <invoice> -->
            <rsm:CrossIndustryInvoice xmlns:rsm="r" xmlns:ram="a">
              <rsm:ExchangedDocument><ram:ID>R-2018/17</ram:ID><ram:TypeCode>380</ram:TypeCode>
                <ram:IssueDateTime><DateTimeString format="102">20180605</DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction>
                <ram:IncludedSupplyChainTradeLineItem>
                  <ram:SpecifiedTradeProduct><ram:Name>Kugellager groß</ram:Name></ram:SpecifiedTradeProduct>
                  <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>1000.5000</ram:ChargeAmount>
                  </ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
                  <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity>2.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
                  <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
                    <ram:LineTotalAmount>2001.00</ram:LineTotalAmount>
                  </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
                </ram:IncludedSupplyChainTradeLineItem>
                <ram:ApplicableHeaderTradeAgreement>
                  <ram:SellerTradeParty><ram:Name>Ardent Lager GmbH</ram:Name></ram:SellerTradeParty>
                  <ram:BuyerTradeParty><ram:Name>Somebody Else Ltd</ram:Name></ram:BuyerTradeParty>
                </ram:ApplicableHeaderTradeAgreement>
                <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
                  <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                    <ram:ChargeTotalAmount>0.00</ram:ChargeTotalAmount><ram:TaxBasisTotalAmount>2001.00</ram:TaxBasisTotalAmount>
                    <ram:TaxTotalAmount>380.19</ram:TaxTotalAmount><ram:GrandTotalAmount>2381.19</ram:GrandTotalAmount>
                  </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                </ram:ApplicableHeaderTradeSettlement>
              </rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;

    @Test
    void theXmlStatesAndThePageProves() {
        Map<String, ExtractedField> fields = read(XML);

        assertThat(value(fields, "/InvoiceNumber")).isEqualTo("R-2018/17");
        assertThat(value(fields, "/InvoiceDate")).isEqualTo("2018-06-05");
        assertThat(value(fields, "/InvoiceType")).isEqualTo("380");
        assertThat(value(fields, "/Seller/Name")).isEqualTo("Ardent Lager GmbH");
        assertThat(value(fields, "/TaxTotal")).isEqualTo("380.19");
        assertThat(value(fields, "/GrandTotal")).isEqualTo("2381.19");
        assertThat(value(fields, "/Lines/0/Name")).isEqualTo("Kugellager groß");
        assertThat(value(fields, "/Lines/0/Quantity")).isEqualTo("2");
        assertThat(value(fields, "/Lines/0/UnitPrice")).isEqualTo("1000.50");
        assertThat(fields.get("/ChargeTotal")).isInstanceOf(ExtractedField.Absent.class);
        assertThat(cited(fields, "/GrandTotal").citations())
                .singleElement()
                .satisfies(citation -> assertThat(citation.text()).isEqualTo("2.381,19"));
    }

    @Test
    void whatThePageDoesNotPrintIsCitedWhereTheXmlStatesIt() {
        ExtractedField.Cited buyer = cited(read(XML), "/Buyer/Name");

        assertThat(buyer.isPrinted()).isFalse();
        assertThat(buyer.data())
                .containsExactly(new DataCitation(
                        "factur-x.xml",
                        "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement"
                                + "/ram:BuyerTradeParty/ram:Name",
                        "Somebody Else Ltd"));
        assertThat(cited(read(XML), "/GrandTotal").data()).hasSize(1);
        assertThat(cited(read(XML), "/GrandTotal").printedInstead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2381.19          | 9381.19          | /GrandTotal    | 2.381,19
            2381.19          | 2001.00          | /GrandTotal    | 2.381,19
            380.19           | 20.00            | /TaxTotal      | 380,19
            R-2018/17        | R-2018/18        | /InvoiceNumber | R-2018/17
            >20180605<       | >20180505<       | /InvoiceDate   |
            """)
    void whatThePagePrintsInItsPlaceSpeaksAgainstTheXml(String right, String wrong, String pointer, String prints) {
        String page = PAGE.replace("Umsatzsteuer 19 %  ", "Umsatzsteuer       ");
        ExtractedField.Cited field = cited(read(page, XML.replace(right, wrong)), pointer);

        assertThat(field.isPrinted()).isFalse();
        assertThat(field.printedInstead()).isEqualTo(prints == null ? List.of() : List.of(prints));
    }

    @Test
    void aLabelNamesOnlyWhatStandsRightBesideIt() {
        String page = PAGE.replace(
                "Summe netto  ", "Gesamtbetrag der Zuschläge   5,00\nMein Gesamtbetrag   7,00\nSumme netto");

        assertThat(cited(read(page, XML), "/GrandTotal").printedInstead()).isEmpty();
        assertThat(cited(read(page, XML.replace("2381.19", "5.00")), "/GrandTotal")
                        .printedInstead())
                .containsExactly("2.381,19");
    }

    @Test
    void anotherAccountThanThePagesSpeaksAgainstTheXml() {
        String account = XML.replace(
                "</ram:InvoiceCurrencyCode>",
                "</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount>"
                        + "<ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>"
                        + "</ram:SpecifiedTradeSettlementPaymentMeans>");

        assertThat(cited(read(PAGE + "\nKonto: DE89 3704 0044 0532 0130 00\n", account), "/Iban")
                        .printedInstead())
                .containsExactly("DE89370400440532013000");
        assertThat(cited(read(PAGE + "\nKonto: DE02 1203 0000 0000 2020 51\n", account), "/Iban")
                        .isPrinted())
                .isTrue();
        assertThat(cited(read(PAGE, account), "/Iban").printedInstead()).isEmpty();
    }

    @Test
    void twoInvoicesInOneFileThatDifferAreNotChosenBetween() {
        TypedDocument typed = TypedDocument.of(PAGE);
        ParsedFile file = new ParsedFile(
                typed.file().sha256(),
                typed.file().pages(),
                List.of(),
                List.of(
                        new Attachment("factur-x.xml", "text/xml", XML),
                        new Attachment("other.xml", "text/xml", XML.replace("2381.19", "9381.19"))));
        Map<String, ExtractedField> fields = new InvoiceFieldReader()
                .read(file, typed.document(), TYPES.get("invoice-eu"))
                .fields();

        assertThat(fields.get("/GrandTotal"))
                .isInstanceOfSatisfying(
                        ExtractedField.Uncited.class,
                        uncited -> assertThat(uncited.reason()).contains("other.xml", "9381.19"));
        assertThat(value(fields, "/TaxTotal")).isEqualTo("380.19");
    }

    @Test
    void aWordMayBeWrappedBehindItsHyphen() {
        String page = PAGE.replace("Kugellager        1.000,50", "Kugel-            1.000,50")
                .replace("       groß", "       Lagerung");

        assertThat(value(read(page, XML.replace("Kugellager groß", "Kugel-Lagerung")), "/Lines/0/Name"))
                .isEqualTo("Kugel-Lagerung");
    }

    @Test
    void aWordMayBeWrappedBehindAnyHyphen() {
        String page = PAGE.replace("Kugellager        1.000,50", "Art.-             1.000,50")
                .replace("       groß", "       Nr.: TB100");

        assertThat(value(read(page, XML.replace("Kugellager groß", "Art.-Nr.: TB100")), "/Lines/0/Name"))
                .isEqualTo("Art.-Nr.: TB100");
    }

    @Test
    void theMonthComesFirstWhereAnotherDateShowsIt() {
        String american = PAGE.replace("5. Juni 2018", "06/05/2018");
        assertThat(cited(read(american, XML), "/InvoiceDate").isPrinted()).isFalse();

        assertThat(value(read(american.replace("Pos ", "06/30/2018\nPos "), XML), "/InvoiceDate"))
                .isEqualTo("2018-06-05");
        assertThat(cited(read(american.replace("Pos ", "06/30/2018 30/06/2018\nPos "), XML), "/InvoiceDate")
                        .isPrinted())
                .isFalse();
    }

    @Test
    void refusesADocumentTypeDeclaration() {
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";

        assertThatThrownBy(() -> InvoiceXml.parse(hostile)).isInstanceOf(IllegalArgumentException.class);
        assertThat(read(XML.replace("<!-- an <invoice> -->", "<!DOCTYPE a [<!ENTITY x \"y\">]>"))
                        .values())
                .noneMatch(ExtractedField.Cited.class::isInstance);
    }

    @Test
    void theRootElementGivesTheTypeAway() {
        TypedDocument page = TypedDocument.of(PAGE);

        assertThat(new StandardPacketClassifier(TYPES)
                        .classify(withXml(page, XML))
                        .documents())
                .extracting(Document::type)
                .containsExactly("invoice-eu");
        assertThat(new StandardPacketClassifier(TYPES).classify(page.file()).documents())
                .isEmpty();
        assertThat(new StandardPacketClassifier(TYPES)
                        .classify(withXml(page, "<!-- <CrossIndustryInvoice> --><order/>"))
                        .documents())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,56   | [1234.56]
            1,234.56   | [1234.56]
            1.234      | [1234, 1.234]
            12,5       | [12.5]
            -50,00     | [-50.00]
            14,73-     | [-14.73]
            2018       | [2018]
            R-17       | []
            """)
    void numbersMeanWhatTheirSeparatorsAllow(String printed, String numbers) {
        assertThat(PrintedValues.numbers(printed)).hasToString(numbers);
    }

    private static Map<String, ExtractedField> read(String xml) {
        return read(PAGE, xml);
    }

    private static Map<String, ExtractedField> read(String page, String xml) {
        TypedDocument typed = TypedDocument.of(page);
        return new InvoiceFieldReader()
                .read(withXml(typed, xml), typed.document(), TYPES.get("invoice-eu"))
                .fields();
    }

    private static ParsedFile withXml(TypedDocument typed, String xml) {
        return new ParsedFile(
                typed.file().sha256(),
                typed.file().pages(),
                List.of(),
                List.of(new Attachment("factur-x.xml", "text/xml", xml)));
    }

    private static ExtractedField.Cited cited(Map<String, ExtractedField> fields, String pointer) {
        assertThat(fields.get(pointer)).isInstanceOf(ExtractedField.Cited.class);
        return (ExtractedField.Cited) Objects.requireNonNull(fields.get(pointer));
    }

    private static String value(Map<String, ExtractedField> fields, String pointer) {
        return fields.get(pointer) instanceof ExtractedField.Cited cited
                ? cited.value().asText()
                : "none";
    }
}
