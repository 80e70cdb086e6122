package dev.tabellio.samples.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The word list {@code words.yaml}. */
record Words(
        List<String> givenNames,
        List<String> middleInitials,
        List<String> familyNames,
        List<String> streets,
        List<String> secondLines,
        List<Town> towns,
        List<Town> untaxedTowns,
        List<String> localities,
        List<String> companies,
        List<String> trades,
        List<String> longTrades,
        List<String> forms,
        List<String> jurisdictions,
        List<String> occupations,
        List<String> purposes) {

    /** @param zip its first three digits */
    record Town(String name, String state, String zip) {}

    static final Words LIST = load();

    private static Words load() {
        try (InputStream yaml = Objects.requireNonNull(Words.class.getResourceAsStream("words.yaml"))) {
            return new YAMLMapper().readValue(yaml, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
