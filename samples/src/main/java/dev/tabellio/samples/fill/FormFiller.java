package dev.tabellio.samples.fill;

import dev.tabellio.samples.content.SeededValues;
import dev.tabellio.samples.sets.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Enters values into one form. Used once. */
final class FormFiller {

    /** How often a field that may stay empty is filled. */
    private static final double FILLED = 0.75;

    /** Of the rows of a list, on average this share. */
    private static final double ROWS = 0.5;

    /** How often a line that may be a loss is one. */
    private static final double LOSS = 0.3;

    private static final double TICKED = 0.4;

    private final SeededValues seeded;
    private final Money money;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> entered = new LinkedHashMap<>();

    FormFiller(SeededValues seeded) {
        this.seeded = seeded;
        this.money = seeded.choice(List.of(Money.values()));
    }

    /** How a form's amounts are printed. */
    private enum Money {
        DOLLARS("#,##0"),
        POINT("#,##0."),
        CENTS("#,##0.00"),
        PLAIN("0");

        private final String pattern;

        Money(String pattern) {
            this.pattern = pattern;
        }

        String print(BigDecimal amount) {
            DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
            String text = format.format(amount.abs());
            return amount.signum() < 0 ? "(" + text + ")" : text;
        }
    }

    /** Exported values by pointer. */
    Map<String, String> values() {
        return values;
    }

    /** Where they stand. */
    Map<String, Place> places() {
        return places;
    }

    /** Decides what every known field says. */
    void decide(Mapping mapping) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, List<Mapping.Entry>> choices = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.rule().map(FormRules.Rule::is).isPresent()) {
                choices.computeIfAbsent(entry.pointer(), pointer -> new ArrayList<>())
                        .add(entry);
            } else if (isIn(entry.pointer(), rows, mapping)) {
                value(entry);
            }
        }
        choices.values().forEach(options -> {
            Mapping.Entry chosen = seeded.choice(options);
            tick(chosen, String.valueOf(chosen.rule().orElseThrow().is()));
        });
    }

    /** The filled file. @param flat whether the values become part of the pages */
    byte[] filled(Path file, boolean flat) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
            form.setXFA(null);
            for (Map.Entry<String, String> entry : entered.entrySet()) {
                PDField field = form.getField(entry.getKey());
                if (field instanceof PDCheckBox box) {
                    box.check();
                } else {
                    field.setValue(entry.getValue());
                }
            }
            if (flat) {
                form.flatten();
            }
            pdf.setDocumentId(0L);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Whether a row of a list is one of the first rows that are filled; all of its fields are, or none. */
    private boolean isIn(String pointer, Map<String, Integer> rows, Mapping mapping) {
        String pattern = Mapping.pattern(pointer);
        int star = pattern.indexOf("/*");
        if (star < 0) {
            return true;
        }
        String list = pointer.substring(0, star);
        int row = Integer.parseInt(pointer.substring(star + 1).split("/")[0]);
        int filled = rows.computeIfAbsent(list, name -> {
            long all = mapping.entries().stream()
                    .map(entry -> entry.pointer())
                    .filter(other -> other.startsWith(name + "/"))
                    .map(other -> other.substring(name.length() + 1).split("/")[0])
                    .distinct()
                    .count();
            int some = 0;
            for (int i = 0; i < all; i++) {
                some += seeded.chance(ROWS) ? 1 : 0;
            }
            return some;
        });
        return row < filled;
    }

    private void value(Mapping.Entry entry) {
        BlankForm.Widget widget = entry.widget();
        Optional<String> wanted = entry.rule().map(FormRules.Rule::value);
        if (widget.tick()) {
            boolean ticked = seeded.chance(TICKED);
            if (ticked) {
                tick(entry, "true");
            } else {
                values.put(entry.pointer(), "false");
            }
            return;
        }
        boolean needed = entry.kind().equals("identifier") || entry.pointer().contains("Name");
        boolean inRow = Mapping.pattern(entry.pointer()).contains("*") && wanted.isPresent();
        if (!needed && !inRow && !seeded.chance(FILLED)) {
            return;
        }
        String exported = seeded.of(wanted.orElse(entry.kind().equals("amount") ? "whole" : "one-of:1,2,3,4"), values);
        String printed = exported;
        if (entry.kind().equals("amount")) {
            BigDecimal amount = new BigDecimal(exported);
            boolean maybeLoss =
                    widget.says().contains("(loss)") && !widget.says().contains("Open parenthesis");
            amount = maybeLoss && seeded.chance(LOSS) ? amount.negate() : amount;
            if (money == Money.CENTS) {
                amount = amount.add(new BigDecimal("0.45").multiply(BigDecimal.valueOf(amount.signum())));
            }
            printed = money.print(amount);
            // Brackets that the form prints around the field make a loss of what is entered.
            boolean bracketed = widget.says().contains("Open parenthesis");
            exported = (bracketed ? amount.negate() : amount).setScale(2).toPlainString();
        } else if (widget.room().isPresent() && printed.length() > widget.room().get()) {
            printed = printed.replace("-", "");
        }
        if (widget.room().isPresent() && printed.length() > widget.room().get()) {
            return;
        }
        values.put(entry.pointer(), exported);
        entered.put(widget.field(), printed);
        places.put(entry.pointer(), new Place(widget.page(), widget.box(), printed));
    }

    private void tick(Mapping.Entry entry, String value) {
        values.put(entry.pointer(), value);
        entered.put(entry.widget().field(), value);
        places.put(
                entry.pointer(), new Place(entry.widget().page(), entry.widget().box(), ""));
    }
}
