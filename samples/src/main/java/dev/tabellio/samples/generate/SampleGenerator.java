package dev.tabellio.samples.generate;

import dev.tabellio.samples.content.Contracts;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.FormContent;
import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.degrade.Scan;
import dev.tabellio.samples.draw.PdfDrawing;
import dev.tabellio.samples.forms.SubstituteLayout;
import dev.tabellio.samples.forms.W2IrsLayout;
import dev.tabellio.samples.forms.W2VendorLayout;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.ExpectedPage;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.Print;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes sample cases. Stateless. */
public final class SampleGenerator {

    /**
     * Makes a case.
     *
     * @param id of the case and folder of its files, such as {@code us-w2/irs}
     * @param seed the same wish with the same seed gives the same bytes
     */
    public Sample generate(String id, SampleWish wish, long seed) throws IOException {
        Dice dice = new Dice(seed);
        List<DrawnFile> drawn = wish.kind() == SampleKind.W2_COPIES
                ? separateCopies(id, wish, dice)
                : List.of(drawn(id + "/document", wish, dice, drawing -> draw(drawing, wish, dice)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<ExpectedDocument> documents = new ArrayList<>();
        List<ExpectedPage> pages = new ArrayList<>();
        for (DrawnFile file : drawn) {
            files.put(file.path(), file.bytes());
            documents.addAll(file.documents());
            pages.addAll(file.otherPages());
        }
        List<LabelledFile> named = files.keySet().stream()
                .map(path -> new LabelledFile(path, null))
                .toList();
        return new Sample(new LabelledCase(id, "", named, merged(wish, documents), pages), files);
    }

    static void draw(SampleDrawing drawing, SampleWish wish, Dice dice) throws IOException {
        switch (wish.kind()) {
            case W2_IRS, W2_FILLABLE ->
                drawing.wageStatement(SampleDrawing.wages(wish, dice), new W2IrsLayout(), "B", dice);
            case W2_VENDOR -> drawing.wageStatement(SampleDrawing.wages(wish, dice), W2VendorLayout.WIDE, "C", dice);
            case W2_FOUR_UP -> drawing.wageStatementSheet(SampleDrawing.wages(wish, dice), dice);
            case NEC_IRS, NEC_FILLABLE ->
                drawing.contractorStatement(SampleDrawing.contractor(wish, dice), List.of("B"), dice);
            case NEC_TWO_UP ->
                drawing.contractorStatement(SampleDrawing.contractor(wish, dice), List.of("B", "C"), dice);
            case FORM, STATEMENT, FORM_SHEET, STATEMENT_SHEET -> drawing.boxedForms(wish, dice);
            case FORM_INSTRUCTED -> drawing.instructed(wish, dice);
            case W2_INSTRUCTED -> drawing.instructedWages(SampleDrawing.wages(wish, dice), dice);
            case LETTER -> drawing.substitute(wish, SubstituteLayout.Style.LETTER, dice);
            case COLUMNS -> drawing.substitute(wish, SubstituteLayout.Style.COLUMNS, dice);
            case CARDS -> drawing.substitute(wish, SubstituteLayout.Style.CARDS, dice);
            case CONSOLIDATED -> drawing.consolidated(wish, dice);
            case W2_SHEET -> drawing.employees(wish, dice);
            case F1040, F1040_FILLABLE ->
                drawing.mainForm(
                        wish.changed(SampleDrawing.taxReturn(wish, dice).main()), dice);
            case NDA_MUTUAL -> drawing.agreement("mutual", dice);
            case NDA_ONE_WAY -> drawing.agreement("one-way", dice);
            case NDA_LETTER -> drawing.agreement("letter", dice);
            case NDA_SIGNED -> drawing.signedAgreement(dice.oneOf(List.of("mutual", "one-way", "letter")), dice);
            case LEASE_SIGNED -> {
                String form = dice.oneOf(List.of("commercial", "residential", "summary"));
                drawing.signedContract(Contracts.lease(dice, form), form, dice);
            }
            case LEASE_COMMERCIAL -> drawing.contract(Contracts.lease(dice, "commercial"), "commercial", dice);
            case LEASE_RESIDENTIAL -> drawing.contract(Contracts.lease(dice, "residential"), "residential", dice);
            case LEASE_SUMMARY -> drawing.contract(Contracts.lease(dice, "summary"), "summary", dice);
            case EMPLOYMENT_AGREEMENT -> drawing.contract(Contracts.employment(dice, "agreement"), "agreement", dice);
            case EMPLOYMENT_LETTER -> drawing.contract(Contracts.employment(dice, "letter"), "letter", dice);
            case CREDIT_AGREEMENT -> drawing.contract(Contracts.loan(dice, "agreement"), "agreement", dice);
            case CREDIT_FACILITY -> drawing.contract(Contracts.loan(dice, "facility"), "facility", dice);
            case CREDIT_NOTE -> drawing.contract(Contracts.loan(dice, "note"), "note", dice);
            case PACKET -> drawing.packet(wish, dice);
            case MIXED_PACKET -> new MixedPacket(drawing, dice).draw();
            case W2_COPIES -> throw new IllegalArgumentException("copies in separate files have a file each");
        }
    }

    private static List<DrawnFile> separateCopies(String id, SampleWish wish, Dice dice) throws IOException {
        FormContent content = SampleDrawing.wages(wish, dice);
        Dice look = dice.named("look");
        return List.of(
                drawn(
                        id + "/copy-b",
                        wish,
                        dice,
                        drawing -> drawing.wageStatement(content, new W2IrsLayout(), "B", new Dice(look.seed()))),
                drawn(
                        id + "/copy-2",
                        wish,
                        dice,
                        drawing -> drawing.wageStatement(content, new W2IrsLayout(), "2", new Dice(look.seed()))));
    }

    private static DrawnFile drawn(String path, SampleWish wish, Dice dice, Drawer drawer) throws IOException {
        boolean scanned = !wish.degradations().isEmpty();
        String pdf = path + ".pdf";
        try (SampleDrawing drawing = new SampleDrawing(pdf, kind(wish, scanned, dice), dice.seed())) {
            drawer.draw(drawing);
            for (Degradation degradation : wish.degradations()) {
                if (degradation.kind() == Degradation.Kind.STAMP) {
                    drawing.stamp((int) degradation.strength(), dice.named("stamp"));
                }
            }
            byte[] bytes = drawing.bytes();
            if (!scanned) {
                return new DrawnFile(pdf, bytes, drawing.documents(), drawing.otherPages());
            }
            Scan scan = Scan.of(bytes, wish.degradations(), dice.named("scan " + path));
            String file = path + "." + scan.extension();
            return new DrawnFile(
                    file,
                    scan.bytes(),
                    drawing.documents().stream()
                            .map(document -> scan.moved(document, file))
                            .toList(),
                    drawing.otherPages().stream()
                            .map(page -> Scan.moved(page, file))
                            .toList());
        }
    }

    private static PdfDrawing.Kind kind(SampleWish wish, boolean scanned, Dice dice) {
        if (scanned) {
            return PdfDrawing.Kind.EMBEDDED;
        }
        return switch (wish.kind()) {
            case W2_FILLABLE, NEC_FILLABLE, F1040_FILLABLE -> PdfDrawing.Kind.FILLABLE;
            default -> dice.named("fonts").chance(0.2) ? PdfDrawing.Kind.EMBEDDED : PdfDrawing.Kind.FLAT;
        };
    }

    /** Copies in several files are one document. */
    private static List<ExpectedDocument> merged(SampleWish wish, List<ExpectedDocument> documents) {
        if (wish.kind() != SampleKind.W2_COPIES) {
            return documents;
        }
        List<Print> prints = documents.stream()
                .flatMap(document -> document.prints().stream())
                .toList();
        ExpectedDocument first = documents.get(0);
        return List.of(new ExpectedDocument(first.type(), first.values(), prints, first.flaws()));
    }

    private record DrawnFile(
            String path, byte[] bytes, List<ExpectedDocument> documents, List<ExpectedPage> otherPages) {}

    /** Draws onto a file that has just been opened. */
    private interface Drawer {
        void draw(SampleDrawing drawing) throws IOException;
    }
}
