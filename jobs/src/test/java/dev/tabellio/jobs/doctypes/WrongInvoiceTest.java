package dev.tabellio.jobs.doctypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.synthesis.invoice.InvoiceFieldReader;
import dev.tabellio.reconciliation.Disposition;
import dev.tabellio.reconciliation.Finding;
import dev.tabellio.reconciliation.Finding.Outcome;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices that were made wrong in one value, from the file to the disposition. */
class WrongInvoiceTest {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();

    @TempDir
    Path folder;

    @Test
    void theRightInvoiceIsPosted() throws IOException {
        Reconciliation right = reconciled(new WrittenInvoice());

        assertThat(violated(right)).isEmpty();
        assertThat(right.disposition()).isEqualTo(Disposition.POST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    amount1    | 310.00                 | invoice-eu.line-total
                    lineTotal  | 410.00                 | invoice-eu.line-total
                    allowance  | 50.00                  | invoice-eu.tax-basis
                    basis      | 350.00                 | invoice-eu.tax-basis
                    tax1       | 18.20                  | invoice-eu.tax-amount
                    rate2      | 19                     | invoice-eu.tax-amount
                    taxTotal   | 65.40                  | invoice-eu.tax-total
                    basis2     | 1000.00                | invoice-eu.tax-bases
                    grandTotal | 461.40                 | invoice-eu.grand-total
                    prepaid    | 61.40                  | invoice-eu.due
                    payable    | 416.40                 | invoice-eu.due
                    iban       | DE02120300000000202015 | invoice-eu.iban
                    due        | 20240402               | invoice-eu.due-date
                    vatId      | 123456788              | invoice-eu.seller-vat-id
                    buyerVatId | 83404833048            | invoice-eu.buyer-vat-id
                    """)
    void aWrongValueOnPageAndInXmlBreaksItsRule(String name, String value, String rule) throws IOException {
        Reconciliation wrong = reconciled(new WrittenInvoice().with(name, value));

        assertThat(violated(wrong)).contains(rule);
        assertThat(wrong.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aWrongQuantityIsOnlyAWarning() throws IOException {
        Reconciliation wrong = reconciled(new WrittenInvoice().with("quantity1", "5"));

        assertThat(violated(wrong)).containsExactly("invoice-eu.line-amount");
        assertThat(wrong.disposition()).isEqualTo(Disposition.POST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    number     | R-2024-9999            | document.page-differs
                    date       | 20240504               | document.page-differs
                    quantity1  | 4                      | document.unprinted
                    due        | 20250602               | document.page-differs
                    due        | 20240503               | document.page-differs
                    iban       | DE89370400440532013000 | document.page-differs
                    vatId      | DE811569869            | document.page-differs
                    buyerVatId | FR83404833049          | document.page-differs
                    amount1    | 301.00                 | invoice-eu.line-total
                    taxTotal   | 7.00                   | document.page-differs
                    grandTotal | 516.40                 | document.page-differs
                    grandTotal | 400.00                 | document.page-differs
                    payable    | 500.00                 | document.page-differs
                    payable    | 416.40                 | document.page-differs
                    """)
    void whatThePageContradictsIsNotPosted(String name, String value, String rule) throws IOException {
        Reconciliation wrong = reconciled(new WrittenInvoice().inXml(name, value));

        assertThat(violated(wrong)).contains(rule);
        assertThat(wrong.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aWholeCalculationThatHoldsAndThePageContradictsIsNotPosted() throws IOException {
        Reconciliation wrong = reconciled(new WrittenInvoice()
                .inXml("amount1", "1300.00")
                .inXml("price1", "433.3333")
                .inXml("lineTotal", "1400.00")
                .inXml("basis", "1360.00")
                .inXml("basis1", "1260.00")
                .inXml("tax1", "239.40")
                .inXml("taxTotal", "246.40")
                .inXml("grandTotal", "1606.40")
                .inXml("payable", "1590.00"));

        assertThat(violated(wrong))
                .contains("document.page-differs")
                .noneMatch(rule -> rule.startsWith("invoice-eu.") && !rule.equals("invoice-eu.line-amount"));
        assertThat(wrong.disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void whatNoPageNeedsToPrintIsPostedFromTheXml() throws IOException {
        Reconciliation right = reconciled(new WrittenInvoice().inXml("price1", "75.00"));

        assertThat(violated(right)).containsExactly("document.data-alone", "invoice-eu.line-amount");
        assertThat(right.disposition()).isEqualTo(Disposition.POST);
    }

    private Reconciliation reconciled(WrittenInvoice invoice) throws IOException {
        ParsedFile file = PrintedPage.parsed(invoice.written(folder));
        List<Document> documents =
                new StandardPacketClassifier(TYPES).classify(file).documents();
        assertThat(documents).extracting(Document::type).containsExactly("invoice-eu");
        return new Reconciler(TYPES)
                .reconcile(new InvoiceFieldReader().read(file, documents.get(0), TYPES.get("invoice-eu")), List.of());
    }

    private static List<String> violated(Reconciliation reconciliation) {
        return reconciliation.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.VIOLATED)
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
