package dev.tabellio.extraction.layout;

import dev.tabellio.document.RegionLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text file beside a model says: the input size, the least score that counts (0 unless stated), and, one a line in
 * order of their index, the classes in the words of {@link RegionLabel}.
 *
 * <pre>
 * input 768 x 1024
 * threshold 0.3
 * text
 * section-header
 * table
 * </pre>
 *
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param threshold regions with a lower score are left out
 * @param classes by class index
 */
record ModelCard(int width, int height, double threshold, List<RegionLabel> classes) {

    private static final Pattern THRESHOLD = Pattern.compile("threshold\\s+(0?\\.\\d{1,4}|[01])");

    private static final Pattern SIZE = Pattern.compile("input\\s+(\\d{2,4})\\s*x\\s*(\\d{2,4})");

    ModelCard {
        classes = List.copyOf(classes);
    }

    /** The file that belongs to a model: {@code layout.txt} beside {@code layout.pt}. */
    static Path beside(Path model) {
        String name = String.valueOf(model.getFileName());
        int dot = name.lastIndexOf('.');
        return model.resolveSibling((dot < 1 ? name : name.substring(0, dot)) + ".txt");
    }

    /** @throws IOException if the file cannot be read or says something else; the message names file and line */
    static ModelCard read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .toList();
        Matcher size = null;
        double threshold = 0;
        List<RegionLabel> classes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            if (size == null) {
                size = SIZE.matcher(line);
                if (!size.matches()) {
                    throw new IOException(
                            "%s, line %d: 'input WIDTH x HEIGHT' is expected here".formatted(file, i + 1));
                }
                continue;
            }
            Matcher least = THRESHOLD.matcher(line);
            if (least.matches()) {
                threshold = Double.parseDouble(least.group(1));
            } else {
                classes.add(label(line, file, i + 1));
            }
        }
        if (size == null || classes.isEmpty()) {
            throw new IOException("%s needs a line 'input WIDTH x HEIGHT' and one line for each class".formatted(file));
        }
        return new ModelCard(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), threshold, classes);
    }

    private static RegionLabel label(String word, Path file, int line) throws IOException {
        try {
            return RegionLabel.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s, line %d: '%s' is not one of %s".formatted(file, line, word, List.of(RegionLabel.values())), e);
        }
    }
}
