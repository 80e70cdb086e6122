package dev.tabellio.jobs.doctypes;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.SyntaxError;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Checks the folder of a document type. Safe for all threads. */
public final class DoctypeCheck {

    private static final Set<String> KINDS = Set.of("text", "amount", "date", "identifier", "flag");
    private static final String DEFINITION = "doctype.yaml";
    private static final String SCHEMA = "schema.json";

    private final List<StageCheck> stages;

    /** @param stages asked once the files are well-formed, in the order of the spine */
    public DoctypeCheck(List<StageCheck> stages) {
        this.stages = List.copyOf(stages);
    }

    /** Everything that is wrong with a folder; empty if nothing is. */
    public List<Problem> check(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(new Problem("", 0, folder + " is not a folder"));
        }
        List<Problem> problems = new ArrayList<>();
        checkSyntax(folder, problems);
        for (String needed : List.of(DEFINITION, SCHEMA)) {
            if (!Files.exists(folder.resolve(needed))) {
                problems.add(new Problem(needed, 0, "is missing"));
            }
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        DocumentType type;
        try {
            type = DocumentTypes.load(folder.toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            return Problem.of(e);
        }
        problems.addAll(check(type));
        return problems;
    }

    /** Everything that is wrong with a type whose files are well-formed. */
    public List<Problem> check(DocumentType type) {
        List<Problem> problems = new ArrayList<>();
        LineIndex schemaLines = new LineIndex(SCHEMA, type.file(SCHEMA).orElse("{}"));
        LineIndex definitionLines =
                new LineIndex(DEFINITION, type.file(DEFINITION).orElse("{}"));
        checkSchema(type, schemaLines, problems);
        List<SchemaLeaf> leaves = SchemaLeaf.of(type.schema());
        checkLeaves(leaves, schemaLines, problems);
        JsonNode definition = type.definition();
        for (String place : List.of("/identity/key", "/identity/optional", "/identity/varies", "/required")) {
            checkPointers(definition.at(place), place, leaves, definitionLines, problems);
        }
        if (problems.isEmpty()) {
            for (StageCheck stage : stages) {
                try {
                    stage.check(type);
                } catch (IllegalArgumentException e) {
                    problems.addAll(Problem.of(e));
                }
            }
        }
        return problems;
    }

    private static void checkSyntax(Path folder, List<Problem> problems) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            problems.add(new Problem("", 0, "the folder cannot be read: " + e.getMessage()));
            return;
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            try {
                String text = Files.readString(file);
                if (name.endsWith(".yaml") || name.endsWith(".json")) {
                    var unused = new LineIndex(name, text);
                }
            } catch (MalformedInputException e) {
                problems.add(new Problem(name, 0, "is not UTF-8 text; a type's folder holds text files only"));
            } catch (IOException e) {
                problems.add(new Problem(name, 0, "cannot be read: " + e.getMessage()));
            } catch (JacksonException e) {
                SyntaxError error = SyntaxError.of(e);
                problems.add(new Problem(name, error.line(), error.says()));
            }
        }
    }

    private static void checkSchema(DocumentType type, LineIndex lines, List<Problem> problems) {
        String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
        String declared = type.schema().path("$schema").asString("");
        if (!declared.equals(dialect)) {
            problems.add(new Problem(SCHEMA, lines.line("/$schema"), "$schema must be \"" + dialect + "\""));
        }
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(dialect));
        for (Error error : metaschema.validate(type.schema().toString(), InputFormat.JSON)) {
            String pointer = error.getInstanceLocation().toString();
            problems.add(new Problem(SCHEMA, lines.line(pointer), "%s: %s".formatted(pointer, error.getMessage())));
        }
    }

    private static void checkLeaves(List<SchemaLeaf> leaves, LineIndex lines, List<Problem> problems) {
        if (leaves.isEmpty()) {
            problems.add(new Problem(SCHEMA, 1, "declares no fields"));
        }
        for (SchemaLeaf leaf : leaves) {
            int line = lines.line(leaf.place());
            if (!KINDS.contains(leaf.kind())) {
                problems.add(new Problem(
                        SCHEMA,
                        line,
                        "%s: x-tabellio-kind is '%s', but must be text, amount, date, identifier or flag"
                                .formatted(leaf.pattern(), leaf.kind())));
            }
            String expected = leaf.kind().equals("flag") ? "boolean" : "string";
            if (!leaf.schema().path("type").asString("").equals(expected)) {
                problems.add(new Problem(
                        SCHEMA, line, "%s: type must be \"%s\" for this kind".formatted(leaf.pattern(), expected)));
            }
            if (leaf.description().isBlank()) {
                problems.add(new Problem(
                        SCHEMA, line, leaf.pattern() + ": description is missing (the document's own words)"));
            }
        }
    }

    private static void checkPointers(
            JsonNode list, String place, List<SchemaLeaf> leaves, LineIndex lines, List<Problem> problems) {
        for (int i = 0; i < list.size(); i++) {
            String pointer = list.get(i).asString("");
            if (leaves.stream().noneMatch(leaf -> leaf.matches(pointer))) {
                problems.add(new Problem(
                        DEFINITION,
                        lines.line(place + "/" + i),
                        "%s names '%s', which schema.json does not declare"
                                .formatted(place.substring(1).replace('/', '.'), pointer)));
            }
        }
    }
}
