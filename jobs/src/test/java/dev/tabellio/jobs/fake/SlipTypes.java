package dev.tabellio.jobs.fake;

import dev.tabellio.doctype.DocumentTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Three small document types: slips, returns whose wages are the sum of the slips of the same owner, and deeds, which are
 * contracts.
 */
public final class SlipTypes {

    private SlipTypes() {}

    private static final String DOCTYPE = """
            title: Test type
            version: "1"
            family: %s
            identity:
              key: [/Owner, /Number]
              optional: []
              varies: [/Copy]
            required: [/Owner]
            """;

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "Owner": {"type": "string", "x-tabellio-kind": "text"},
              "Number": {"type": "string", "x-tabellio-kind": "identifier"},
              "Copy": {"type": "string", "x-tabellio-kind": "text"},
              "Wages": {"type": "string", "x-tabellio-kind": "amount"},
              "States": {"type": "array", "items": {"type": "object", "properties": {
                "State": {"type": "string", "x-tabellio-kind": "text"},
                "Tax": {"type": "string", "x-tabellio-kind": "amount"}}}}}}
            """;

    private static final String RULES = """
            tieOut:
              - id: return.wages
                severity: error
                says: "the wages ({Wages}) are the sum over {count(slips)} slips ({slips.Wages})"
                join:
                  type: slip
                  as: slips
                  on: other.Owner = Owner
                expression: Wages = sum(slips.Wages)
                examples:
                  satisfied: [{Owner: Ann, Wages: 3, slips: [{Owner: Ann, Wages: 3}]}]
                  edge: [{Owner: Ann, Wages: 3, slips: [{Owner: Ann, Wages: 1}, {Owner: Ann, Wages: 2}]}]
                  violated: [{Owner: Ann, Wages: 3.01, slips: [{Owner: Ann, Wages: 3}]}]
                  notApplicable: [{Owner: Ann, Wages: 3, slips: [{Owner: Ben, Wages: 3}]}]
            """;

    /** Writes the types into a user's folder and loads them. */
    public static DocumentTypes in(Path folder) {
        try {
            write(folder.resolve("slip"), "fake", "");
            write(folder.resolve("return"), "fake", RULES);
            write(folder.resolve("deed"), "contract", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DocumentTypes.withUserFolder(folder);
    }

    private static void write(Path type, String family, String rules) throws IOException {
        Files.createDirectories(type);
        Files.writeString(type.resolve("doctype.yaml"), DOCTYPE.formatted(family));
        Files.writeString(type.resolve("schema.json"), SCHEMA);
        if (!rules.isEmpty()) {
            Files.writeString(type.resolve("rules.yaml"), rules);
        }
    }
}
