package dev.tabellio.samples.degrade;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.sets.ExpectedDocument;
import dev.tabellio.samples.sets.LabelledCase;
import dev.tabellio.samples.sets.LabelledFile;
import dev.tabellio.samples.sets.LabelledSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** PDFs that have been printed and scanned; the places of their labels move along. */
public final class DegradedSet {

    private final List<Variant> variants;
    private final Dice dice;

    /**
     * @param variants the set is degraded in each of these ways by itself
     * @param seed the same seed gives the same scans
     */
    public DegradedSet(List<Variant> variants, long seed) {
        this.variants = List.copyOf(variants);
        this.dice = new Dice(seed);
    }

    /**
     * Scans every PDF of a set; other files are copied as they are. The renderings of the cases are marked with the
     * variant's name.
     *
     * @param folder where the scans are written, in a folder for each variant; the set's own files are not touched
     * @throws IOException naming the file, if one cannot be read or drawn
     */
    public LabelledSet of(LabelledSet set, Path folder) throws IOException {
        List<LabelledCase> cases = new ArrayList<>();
        for (Variant variant : variants) {
            for (LabelledCase labelled : set.cases()) {
                cases.add(degraded(variant, set.inbox(), labelled, folder));
            }
        }
        return new LabelledSet(set.name(), folder, cases, set.scored());
    }

    private LabelledCase degraded(Variant variant, Path inbox, LabelledCase labelled, Path folder) throws IOException {
        Map<String, String> names = new HashMap<>();
        Map<String, Scan> scans = new HashMap<>();
        for (LabelledFile file : labelled.files()) {
            byte[] bytes = Files.readAllBytes(inbox.resolve(file.path()));
            String name = variant.label() + "/" + file.path();
            if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                Scan scan = scan(variant, file.path(), bytes);
                bytes = scan.bytes();
                name = name.substring(0, name.length() - "pdf".length()) + scan.extension();
                scans.put(file.path(), scan);
            }
            names.put(file.path(), name);
            Path target = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, bytes);
        }
        return new LabelledCase(
                labelled.id(),
                labelled.rendering().isEmpty() ? variant.label() : labelled.rendering() + " " + variant.label(),
                labelled.files().stream()
                        .map(file -> new LabelledFile(
                                renamed(names, file.path()),
                                file.duplicateOf() == null ? null : renamed(names, file.duplicateOf())))
                        .toList(),
                labelled.documents().stream()
                        .map(document -> moved(document, names, scans))
                        .toList(),
                labelled.otherPages().stream()
                        .map(page -> Scan.moved(page, renamed(names, page.file())))
                        .toList());
    }

    /**
     * Scans one PDF.
     *
     * @param name the same name gives the same scan
     * @throws IOException naming the file, if it cannot be drawn
     */
    public Scan scan(Variant variant, String name, byte[] pdf) throws IOException {
        Dice own = dice.named(name);
        try {
            return Scan.of(pdf, variant.of(own), own);
        } catch (IOException | RuntimeException e) {
            throw new IOException(name + " cannot be scanned: " + e.getMessage(), e);
        }
    }

    private static ExpectedDocument moved(
            ExpectedDocument document, Map<String, String> names, Map<String, Scan> scans) {
        return new ExpectedDocument(
                document.type(),
                document.values(),
                document.prints().stream()
                        .map(print -> {
                            Scan scan = scans.get(print.file());
                            return scan == null ? print : scan.moved(print, renamed(names, print.file()));
                        })
                        .toList(),
                document.flaws());
    }

    private static String renamed(Map<String, String> names, String path) {
        return names.getOrDefault(path, path);
    }
}
