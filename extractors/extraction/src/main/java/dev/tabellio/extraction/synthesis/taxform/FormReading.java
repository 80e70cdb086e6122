package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.Citation;
import dev.tabellio.document.ExtractedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One document being read: asks the reader that a field's rule names. */
final class FormReading {

    private final FormSchema schema;
    private final FormAnchors anchors;
    private final BoxReader boxes;
    private final LineReader lines;
    private final CheckboxReader checkboxes;
    private final PrintReader print;
    private final TableReader tables;
    private final GridReader grids;
    private final FieldMaker maker;

    FormReading(List<LabelledPage> pages, FormSchema schema, FormAnchors anchors, OwnPrint ownPrint) {
        this.schema = schema;
        this.anchors = anchors;
        this.boxes = new BoxReader(pages);
        this.lines = new LineReader(pages, anchors.anchors().values());
        this.checkboxes = new CheckboxReader(pages);
        this.print = new PrintReader(pages);
        this.maker = new FieldMaker(anchors.conventions(), ownPrint);
        this.tables = new TableReader(pages, schema, anchors.formats(), maker);
        this.grids = new GridReader(pages, schema, anchors.formats(), maker);
    }

    /**
     * Every leaf of the schema in its order, rows of tables in place of their pattern; and the numbers that stand in the rows of
     * tables, whether they became fields or not.
     */
    TableReading read() {
        Map<String, ExtractedField> tableFields = new LinkedHashMap<>();
        List<Citation> ink = new ArrayList<>();
        for (TableRule table : anchors.tables()) {
            // Editions arrange a table differently; the first arrangement that holds something is the form's.
            if (tableFields.keySet().stream().noneMatch(key -> key.startsWith(table.pointer() + "/"))) {
                if (table instanceof TableRule.Grid grid) {
                    tableFields.putAll(grids.read(grid));
                } else {
                    TableReading reading = tables.read(table);
                    tableFields.putAll(reading.fields());
                    ink.addAll(reading.ink());
                }
            }
        }
        return new TableReading(SharedPlaces.uncited(fields(tableFields)), ink);
    }

    private Map<String, ExtractedField> fields(Map<String, ExtractedField> tableFields) {
        Map<String, ExtractedField> fields = new LinkedHashMap<>();
        List<String> done = new ArrayList<>();
        schema.leaves().forEach((pointer, kind) -> {
            FieldRule rule = anchors.fields().get(pointer);
            if (rule != null) {
                fields.put(pointer, field(rule, kind));
                return;
            }
            anchors.fields().forEach((key, row) -> {
                if (FormSchema.pattern(key).equals(pointer)) {
                    fields.put(key, field(row, kind));
                }
            });
            String table = pointer.substring(0, pointer.lastIndexOf("/*"));
            if (!done.contains(table)) {
                done.add(table);
                tableFields.forEach((key, field) -> {
                    if (FormSchema.pattern(key).startsWith(table + "/*/")) {
                        fields.put(key, field);
                    }
                });
            }
        });
        return fields;
    }

    private ExtractedField field(FieldRule rule, FormSchema.Kind kind) {
        if (rule instanceof FieldRule.First first) {
            return first(first, kind);
        }
        if (rule instanceof FieldRule.InBox box) {
            return inBox(box, kind);
        }
        if (rule instanceof FieldRule.Joined joined) {
            return maker.joined(joined.rows().stream()
                    .map(row -> row.stream()
                            .flatMap(box -> boxes.read(box, FieldRule.Part.WHOLE).stream()
                                    .limit(1))
                            .toList())
                    .toList());
        }
        if (rule instanceof FieldRule.OnLine line) {
            Anchor anchor = anchors.anchor(line.line());
            return maker.make(kind, ValueFormat.ANY, lines.read(anchor));
        }
        if (rule instanceof FieldRule.Ticked ticked) {
            return checkboxes.read(ticked);
        }
        if (rule instanceof FieldRule.OneOf oneOf) {
            return checkboxes.read(oneOf);
        }
        if (rule instanceof FieldRule.InCell cell) {
            return grids.read(cell, anchors.heads(), kind);
        }
        if (rule instanceof FieldRule.YesNo yesNo) {
            return checkboxes.read(yesNo);
        }
        return print.read((FieldRule.Printed) rule, kind);
    }

    /** The first that holds; else the first that found something, so that it is told why it does not. */
    private ExtractedField first(FieldRule.First rule, FormSchema.Kind kind) {
        ExtractedField found = new ExtractedField.Absent();
        for (FieldRule one : rule.rules()) {
            ExtractedField field = field(one, kind);
            if (field instanceof ExtractedField.Cited) {
                return field;
            }
            found = found instanceof ExtractedField.Absent ? field : found;
        }
        return found;
    }

    private ExtractedField inBox(FieldRule.InBox rule, FormSchema.Kind kind) {
        ExtractedField found = new ExtractedField.Absent();
        for (String box : rule.boxes()) {
            List<ValueText> places = boxes.read(box, rule.part());
            found = maker.make(kind, rule.format(), places);
            if (!places.isEmpty() && !(found instanceof ExtractedField.Cited) && rule.part() == FieldRule.Part.WHOLE) {
                ExtractedField beside = maker.make(kind, rule.format(), boxes.readBeside(box));
                found = beside instanceof ExtractedField.Cited ? beside : found;
            }
            if (!(found instanceof ExtractedField.Absent)) {
                break;
            }
        }
        return found;
    }
}
