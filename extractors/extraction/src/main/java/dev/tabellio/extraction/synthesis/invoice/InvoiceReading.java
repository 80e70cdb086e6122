package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.document.Citation;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.DataCitation;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.extraction.synthesis.invoice.InvoiceXml.Stated;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One invoice being read: each value from the XML, cited there and where the page prints it. */
final class InvoiceReading {

    private static final String PRINTED = "embedded XML, found on the page";

    private static final String NOT_PRINTED = "embedded XML, which no page prints";

    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T.*)?");

    private static final Pattern POINTER = Pattern.compile("\\{(/[^}]+)\\}");

    /** ISO 4217 of amounts: CII and UBL in their versions. */
    private static final List<String> CURRENCY = List.of(
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode",
            "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/InvoiceCurrencyCode",
            "DocumentCurrencyCode");

    private final String name;
    private final InvoiceXml xml;
    private final InvoicePaths paths;
    private final PrintedValues printed;
    private final PrintedPlaces places;
    private final String currency;

    /** @param name of the attachment that the XML is */
    InvoiceReading(String name, InvoiceXml xml, InvoicePaths paths, PrintedValues printed) {
        this.name = name;
        this.xml = xml;
        this.paths = paths;
        this.printed = printed;
        this.places = new PrintedPlaces(printed.rows(), labels());
        this.currency = xml.text(CURRENCY).map(Stated::text).orElse("EUR");
    }

    /** The words beside values, with what the invoice states in place of the pointers in them. */
    private Map<String, List<PrintedPlaces.Label>> labels() {
        Map<String, List<PrintedPlaces.Label>> labels = new LinkedHashMap<>();
        paths.labels().forEach((pointer, words) -> {
            List<PrintedPlaces.Label> filled = new ArrayList<>();
            for (String label : words) {
                Matcher named = POINTER.matcher(label);
                if (!named.find()) {
                    filled.add(new PrintedPlaces.Label(label, false));
                } else {
                    xml.text(paths.fields().getOrDefault(named.group(1), List.of()))
                            .ifPresent(stated -> filled.add(
                                    new PrintedPlaces.Label(label.replace(named.group(), stated.text()), true)));
                }
            }
            labels.put(pointer, filled);
        });
        return labels;
    }

    /** Whether it has what no other XML has: the currency of an invoice. */
    static boolean isInvoice(InvoiceXml xml) {
        return xml.text(CURRENCY).isPresent();
    }

    /** @param leaves kinds by pointer of what stands outside of rows */
    Map<String, ExtractedField> fields(Map<String, String> leaves, JsonNode schema) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        leaves.forEach((pointer, kind) -> fields.put(
                pointer,
                xml.text(paths.fields().getOrDefault(pointer, List.of()))
                        .map(stated -> field(pointer, kind, stated, true))
                        .orElseGet(ExtractedField.Absent::new)));
        paths.rows().forEach((pointer, rows) -> rows(fields, pointer, rows, schema));
        return fields;
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
            String row = pointer + "/" + i + "/";
            InvoiceXml at = found.get(i);
            rows.columns()
                    .forEach((column, columnPaths) -> at.text(columnPaths)
                            .ifPresent(stated -> fields.put(
                                    row + column,
                                    field(
                                            pointer + "/*/" + column,
                                            columns.path(column)
                                                    .path("x-tabellio-kind")
                                                    .asString("text"),
                                            stated,
                                            false))));
        }
    }

    private ExtractedField field(String pointer, String kind, Stated stated, boolean total) {
        try {
            return switch (kind) {
                case "amount" -> amount(pointer, stated, new BigDecimal(stated.text()), total);
                case "date" -> {
                    LocalDate date = date(stated.text());
                    yield cited(new FieldValue.Date(date), stated, printed.date(date), places.otherDate(pointer, date));
                }
                case "identifier" -> {
                    List<Citation> found = printed.text(stated.text());
                    yield cited(
                            new FieldValue.Identifier(stated.text()),
                            stated,
                            found,
                            found.isEmpty() ? otherIdentifier(pointer) : Optional.empty());
                }
                default -> text(pointer, stated);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return new ExtractedField.Uncited(
                    stated.text(), "the embedded XML has no %s there".formatted(kind), List.of());
        }
    }

    private ExtractedField amount(String pointer, Stated stated, BigDecimal amount, boolean total) {
        if (amount.signum() == 0 && paths.zeroIsNone().contains(pointer)) {
            return new ExtractedField.Absent();
        }
        BigDecimal value =
                amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
        return cited(
                new FieldValue.Amount(value, currency),
                stated,
                printed.number(amount, total),
                places.otherAmount(pointer, amount));
    }

    /** Numbers without a currency are found as numbers, codes by their words, everything else as it is. */
    private ExtractedField text(String pointer, Stated stated) {
        String text = stated.text();
        List<String> words = paths.words().getOrDefault(pointer, Map.of()).getOrDefault(text, List.of());
        if (!words.isEmpty()) {
            return cited(
                    new FieldValue.Text(text),
                    stated,
                    words.stream()
                            .map(printed::text)
                            .filter(found -> !found.isEmpty())
                            .findFirst()
                            .orElse(List.of()),
                    Optional.empty());
        }
        if (text.matches("-?\\d{1,12}(?:\\.\\d{1,6})?")) {
            BigDecimal number = new BigDecimal(text);
            String plain = (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
            return cited(new FieldValue.Text(plain), stated, printed.number(number, false), Optional.empty());
        }
        return cited(new FieldValue.Text(text), stated, printed.text(text), Optional.empty());
    }

    /** What the page prints beside the words for it, or whatever has the shape of it and is nothing else of the invoice. */
    private Optional<String> otherIdentifier(String pointer) {
        Optional<String> beside = places.otherIdentifier(pointer);
        Pattern shape = paths.shapes().get(pointer);
        if (beside.isPresent() || shape == null) {
            return beside;
        }
        List<String> known = paths.shapes().keySet().stream()
                .flatMap(other -> xml.text(paths.fields().getOrDefault(other, List.of())).stream())
                .map(stated -> stated.text().replace(" ", ""))
                .toList();
        return printed.shaped(shape).stream()
                .filter(found -> !known.contains(found))
                .findFirst();
    }

    /** @param pagePrints another value in its place; what is then found elsewhere on the page is something else */
    private ExtractedField cited(FieldValue value, Stated stated, List<Citation> found, Optional<String> pagePrints) {
        List<Citation> printedAt = pagePrints.isPresent() ? List.of() : found;
        return new ExtractedField.Cited(
                value,
                printedAt,
                1,
                printedAt.isEmpty() ? NOT_PRINTED : PRINTED,
                pagePrints
                        .map(other -> List.of(new Corroboration(Corroboration.By.PAGE, other, false)))
                        .orElse(List.of()),
                List.of(new DataCitation(name, stated.path(), stated.text())));
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
