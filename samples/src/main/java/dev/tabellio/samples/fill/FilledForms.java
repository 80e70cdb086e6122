package dev.tabellio.samples.fill;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.PageArea;
import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.content.SeededValues;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.Place;
import dev.tabellio.samples.sets.Print;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills every blank form of a folder whose type is known. */
public final class FilledForms {

    private final DocumentTypes types;
    private final List<FormRules> rules;

    public FilledForms(DocumentTypes types) throws IOException {
        this.types = types;
        this.rules = FormRules.all();
    }

    /**
     * One blank form and what is known of it.
     *
     * @param name relative to the folder, without its ending
     * @param year that the form is of
     * @param unmapped names and descriptions of the fields that stay empty because nothing clearly says what they are
     * @param unfilled leaves of the schema that no field of the form is
     * @param covered leaves that its truth knows: what is not entered is known to be empty, but for boxes to tick that
     *     nothing says the meaning of
     */
    public record Known(
            Path file,
            String name,
            DocumentType type,
            int year,
            List<String> mapped,
            List<String> unmapped,
            List<String> unfilled,
            List<String> covered) {}

    /**
     * The forms of a folder, by name. Forms of other types are left out.
     *
     * @throws IOException if the folder or one of its forms cannot be read
     */
    public List<Known> in(Path folder) throws IOException {
        List<Known> known = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(
                            path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                    .sorted()
                    .toList()) {
                Optional<BlankForm> blank = BlankForm.of(file);
                Optional<FormRules> own = blank.flatMap(
                        form -> rules.stream().filter(rule -> rule.areFor(form)).findFirst());
                if (blank.isPresent() && own.isPresent()) {
                    known.add(known(folder, file, blank.get(), own.get()));
                }
            }
        }
        return known;
    }

    /**
     * Fills a form. The same seed enters the same values.
     *
     * @param flat whether the values become part of the pages; else they stay in fields
     */
    public Sample fill(Known known, long seed, boolean flat) throws IOException {
        BlankForm blank = BlankForm.of(known.file()).orElseThrow();
        FormRules own =
                rules.stream().filter(rule -> rule.areFor(blank)).findFirst().orElseThrow();
        Dice dice = new Dice(seed).named(known.name());
        FormFiller filler = new FormFiller(new SeededValues(dice, known.year()));
        filler.decide(Mapping.of(blank, known.type(), own));
        String id = "%s/%s-%d-%s"
                .formatted(known.type().id(), known.name().replace('/', '-'), seed, flat ? "flat" : "fillable");
        String path = id + "/document.pdf";
        Map<String, String> values = new LinkedHashMap<>();
        values.put("/TaxYear", Integer.toString(known.year()));
        values.putAll(filler.values());
        List<PageArea> areas = blank.sheets().stream()
                .filter(sheet -> blank.widgets().stream().anyMatch(widget -> widget.page() == sheet.page()))
                .toList();
        Map<String, Place> places = filler.places();
        ExpectedDocument document =
                new ExpectedDocument(known.type().id(), values, List.of(new Print(path, areas, places)), List.of());
        return new Sample(
                new LabelledCase(id, "", List.of(new LabelledFile(path, null)), List.of(document), List.of()),
                Map.of(path, filler.filled(known.file(), flat)));
    }

    private Known known(Path folder, Path file, BlankForm blank, FormRules own) {
        DocumentType type = types.find(own.type())
                .orElseThrow(() -> new IllegalArgumentException("no document type " + own.type()));
        Mapping mapping = Mapping.of(blank, type, own);
        String name = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.[^.]*$", "");
        Integer said = own.year();
        int year = blank.year()
                .or(() -> Optional.ofNullable(said))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: neither its title nor its rules say the year".formatted(file)));
        return new Known(
                file,
                name,
                type,
                year,
                mapping.entries().stream()
                        .map(entry -> "%s <- %s: %s"
                                .formatted(
                                        entry.pointer(),
                                        entry.widget().field(),
                                        entry.widget().says()))
                        .toList(),
                mapping.unmapped().stream()
                        .map(widget -> "%s: %s".formatted(widget.field(), widget.says()))
                        .toList(),
                mapping.unfilled(),
                Mapping.leaves(type).stream()
                        .filter(leaf -> !own.printed().contains(leaf)
                                && !(mapping.unfilled().contains(leaf) && Mapping.isFlag(type, leaf)))
                        .toList());
    }
}
