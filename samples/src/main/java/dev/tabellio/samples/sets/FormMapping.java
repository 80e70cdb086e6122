package dev.tabellio.samples.sets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How the labels say the fields of a document type.
 *
 * @param forms the labels' names of the forms that are of the type
 * @param type id of the document type
 * @param fields in the order of the form
 */
record FormMapping(List<String> forms, String type, List<Rule> fields) {

    FormMapping {
        forms = List.copyOf(forms);
        fields = List.copyOf(fields);
    }

    /** What an entry becomes when it is a value. */
    enum Kind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("amount")
        AMOUNT,
        @JsonProperty("ssn")
        SSN,
        @JsonProperty("ein")
        EIN,
        @JsonProperty("flag")
        FLAG
    }

    /** Which lines of the joined entries are taken. */
    enum Lines {
        @JsonProperty("all")
        ALL,
        /** A name: the lines before the first that starts with a house number or a post office box. */
        @JsonProperty("name")
        NAME,
        /** An address: the lines after the name. */
        @JsonProperty("address")
        ADDRESS
    }

    /**
     * @param pointer of the value; its row numbers are those of the form and are closed up when rows are empty
     * @param from entries that make up the value, in print order: a meaning (with {@code #n} for its n-th occurrence) or
     *     the last part of an AcroForm name, with {@code FORM:} before it if it is that of just one of the forms
     * @param join between the entries that are there; a blank unless stated
     * @param value the value if the entry is there at all, for tick boxes that choose one of several values
     */
    record Rule(
            String pointer,
            List<String> from,
            @Nullable Kind as,
            @Nullable Lines lines,
            @Nullable List<String> join,
            @Nullable String value) {
        Rule {
            from = List.copyOf(from);
            if (join != null && join.size() != from.size() - 1) {
                throw new IllegalArgumentException(pointer + ": one separator between each two entries");
            }
        }

        /**
         * The value as exported.
         *
         * @param present the entries that are there, in the order of {@code from}; those that are not are null
         * @return null if the lines asked for are not there
         */
        @Nullable
        String valueOf(List<ReturnLabels.@Nullable Entry> present) {
            if (value != null) {
                return value;
            }
            String text = lines(joined(present));
            if (text.isBlank()) {
                return null;
            }
            Kind kind = as == null ? Kind.TEXT : as;
            return switch (kind) {
                case TEXT -> text;
                case AMOUNT ->
                    new BigDecimal(text.replaceAll("[$, ]", ""))
                            .setScale(2, RoundingMode.UNNECESSARY)
                            .toPlainString();
                case SSN -> grouped(text, 3, 2, 4);
                case EIN -> grouped(text, 2, 7);
                case FLAG -> "true";
            };
        }

        private String joined(List<ReturnLabels.@Nullable Entry> present) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < present.size(); i++) {
                ReturnLabels.Entry entry = present.get(i);
                if (entry == null || entry.value().isBlank()) {
                    continue;
                }
                if (!text.isEmpty()) {
                    text.append(join == null ? " " : join.get(i - 1));
                }
                text.append(entry.value().lines().map(String::strip).collect(Collectors.joining("\n")));
            }
            return text.toString();
        }

        private String lines(String text) {
            if (lines == null || lines == Lines.ALL) {
                return text;
            }
            List<String> all = text.lines().toList();
            int address = IntStream.range(1, all.size())
                    .filter(i -> all.get(i).matches("(?i)(\\d|p\\.? ?o\\.? box).*"))
                    .findFirst()
                    .orElse(Math.min(1, all.size()));
            return String.join("\n", lines == Lines.NAME ? all.subList(0, address) : all.subList(address, all.size()));
        }

        private static String grouped(String text, int... sizes) {
            String digits = text.replaceAll("[^0-9]", "");
            if (digits.length() != Arrays.stream(sizes).sum()) {
                return text;
            }
            List<String> groups = new ArrayList<>();
            int start = 0;
            for (int size : sizes) {
                groups.add(digits.substring(start, start + size));
                start += size;
            }
            return String.join("-", groups);
        }
    }

    /** Mappings by the labels' name of the form. @throws IllegalArgumentException if the resource is not a mapping */
    static Map<String, FormMapping> load(String resource) throws IOException {
        try (InputStream yaml = FormMapping.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalArgumentException("no such resource: " + resource);
            }
            Map<String, FormMapping> byForm = new HashMap<>();
            for (FormMapping mapping : new YAMLMapper().readValue(yaml, new TypeReference<List<FormMapping>>() {})) {
                mapping.forms().forEach(form -> byForm.put(form, mapping));
            }
            return Map.copyOf(byForm);
        }
    }
}
