package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.extraction.synthesis.normalise.Conventions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The type's {@code anchors.yaml}: what the form labels and which field is read where.
 *
 * <pre>{@code
 * country: us                   # how amounts and dates are written: us (if left out) or de
 * boxes:                        # value under the label (or over it, where there is no room below)
 *   wages: {number: "1", labels: ["Wages, tips, other compensation", "Wages, tips, other comp"]}
 *   last:  {labels: ["Last name"], row: first}   # the label on the row of box 'first'
 *   street: {labels: ["Street address"], under: recipient}   # the next such label under that of box 'recipient'
 *   fee:   {labels: ["Fee"], value: beside}      # value right of the label
 *   payer: {labels: ["Payer's name", "Payer:"]}  # one word with a colon is a label only where it stands alone
 * lines:                        # value right of the line number, in a column of amounts
 *   agi: {number: ["11", "11a"], labels: ["This is your adjusted gross income"]}
 * checkboxes:
 *   single: {labels: ["Single"]}
 * print: ["Department of the Treasury"]          # other print that must not become a value
 * fields:
 *   /Wages: {box: wages}
 *   /SSN: {box: a, as: ssn}                      # ssn, ein, tin, state, zip, phone, number, year, comb, digits
 *   /Name: {box: [e, f], part: name}             # name, address or phone of a block, or its first line
 *   /Address: {join: [[street, apt], [city, state, zip]]}
 *   /Payer/Address: {first: [{box: payer, part: address}, {join: [[payer-street], [payer-city]]}]}
 *   /Sales/0/Proceeds: {box: 1d}                 # the only row that the form has of a list in the schema
 *   /AdjustedGrossIncome: {line: agi}
 *   /Proceeds: {cell: ["1b", d]}                 # right of one label, under another
 *   /IsStatutory: {checkbox: statutory}
 *   /HasDigitalAssets: {yes: assets-yes, no: assets-no}
 *   /FilingStatus: {one-of: {single: single, married: marriedFilingJointly}}
 *   /TaxYear: {printed: ["Form W-2"], pattern: "20[0-9]{2}"}
 * tables:
 *   /States: {columns: {State: state, Wages: state-wages}, as: {State: state}}
 *   /Interest: {columns: {Payer: payer, Amount: amount}, rows: 15, until: "2", key: Payer}   # 4 rows if left out; down to line 2; only those with a payer
 *   /Months: {entries: ["12", "13"], leaves: {Premium: a}}          # a grid: lines down, boxes across
 *   /Children: {entries: [child-1, child-2], leaves: {Name: "1"}, across: true}
 *   /Dependents: [{columns: {}}, {entries: []}]                     # arrangements of different editions
 *   /Codes: {boxes: [12a, 12b], code: LetterCode, amount: Amount, codes: [A, B]}
 * }</pre>
 *
 * @param anchors all labelled places by id
 * @param fields by pointer
 * @param formats of table leaves by pointer in the schema
 */
record FormAnchors(
        Map<String, Anchor> anchors,
        Map<String, FieldRule> fields,
        List<TableRule> tables,
        Map<String, ValueFormat> formats,
        Conventions conventions) {

    FormAnchors {
        anchors = new LinkedHashMap<>(anchors);
        fields = new LinkedHashMap<>(fields);
        tables = List.copyOf(tables);
        formats = Map.copyOf(formats);
    }

    /** Ids of the labels over columns of single cells. */
    Set<String> heads() {
        return fields.values().stream()
                .filter(FieldRule.InCell.class::isInstance)
                .map(rule -> ((FieldRule.InCell) rule).column())
                .collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException if there is none with this id */
    Anchor anchor(String id) {
        Anchor anchor = anchors.get(id);
        if (anchor == null) {
            throw new IllegalArgumentException("no anchor '%s'".formatted(id));
        }
        return anchor;
    }
}
