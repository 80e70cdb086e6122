package dev.tabellio.samples.sets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads invoices of the ZUGFeRD corpus: {@code NAME.pdf} beside {@code NAME.pdf.embedded.xml}, the XML that the invoice
 * carries. What the XML states is the truth; it says nothing about places on pages, nor whether a page prints it.
 */
public final class EInvoiceSetReader implements LabelledSetReader {

    private static final String TYPE = "invoice-eu";
    private static final String XML = ".embedded.xml";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("/InvoiceNumber", "//*[contains(local-name(),'ExchangedDocument')]/*[local-name()='ID']"),
            Map.entry(
                    "/InvoiceDate",
                    "//*[contains(local-name(),'ExchangedDocument')]/*[local-name()='IssueDateTime']/*"),
            Map.entry("/InvoiceType", "//*[contains(local-name(),'ExchangedDocument')]/*[local-name()='TypeCode']"),
            Map.entry("/Seller/Name", "//*[local-name()='SellerTradeParty']/*[local-name()='Name']"),
            Map.entry(
                    "/Seller/VatId",
                    "//*[local-name()='SellerTradeParty']/*[local-name()='SpecifiedTaxRegistration']/*[@schemeID='VA']"),
            Map.entry("/Buyer/Name", "//*[local-name()='BuyerTradeParty']/*[local-name()='Name']"),
            Map.entry("/LineTotal", summed("LineTotalAmount")),
            Map.entry("/AllowanceTotal", summed("AllowanceTotalAmount")),
            Map.entry("/ChargeTotal", summed("ChargeTotalAmount")),
            Map.entry("/TaxBasisTotal", summed("TaxBasisTotalAmount")),
            Map.entry("/TaxTotal", summed("TaxTotalAmount")),
            Map.entry("/GrandTotal", summed("GrandTotalAmount")),
            Map.entry("/PrepaidAmount", summed("TotalPrepaidAmount")),
            Map.entry("/DuePayable", summed("DuePayableAmount")),
            Map.entry("/Iban", "//*[local-name()='PayeePartyCreditorFinancialAccount']/*[local-name()='IBANID']"));

    private static final Map<String, String> LINES = Map.of(
            "/Lines/*/Name", "//*[local-name()='SpecifiedTradeProduct']/*[local-name()='Name']",
            "/Lines/*/Quantity", "//*[local-name()='BilledQuantity']",
            "/Lines/*/Amount",
                    "//*[local-name()='IncludedSupplyChainTradeLineItem']//*[contains(local-name(),'MonetarySummation')]/*[local-name()='LineTotalAmount']");

    @Override
    public boolean recognises(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".pdf" + XML));
        }
    }

    @Override
    public LabelledSet read(Path folder) throws IOException {
        List<LabelledCase> cases = new ArrayList<>();
        List<Path> labels;
        try (Stream<Path> files = Files.list(folder)) {
            labels = files.filter(file -> file.toString().endsWith(".pdf" + XML))
                    .sorted()
                    .toList();
        }
        for (Path xml : labels) {
            String name = String.valueOf(xml.getFileName());
            String file = name.substring(0, name.length() - XML.length());
            Print print = new Print(file, PdfPages.of(folder.resolve(file)).areas(), Map.of());
            cases.add(new LabelledCase(
                    file,
                    "",
                    List.of(new LabelledFile(file, null)),
                    List.of(new ExpectedDocument(TYPE, values(xml), List.of(print), List.of())),
                    List.of()));
        }
        List<String> scored = new ArrayList<>(FIELDS.keySet());
        scored.addAll(LINES.keySet());
        scored.sort(null);
        return new LabelledSet("einvoices", folder, cases, Map.of(TYPE, scored));
    }

    private static Map<String, String> values(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            Document xml = factory.newDocumentBuilder().parse(file.toFile());
            XPath xpath = XPathFactory.newInstance().newXPath();
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, String> field : FIELDS.entrySet()) {
                String text = text(xpath, field.getValue(), xml, XPathConstants.STRING);
                put(values, field.getKey(), text);
            }
            for (Map.Entry<String, String> column : LINES.entrySet()) {
                NodeList rows = (NodeList) xpath.evaluate(column.getValue(), xml, XPathConstants.NODESET);
                for (int i = 0; i < rows.getLength(); i++) {
                    put(
                            values,
                            column.getKey().replace("*", String.valueOf(i)),
                            rows.item(i).getTextContent());
                }
            }
            return values;
        } catch (SAXException | XPathExpressionException | ParserConfigurationException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String text(XPath xpath, String path, Document xml, QName kind) throws XPathExpressionException {
        return String.valueOf(xpath.evaluate("(" + path + ")[1]", xml, kind));
    }

    /** Dates in ISO 8601, quantities without zeros at the end; totals of zero are as good as left out. */
    private static void put(Map<String, String> values, String pointer, String text) {
        String value = text.replaceAll("\\s+", " ").strip();
        if (pointer.endsWith("Date")) {
            value = value.replaceFirst("(\\d{4})-?(\\d\\d)-?(\\d\\d).*", "$1-$2-$3");
        } else if (pointer.endsWith("Quantity") && !value.isEmpty()) {
            BigDecimal number = new BigDecimal(value);
            value = (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
        }
        boolean nothing = pointer.matches("/(?:AllowanceTotal|ChargeTotal|PrepaidAmount|TaxTotal)")
                && value.matches("0*(?:\\.0*)?");
        if (!value.isEmpty() && !nothing) {
            values.put(pointer, value);
        }
    }

    private static String summed(String name) {
        return "//*[contains(local-name(),'HeaderMonetarySummation') or (local-name()='SpecifiedTradeSettlementMonetarySummation'"
                + " and contains(local-name(..),'ApplicableSupplyChain'))]/*[local-name()='" + name + "']";
    }
}
