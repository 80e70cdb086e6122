package dev.tabellio.samples.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The lines of Form 1040 as printed for some years.
 *
 * @param lastLineOfPageOne number of the line that ends the first page
 */
record Form1040Edition(String lastLineOfPageOne, List<Line> lines) {

    Form1040Edition {
        lines = List.copyOf(lines);
    }

    /**
     * @param no number as printed beside the amount; empty for a line without amount
     * @param section heading that starts here
     * @param text with the letter of the line before it; {@code {year}}, {@code {last}} and {@code {next}} are years
     * @param at line whose value is read here
     * @param show line whose value is printed here once more
     * @param inner whether the amount stands in the inner column
     * @param pair amount in the right column of a line with two amounts
     */
    record Line(
            String no,
            @Nullable String section,
            String text,
            @Nullable String at,
            @Nullable String show,
            boolean inner,
            @Nullable Line pair) {}

    /** The edition of a tax year. */
    static Form1040Edition of(int year) {
        String edition = year >= 2025 ? "2025" : year >= 2022 ? "2022" : "2021";
        try (InputStream yaml = Form1040Edition.class.getResourceAsStream("f1040-%s.yaml".formatted(edition))) {
            if (yaml == null) {
                throw new IllegalStateException("the lines of Form 1040 for %s are missing".formatted(edition));
            }
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, Form1040Edition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
