package dev.tabellio.samples.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wording in {@code nda.yaml}. */
record AgreementText(Start mutual, Start oneWay, Start letter, List<Clause> clauses, String closing) {

    AgreementText {
        clauses = List.copyOf(clauses);
    }

    /** How an agreement begins: one wording of each is taken. */
    record Start(List<String> opening, List<String> purpose) {}

    /** @param always in every agreement; otherwise in some */
    record Clause(String heading, boolean always, List<String> wordings) {}

    Start start(String form) {
        return switch (form) {
            case "mutual" -> mutual;
            case "one-way" -> oneWay;
            default -> letter;
        };
    }

    static AgreementText load() {
        try (InputStream yaml = AgreementText.class.getResourceAsStream("nda.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("the wording of agreements is missing");
            }
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, AgreementText.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
