package dev.tabellio.samples.forms;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.PdfDrawing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A lease, an employment agreement or a loan as running text: below a title, as a letter, behind a summary of its terms, or
 * behind a cover and a table of contents; its clauses numbered in one of several ways.
 */
public final class ContractLayout {

    /** How clauses stand below each other. */
    private enum Clauses {
        /** Number and heading on a line, the text below and indented. */
        HANGING,
        /** "3. Rent. The tenant ..." */
        RUN_IN,
        /** "Section 3. Rent. The tenant ..." */
        SECTIONS,
        /** "ARTICLE III" and the heading, each centred, the text below. */
        ARTICLES
    }

    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI");

    private record Chosen(String heading, String text) {}

    private final PdfDrawing drawing;
    private final FormContent content;
    private final Dice dice;
    private final double size;
    private final double leading;
    private final Set<String> values;

    /** @param dice choose wordings, clauses, their numbering and the size of type */
    public ContractLayout(PdfDrawing drawing, FormContent content, Dice dice) {
        this.drawing = drawing;
        this.content = content;
        this.dice = dice;
        this.size = dice.oneOf(List.of(10.0, 11.0, 12.0));
        this.leading = size * dice.oneOf(List.of(1.18, 1.35, 1.6));
        this.values = content.values().keySet();
    }

    /**
     * Draws the contract.
     *
     * @param name of the form, one of those in the wording of the document type
     * @return the pen that drew it
     */
    public DocumentPen draw(String name) throws IOException {
        ContractWording wording = ContractWording.load(content.type());
        ContractWording.Form form = wording.form(name);
        Canvas first = drawing.letterPage();
        DocumentPen pen = drawing.document(content, first, first.bounds());
        Map<String, String> printed = new LinkedHashMap<>();
        content.parts().forEach((part, text) -> {
            if (part.startsWith("/")) {
                printed.put(part, text);
            }
        });
        TextFlow flow = new TextFlow(drawing, pen, printed, new Ink(Face.SERIF, size), leading);
        List<Chosen> clauses = clauses(wording, name, form);
        Clauses style = form.letter() ? Clauses.RUN_IN : dice.oneOf(List.of(Clauses.values()));
        head(flow, form, clauses);
        flow.paragraph(ContractWording.oneOf(dice, form.opening(), values).orElseThrow());
        if (form.recital() != null) {
            flow.paragraph(form.recital());
        }
        for (int i = 0; i < clauses.size(); i++) {
            clause(flow, style, i + 1, clauses.get(i));
        }
        signatures(flow, pen, form);
        return pen;
    }

    private List<Chosen> clauses(ContractWording wording, String name, ContractWording.Form form) {
        double share = form.letter() ? 0.4 : dice.between(0.3, 1.0);
        List<Chosen> chosen = new ArrayList<>();
        for (ContractWording.Clause clause : wording.clauses()) {
            if (clause.in(name) && (clause.always() || dice.chance(share))) {
                ContractWording.oneOf(dice, clause.wordings(), values)
                        .ifPresent(text -> chosen.add(new Chosen(clause.heading(), text)));
            }
        }
        return chosen;
    }

    private void head(TextFlow flow, ContractWording.Form form, List<Chosen> clauses) throws IOException {
        Ink ink = new Ink(Face.SERIF, size);
        if (form.letter()) {
            flow.line(0, new Ink(Face.SERIF_BOLD, size + 2), "{/Parties/0/Name}");
            flow.line(0, ink, "{/Parties/0/Address}");
            flow.gap(18);
            flow.line(0, ink, "{/AgreementDate+/EffectiveDate}");
            flow.gap(12);
            flow.line(0, ink, "{/Parties/1/Name}");
            flow.line(0, ink, "{/Parties/1/Address}");
            flow.gap(14);
            flow.line(0, new Ink(Face.SERIF_BOLD, size), "Re: {/Title}");
            flow.gap(10);
            flow.line(0, ink, "Dear %s:".formatted(content.values().getOrDefault("/Parties/1/Name", "")));
            flow.gap(8);
            return;
        }
        if (form.cover()) {
            cover(flow, clauses);
        } else {
            flow.title("/Title");
        }
        if (form.heading() != null && form.summary() != null) {
            flow.line(0, new Ink(Face.SERIF_BOLD, size), form.heading());
            flow.gap(leading * 0.5);
            for (String line : form.summary()) {
                flow.line(0, ink, line);
            }
            flow.gap(leading);
        }
    }

    private void cover(TextFlow flow, List<Chosen> clauses) throws IOException {
        Ink bold = new Ink(Face.SERIF_BOLD, size + 1);
        flow.gap(120);
        flow.title("/Title");
        flow.gap(24);
        String date = content.parts().getOrDefault("/AgreementDate", "");
        flow.centred(bold, "dated as of " + date, "/AgreementDate", "/EffectiveDate");
        flow.gap(14);
        flow.centred(bold, "between");
        flow.gap(14);
        flow.centred(bold, content.values().getOrDefault("/Parties/0/Name", ""), "/Parties/0/Name");
        flow.gap(14);
        flow.centred(bold, "and");
        flow.gap(14);
        flow.centred(bold, content.values().getOrDefault("/Parties/1/Name", ""), "/Parties/1/Name");
        flow.newPage();
        flow.centred(bold, "TABLE OF CONTENTS");
        flow.gap(leading);
        for (int i = 0; i < clauses.size(); i++) {
            flow.line(
                    0,
                    new Ink(Face.SERIF, size),
                    "%d. %s %s %d".formatted(i + 1, clauses.get(i).heading(), ". ".repeat(24), 3 + i / 6));
        }
        flow.newPage();
    }

    private void clause(TextFlow flow, Clauses style, int number, Chosen clause) throws IOException {
        switch (style) {
            case HANGING -> flow.clause(number, clause.heading(), clause.text());
            case RUN_IN -> flow.runIn("%d. %s.".formatted(number, clause.heading()), clause.text());
            case SECTIONS -> flow.runIn("Section %d. %s.".formatted(number, clause.heading()), clause.text());
            case ARTICLES -> {
                flow.room(5);
                Ink bold = new Ink(Face.SERIF_BOLD, size);
                flow.centred(bold, "ARTICLE " + ROMAN.get(number - 1));
                flow.centred(bold, clause.heading().toUpperCase(Locale.ROOT));
                flow.paragraph(clause.text());
            }
        }
    }

    private void signatures(TextFlow flow, DocumentPen pen, ContractWording.Form form) throws IOException {
        flow.room(16);
        flow.gap(6);
        flow.paragraph(form.closing());
        SignatureBlock block = new SignatureBlock(flow, pen, size);
        for (int party = 0; party < (form.promise() ? 1 : 2); party++) {
            boolean person = content.parts().getOrDefault("person", "").equals(Integer.toString(party));
            block.draw(party, person ? "" : content.values().getOrDefault("/Parties/%s/Name".formatted(party), ""));
        }
    }
}
