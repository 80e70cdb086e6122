package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EInvoiceSetReaderTest {

    @TempDir
    Path folder;

    @Test
    void theXmlIsTheTruth() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(folder.resolve("a.pdf").toFile());
        }
        Files.writeString(folder.resolve("a.pdf.embedded.xml"), """
                <r:CrossIndustryInvoice xmlns:r="r">
                  <r:ExchangedDocument><r:ID>R 1</r:ID><r:IssueDateTime><r:DateTimeString>20180605</r:DateTimeString></r:IssueDateTime>
                  </r:ExchangedDocument>
                  <r:IncludedSupplyChainTradeLineItem><r:BilledQuantity>2.0000</r:BilledQuantity></r:IncludedSupplyChainTradeLineItem>
                  <r:SpecifiedTradeSettlementHeaderMonetarySummation><r:ChargeTotalAmount>0.00</r:ChargeTotalAmount>
                    <r:GrandTotalAmount>119.00</r:GrandTotalAmount></r:SpecifiedTradeSettlementHeaderMonetarySummation>
                </r:CrossIndustryInvoice>
                """);

        LabelledSet set = LabelledSets.read(folder);

        assertThat(set.cases().get(0).documents().get(0).values())
                .containsOnly(
                        entry("/InvoiceNumber", "R 1"),
                        entry("/InvoiceDate", "2018-06-05"),
                        entry("/Lines/0/Quantity", "2"),
                        entry("/GrandTotal", "119.00"));
        assertThat(set.scores("invoice-eu", "/ChargeTotal")).isTrue();
    }
}
