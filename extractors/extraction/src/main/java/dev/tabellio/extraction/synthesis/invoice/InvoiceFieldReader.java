package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.Attachment;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.synthesis.CitationVerifier;
import dev.tabellio.extraction.synthesis.FieldReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads an electronic invoice from its XML and finds each value on the page. Safe for all threads. */
public final class InvoiceFieldReader implements FieldReader {

    private static final String VERSION = "invoice-2";

    private static final String NOT_PRINTED = "the embedded XML states it, but it is not printed on the page";

    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T.*)?");

    /** ISO 4217 of amounts: CII and UBL in their versions. */
    private static final List<String> CURRENCY = List.of(
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode",
            "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/InvoiceCurrencyCode",
            "DocumentCurrencyCode");

    @Override
    public boolean reads(DocumentType type) {
        return type.family().equals("e-invoice");
    }

    @Override
    public void check(DocumentType type) {
        InvoicePaths.of(type);
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
        Optional<InvoiceXml> xml = Optional.empty();
        String cause = "there is no embedded XML";
        for (Attachment attachment : file.attachments()) {
            try {
                InvoiceXml parsed = InvoiceXml.parse(attachment.text());
                xml = xml.isPresent() || parsed.text(CURRENCY).isEmpty() ? xml : Optional.of(parsed);
            } catch (IllegalArgumentException e) {
                cause = attachment.name() + ": " + e.getMessage();
            }
        }
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        if (xml.isEmpty()) {
            String reason = cause;
            leaves("", type.schema())
                    .forEach((pointer, kind) -> fields.put(pointer, new ExtractedField.Uncited("", reason, List.of())));
            return new ExtractedDocument(document, fields);
        }
        new Reading(xml.get(), new PrintedValues(file, document), InvoicePaths.of(type)).into(fields, type);
        CitationVerifier verifier = new CitationVerifier(file);
        fields.replaceAll((pointer, field) -> verifier.verified(field));
        return new ExtractedDocument(document, fields);
    }

    /** Kinds of the leaves outside of rows, by pointer, in the schema's order. */
    private static Map<String, String> leaves(String at, JsonNode schema) {
        Map<String, String> leaves = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String pointer = at + "/" + property.getKey();
            if (property.getValue().has("properties")) {
                leaves.putAll(leaves(pointer, property.getValue()));
            } else if (!property.getValue().has("items")) {
                leaves.put(pointer, property.getValue().path("x-tabellio-kind").asString("text"));
            }
        }
        return leaves;
    }

    /** One invoice being read. */
    private record Reading(InvoiceXml xml, PrintedValues printed, InvoicePaths paths, String currency) {

        Reading(InvoiceXml xml, PrintedValues printed, InvoicePaths paths) {
            this(xml, printed, paths, xml.text(CURRENCY).orElse("EUR"));
        }

        void into(Map<String, ExtractedField> fields, DocumentType type) {
            leaves("", type.schema())
                    .forEach((pointer, kind) -> fields.put(
                            pointer,
                            xml.text(paths.fields().getOrDefault(pointer, List.of()))
                                    .map(text -> field(pointer, kind, text, true))
                                    .orElseGet(ExtractedField.Absent::new)));
            paths.rows().forEach((pointer, rows) -> rows(fields, pointer, rows, type.schema()));
        }

        private void rows(Map<String, ExtractedField> fields, String pointer, InvoicePaths.Rows rows, JsonNode schema) {
            JsonNode columns = schema.path("properties")
                    .path(pointer.substring(1))
                    .path("items")
                    .path("properties");
            List<InvoiceXml> found = rows.at().stream()
                    .map(xml::all)
                    .filter(list -> !list.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            for (int i = 0; i < found.size(); i++) {
                String row = pointer + "/" + i;
                InvoiceXml at = found.get(i);
                rows.columns()
                        .forEach((column, columnPaths) -> at.text(columnPaths)
                                .ifPresent(text -> fields.put(
                                        row + "/" + column,
                                        field(
                                                pointer + "/*/" + column,
                                                columns.path(column)
                                                        .path("x-tabellio-kind")
                                                        .asString("text"),
                                                text,
                                                false))));
            }
        }

        private ExtractedField field(String pointer, String kind, String text, boolean total) {
            try {
                return switch (kind) {
                    case "amount" -> amount(new BigDecimal(text), total);
                    case "date" -> {
                        LocalDate date = date(text);
                        yield cited(new FieldValue.Date(date), printed.date(date));
                    }
                    case "identifier" -> cited(new FieldValue.Identifier(text), printed.text(text));
                    default -> text(pointer, text);
                };
            } catch (NumberFormatException | DateTimeException e) {
                return new ExtractedField.Uncited(text, "the embedded XML has no %s there".formatted(kind), List.of());
            }
        }

        /** A total of zero says that there is none. */
        private ExtractedField amount(BigDecimal amount, boolean total) {
            BigDecimal value =
                    amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
            List<Citation> places = printed.number(amount, total);
            return amount.signum() == 0 && (total || places.isEmpty())
                    ? new ExtractedField.Absent()
                    : cited(new FieldValue.Amount(value, currency), places);
        }

        /** Numbers without a currency are found as numbers, codes by their words, everything else as it is. */
        private ExtractedField text(String pointer, String text) {
            List<String> words = paths.words().getOrDefault(pointer, Map.of()).getOrDefault(text, List.of());
            if (!words.isEmpty()) {
                return cited(
                        new FieldValue.Text(text),
                        words.stream()
                                .map(printed::text)
                                .filter(places -> !places.isEmpty())
                                .findFirst()
                                .orElse(List.of()));
            }
            if (text.matches("-?\\d{1,12}(?:\\.\\d{1,6})?")) {
                BigDecimal number = new BigDecimal(text);
                String plain = (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
                return cited(new FieldValue.Text(plain), printed.number(number, false));
            }
            return cited(new FieldValue.Text(text), printed.text(text));
        }

        private static ExtractedField cited(FieldValue value, List<Citation> places) {
            return places.isEmpty()
                    ? new ExtractedField.Uncited(value.asText(), NOT_PRINTED, List.of())
                    : new ExtractedField.Cited(value, places, 1, "embedded XML, found on the page");
        }

        private static LocalDate date(String text) {
            Matcher date = DATE.matcher(text);
            if (!date.matches()) {
                throw new DateTimeException(text);
            }
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        }
    }
}
