package dev.tabellio.jobs.doctypes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * An invoice of two lines at two rates of VAT as a PDF with embedded XML (Cross Industry Invoice). Page and XML are written
 * from values by name, the page's first from those of the XML.
 */
final class WrittenInvoice {

    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("number", "R-2024-0815"),
            Map.entry("date", "20240503"),
            Map.entry("due", "20240602"),
            Map.entry("vatId", "DE123456788"),
            Map.entry("buyerVatId", "FR83404833048"),
            Map.entry("iban", "DE02120300000000202051"),
            Map.entry("quantity1", "3"),
            Map.entry("price1", "100.00"),
            Map.entry("amount1", "300.00"),
            Map.entry("quantity2", "2"),
            Map.entry("price2", "50.00"),
            Map.entry("amount2", "100.00"),
            Map.entry("lineTotal", "400.00"),
            Map.entry("allowance", "40.00"),
            Map.entry("basis", "360.00"),
            Map.entry("rate1", "19"),
            Map.entry("basis1", "260.00"),
            Map.entry("tax1", "49.40"),
            Map.entry("rate2", "7"),
            Map.entry("basis2", "100.00"),
            Map.entry("tax2", "7.00"),
            Map.entry("taxTotal", "56.40"),
            Map.entry("grandTotal", "416.40"),
            Map.entry("prepaid", "16.40"),
            Map.entry("payable", "400.00"));

    private static final String PAGE = """
            Ardent Lager GmbH, USt-IdNr. {vatId}
            An: Borealis Turbinen SAS, {buyerVatId}
            Rechnung Nr. {number} vom {date}, zahlbar bis {due}
            1  Kugellager     {quantity1} Stk   {price1}   {amount1}
            2  Schmierbuch    {quantity2} Stk   {price2}   {amount2}
            Summe  {lineTotal}
            Rabatt  {allowance}
            Summe netto  {basis}
            {rate1} % USt von {basis1}  {tax1}
            {rate2} % USt von {basis2}  {tax2}
            Umsatzsteuer  {taxTotal}
            Gesamtbetrag  {grandTotal}
            Anzahlung  {prepaid}
            Zahlbetrag  {payable}
            IBAN {iban}
            """;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rsm:CrossIndustryInvoice xmlns:rsm="r" xmlns:ram="a" xmlns:udt="u">
              <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>380</ram:TypeCode>
                <ram:IssueDateTime><udt:DateTimeString format="102">{date}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction>
                {line1}{line2}
                <ram:ApplicableHeaderTradeAgreement>
                  <ram:SellerTradeParty><ram:Name>Ardent Lager GmbH</ram:Name>
                    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{vatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
                  <ram:BuyerTradeParty><ram:Name>Borealis Turbinen SAS</ram:Name>
                    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{buyerVatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:BuyerTradeParty>
                </ram:ApplicableHeaderTradeAgreement>
                <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
                  <ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>{iban}</ram:IBANID>
                  </ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
                  <ram:ApplicableTradeTax><ram:CalculatedAmount>{tax1}</ram:CalculatedAmount><ram:BasisAmount>{basis1}</ram:BasisAmount>
                    <ram:RateApplicablePercent>{rate1}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
                  <ram:ApplicableTradeTax><ram:CalculatedAmount>{tax2}</ram:CalculatedAmount><ram:BasisAmount>{basis2}</ram:BasisAmount>
                    <ram:RateApplicablePercent>{rate2}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
                  <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">{due}</udt:DateTimeString>
                  </ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
                  <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                    <ram:LineTotalAmount>{lineTotal}</ram:LineTotalAmount><ram:AllowanceTotalAmount>{allowance}</ram:AllowanceTotalAmount>
                    <ram:TaxBasisTotalAmount>{basis}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount>{taxTotal}</ram:TaxTotalAmount>
                    <ram:GrandTotalAmount>{grandTotal}</ram:GrandTotalAmount><ram:TotalPrepaidAmount>{prepaid}</ram:TotalPrepaidAmount>
                    <ram:DuePayableAmount>{payable}</ram:DuePayableAmount>
                  </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                </ram:ApplicableHeaderTradeSettlement>
              </rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;

    private static final String LINE = """
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:SpecifiedTradeProduct><ram:Name>{name}</ram:Name></ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>{price#}</ram:ChargeAmount>
              </ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity>{quantity#}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
                <ram:LineTotalAmount>{amount#}</ram:LineTotalAmount>
              </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            """;

    private final Map<String, String> page = new LinkedHashMap<>(RIGHT);
    private final Map<String, String> xml = new LinkedHashMap<>(RIGHT);

    /** The same invoice with another value on the page and in the XML. */
    WrittenInvoice with(String name, String value) {
        page.replace(name, value);
        return inXml(name, value);
    }

    /** The same invoice with a value in the XML that the page does not print. */
    WrittenInvoice inXml(String name, String value) {
        if (xml.replace(name, value) == null) {
            throw new IllegalArgumentException("no value is called " + name);
        }
        return this;
    }

    Path written(Path folder) throws IOException {
        Path file = folder.resolve("invoice.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage sheet = new PDPage();
            pdf.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(22);
                content.beginText();
                content.newLineAtOffset(60, 720);
                for (String line : filled(PAGE, page).split("\n", -1)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            String lines = XML.replace(
                            "{line1}", LINE.replace("{name}", "Kugellager").replace("#", "1"))
                    .replace("{line2}", LINE.replace("{name}", "Schmierbuch").replace("#", "2"));
            attach(pdf, filled(lines, xml).getBytes(StandardCharsets.UTF_8));
            pdf.save(file.toFile());
        }
        return file;
    }

    private static void attach(PDDocument pdf, byte[] xml) throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml));
        embedded.setSubtype("text/xml");
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("factur-x.xml");
        specification.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("factur-x.xml", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
