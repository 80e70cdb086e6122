package dev.tabellio.samples.forms;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tabellio.samples.content.Dice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wording of leases, employment agreements and loans: a file for each document type. */
record ContractWording(Map<String, Form> forms, List<Clause> clauses) {

    private static final Pattern MARK = Pattern.compile("\\{(/[^}]+)}");
    private static final Pattern POINTER = Pattern.compile("/[^{}+]+");

    ContractWording {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        clauses = List.copyOf(clauses);
    }

    /**
     * A form of the document.
     *
     * @param letter whether it is a letter
     * @param cover whether a page with title and parties, and a table of contents, stand before it
     * @param promise whether only the first party signs
     * @param heading above {@code summary}
     * @param summary lines of the form {@code label: value} before the text
     * @param opening wordings of the first paragraph
     * @param recital the paragraph behind it
     * @param closing the paragraph before the signatures
     */
    record Form(
            boolean letter,
            boolean cover,
            boolean promise,
            @Nullable String heading,
            @Nullable List<String> summary,
            List<String> opening,
            @Nullable String recital,
            String closing) {}

    /** @param forms the forms that may have it; all, if none are named */
    record Clause(
            String heading,
            boolean always,
            @Nullable @JsonProperty("for") List<String> forms,
            List<String> wordings) {

        boolean in(String form) {
            return forms == null || forms.contains(form);
        }
    }

    Form form(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalArgumentException("no form '%s'; there are %s".formatted(name, forms.keySet()));
        }
        return form;
    }

    /** One of the wordings that print most values and none that is not there; empty if there is no such wording. */
    static Optional<String> oneOf(Dice dice, List<String> wordings, Set<String> values) {
        List<String> possible = wordings.stream()
                .filter(wording -> values.containsAll(pointers(wording)))
                .toList();
        int most = possible.stream()
                .mapToInt(wording -> pointers(wording).size())
                .max()
                .orElse(0);
        List<String> fullest = possible.stream()
                .filter(wording -> pointers(wording).size() == most)
                .toList();
        return fullest.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(fullest));
    }

    /** The values that a wording prints. */
    static List<String> pointers(String wording) {
        return MARK.matcher(wording)
                .results()
                .flatMap(found -> POINTER.matcher(found.group(1)).results())
                .map(MatchResult::group)
                .toList();
    }

    /** @param type of the document, after which the file is called */
    static ContractWording load(String type) {
        try (InputStream yaml = ContractWording.class.getResourceAsStream(type + ".yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("the wording of '%s' is missing".formatted(type));
            }
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, ContractWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
