package dev.tabellio.samples.forms;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.content.Signing;
import dev.tabellio.samples.draw.Canvas;
import dev.tabellio.samples.draw.DocumentPen;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import java.io.IOException;

/** Where one party signs: its name, a line, the name of the person, title and date. */
final class SignatureBlock {

    private static final double RIGHT = 300;

    private final TextFlow flow;
    private final DocumentPen pen;
    private final double size;

    /** @param size of type in points */
    SignatureBlock(TextFlow flow, DocumentPen pen, double size) {
        this.flow = flow;
        this.pen = pen;
        this.size = size;
    }

    /** @param company for which somebody signs, as {@link TextFlow} takes it; empty if the party signs for itself */
    void draw(int party, String company) throws IOException {
        boolean person = company.isEmpty();
        FormContent content = pen.content();
        Ink ink = new Ink(Face.SERIF, size);
        String name = Signing.signer(content, party);
        flow.gap(8);
        if (!person) {
            flow.line(0, new Ink(Face.SERIF_BOLD, size), company);
        }
        flow.gap(16);
        double left = person ? 72 : 96;
        pen.canvas().line(left, flow.baseline() + 2, RIGHT, flow.baseline() + 2, 0.7);
        String label = person ? "" : "By:";
        if (Signing.hand(content, party).contains(Signing.Hand.PRINT)) {
            label = (label + " /s/ " + name).strip();
        } else if (Signing.hand(content, party).contains(Signing.Hand.PEN)) {
            signature(pen.canvas(), left + 12, flow.baseline() + 1, name);
        }
        if (label.isEmpty()) {
            flow.gap(size * 1.3);
            signed(party, name);
        } else {
            signed(party, label);
            flow.line(0, ink, label);
        }
        flow.line(0, ink, (person ? "" : "Name: ") + "{/Signatures/%s/Signatory}".formatted(party));
        if (!person) {
            flow.line(0, ink, "Title:");
        }
        if (content.values().containsKey(Signing.date(party))) {
            flow.line(0, ink, "Date: {%s}".formatted(Signing.date(party)));
        }
    }

    /** Whether a party has signed is told by the words on the next line, with what stands above them. */
    private void signed(int party, String words) {
        pen.printed(
                "/Signatures/%s/Signed".formatted(party),
                new BoundingBox(72, flow.baseline() - size, RIGHT, flow.baseline() + 3),
                words);
    }

    /** A loop for each letter of a name, higher for capitals. */
    private static void signature(Canvas canvas, double left, double baseline, String name) throws IOException {
        double x = left;
        for (char letter : name.toCharArray()) {
            double height = Character.isUpperCase(letter) ? 17 : 5 + letter % 5;
            double width = Character.isUpperCase(letter) ? 13 : 6;
            canvas.curve(
                    x,
                    baseline - 1,
                    x + width * 0.2,
                    baseline - height,
                    x + width,
                    baseline - height,
                    x + width,
                    baseline - 2);
            x += Character.isWhitespace(letter) ? 3 : width;
            if (x > RIGHT - 20) {
                return;
            }
        }
    }
}
