package dev.tabellio.samples.forms;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.content.Signing;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.PdfDrawing;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A non-disclosure agreement as running text: mutual, one-way, or as a letter that is countersigned. */
public final class AgreementLayout {

    private final AgreementText text = AgreementText.load();

    /**
     * Draws the agreement.
     *
     * @param form {@code mutual}, {@code one-way} or {@code letter}
     * @param dice choose wordings, clauses and type size
     * @return the pen that drew it
     */
    public DocumentPen draw(PdfDrawing drawing, FormContent content, String form, Dice dice) throws IOException {
        Canvas first = drawing.letterPage();
        DocumentPen pen = drawing.document(content, first, first.bounds());
        double size = dice.oneOf(List.of(10.5, 11.0, 12.0));
        double leading = size * dice.oneOf(List.of(1.18, 1.3, 1.6));
        Map<String, String> printed = new LinkedHashMap<>();
        printed.put("/EffectiveDate", content.parts().getOrDefault("date", ""));
        printed.put("/ContractDuration", content.parts().getOrDefault("term", ""));
        for (int party = 0; party < 2; party++) {
            String date = Signing.date(party);
            printed.put(date, content.parts().getOrDefault(date, ""));
        }
        TextFlow flow = new TextFlow(drawing, pen, printed, new Ink(Face.SERIF, size), leading);
        AgreementText.Start start = text.start(form);
        if (form.equals("letter")) {
            letterHead(flow, size);
        } else {
            flow.title("/Title");
        }
        flow.paragraph(dice.oneOf(start.opening()));
        if (!start.purpose().isEmpty()) {
            flow.paragraph(dice.oneOf(start.purpose()));
        }
        double share = form.equals("letter") ? 0.15 : dice.between(0.3, 1.0);
        int number = 0;
        for (AgreementText.Clause clause : text.clauses()) {
            if (clause.always() || dice.chance(share)) {
                flow.clause(++number, clause.heading(), dice.oneOf(clause.wordings()));
            }
        }
        signatures(flow, pen, form, size);
        return pen;
    }

    private static void letterHead(TextFlow flow, double size) throws IOException {
        Ink ink = new Ink(Face.SERIF, size);
        flow.line(0, new Ink(Face.SERIF_BOLD, size + 2), "{/Parties/0/Name}");
        flow.line(0, ink, "{/Parties/0/Address}");
        flow.gap(18);
        flow.line(0, ink, "{/EffectiveDate}");
        flow.gap(12);
        flow.line(0, ink, "{/Parties/1/Name}");
        flow.line(0, ink, "{/Parties/1/Address}");
        flow.gap(14);
        flow.line(0, new Ink(Face.SERIF_BOLD, size), "Re: {/Title}");
        flow.gap(10);
        flow.line(0, ink, "{salutation}");
        flow.gap(8);
    }

    private void signatures(TextFlow flow, DocumentPen pen, String form, double size) throws IOException {
        flow.room(16);
        flow.gap(6);
        flow.paragraph(
                form.equals("letter")
                        ? "If you agree with the foregoing, please sign and return one copy of this letter."
                        : text.closing());
        SignatureBlock block = new SignatureBlock(flow, pen, size);
        block.draw(0, "{/Parties/0/Name}");
        block.draw(1, "{/Parties/1/Name}");
    }
}
