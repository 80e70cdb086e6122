package dev.tabellio.extraction.llm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a provider's key is. The key itself is read when a model is opened and never kept in a record, log or message. */
public sealed interface ApiKey {

    /** No key: servers on this machine. */
    record None() implements ApiKey {}

    /** An environment variable. */
    record Variable(String name) implements ApiKey {}

    /** The first line of a file. */
    record InFile(Path path) implements ApiKey {}

    /**
     * What is missing, as a sentence for the operator; empty if the key can be read. Asks nobody.
     *
     * @param environment the process's variables
     */
    default Optional<String> missing(Map<String, String> environment) {
        if (this instanceof Variable variable) {
            return environment.getOrDefault(variable.name(), "").isBlank()
                    ? Optional.of("the environment variable " + variable.name() + " is not set")
                    : Optional.empty();
        }
        if (this instanceof InFile file) {
            try {
                return firstLine(file.path()).isEmpty()
                        ? Optional.of("the key file " + file.path() + " has no first line")
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.of("the key file " + file.path() + " can not be read");
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Path path) throws IOException {
        return Files.readString(path).lines().findFirst().orElse("").strip();
    }

    /**
     * The key, empty if there is none to have.
     *
     * @throws ModelFailure UNAUTHORISED if it is missing
     */
    default String read(Map<String, String> environment) {
        Optional<String> missing = missing(environment);
        if (missing.isPresent()) {
            throw new ModelFailure(ModelFailure.Kind.UNAUTHORISED, missing.get(), Optional.empty(), null);
        }
        try {
            return this instanceof Variable variable
                    ? environment.getOrDefault(variable.name(), "").strip()
                    : this instanceof InFile file ? firstLine(file.path()) : "";
        } catch (IOException e) {
            throw new ModelFailure(ModelFailure.Kind.UNAUTHORISED, "the key file can not be read", Optional.empty(), e);
        }
    }
}
