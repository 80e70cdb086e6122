package dev.tabellio.extraction.synthesis.contract;

import dev.tabellio.doctype.DocumentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words and phrases of a contract type's {@code anchors.yaml}.
 *
 * @param titleWords a heading with one of them is the title
 * @param roles words that name a role and no party
 * @param partyRoles defined terms that parties are called by
 * @param noise small words before a party's name
 * @param clauses by category, in the order of the file: what its sentences say
 * @param values what else the type declares, in the order of the file
 * @param employment phrases after which a one-sided agreement names the company
 */
record ContractAnchors(
        List<Phrase> titleWords,
        Set<String> roles,
        Set<String> partyRoles,
        Set<String> noise,
        List<Phrase> employment,
        DateAnchors effectiveDate,
        PhraseScore term,
        PhraseScore governingLaw,
        Map<String, PhraseScore> clauses,
        List<StatedValueReader.Wanted> values) {

    ContractAnchors {
        titleWords = List.copyOf(titleWords);
        employment = List.copyOf(employment);
        clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
        values = List.copyOf(values);
    }

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * What leads to the date on which a contract takes effect.
     *
     * @param defined names of the date as a defined term
     * @param before phrases that end right before it
     * @param made phrases that end right before it in the sentence that names the parties
     * @param signed phrases of the sentence before the signatures
     * @param begins whether the day on which the term begins is the effective date, and no field of its own
     */
    record DateAnchors(
            List<Phrase> defined, List<Phrase> before, List<Phrase> made, List<Phrase> signed, boolean begins) {}

    /** @throws IllegalArgumentException naming type, file and cause if the file is missing or wrong */
    static ContractAnchors of(DocumentType type) {
        String text = type.file("anchors.yaml")
                .orElseThrow(() ->
                        new IllegalArgumentException("document type %s: anchors.yaml is missing".formatted(type.id())));
        try {
            return of(YAML.readTree(text));
        } catch (JacksonException e) {
            throw wrong(type, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw wrong(type, String.valueOf(e.getMessage()), e);
        }
    }

    private static ContractAnchors of(JsonNode root) {
        JsonNode parties = root.path("parties");
        JsonNode date = root.path("effectiveDate");
        return new ContractAnchors(
                phrases(root.path("title").path("words"), "title.words"),
                words(parties.path("roles"), "parties.roles"),
                words(parties.path("partyRoles"), "parties.partyRoles"),
                words(parties.path("noise"), "parties.noise"),
                phrases(parties.path("employment"), "parties.employment"),
                new DateAnchors(
                        phrases(date.path("defined"), "effectiveDate.defined"),
                        phrases(date.path("before"), "effectiveDate.before"),
                        phrases(date.path("made"), "effectiveDate.made"),
                        phrases(date.path("signed"), "effectiveDate.signed"),
                        date.path("begins").asBoolean(true)),
                score(root.path("term"), "term"),
                score(root.path("governingLaw"), "governingLaw"),
                clauses(root.path("clauses")),
                values(root.path("values")));
    }

    private static Map<String, PhraseScore> clauses(JsonNode node) {
        Map<String, PhraseScore> clauses = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> clauses.put(entry.getKey(), loose(entry.getValue(), "clauses." + entry.getKey())));
        return clauses;
    }

    private static List<StatedValueReader.Wanted> values(JsonNode node) {
        List<StatedValueReader.Wanted> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = "values." + entry.getKey();
            String kind = entry.getValue().path("kind").asString("");
            if (Arrays.stream(StatedValueReader.Kind.values())
                    .noneMatch(known -> known.name().equalsIgnoreCase(kind))) {
                throw new IllegalArgumentException(
                        "'%s.kind' is '%s'; known: amount, date, duration, rate, words, passage".formatted(name, kind));
            }
            values.add(new StatedValueReader.Wanted(
                    entry.getKey(),
                    StatedValueReader.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    loose(entry.getValue(), name),
                    optional(entry.getValue().path("before")),
                    optional(entry.getValue().path("after")),
                    entry.getValue().path("beside").asString("").equals("required")));
        }
        return values;
    }

    /** A score whose lists may be left out. */
    private static PhraseScore loose(JsonNode node, String name) {
        if (!node.path("threshold").isNumber()) {
            throw new IllegalArgumentException("'%s.threshold' must be a number".formatted(name));
        }
        return new PhraseScore(
                optional(node.path("for")),
                optional(node.path("headings")),
                optional(node.path("against")),
                node.path("threshold").asDouble());
    }

    private static List<Phrase> optional(JsonNode list) {
        return list.isEmpty() ? List.of() : phrases(list, "");
    }

    boolean isRole(String name) {
        return roles.contains(name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replaceAll("\\s+", " "));
    }

    /** Whether a defined term is one that parties are called by. */
    boolean isPartyRole(String term) {
        return partyRoles.contains(term.toLowerCase(Locale.ROOT)
                .replaceAll("^(?:the|an?) ", "")
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .strip());
    }

    boolean isNoise(String word) {
        return noise.contains(word);
    }

    private static PhraseScore score(JsonNode node, String name) {
        if (!node.path("threshold").isNumber()) {
            throw new IllegalArgumentException("'%s.threshold' must be a number".formatted(name));
        }
        return new PhraseScore(
                phrases(node.path("for"), name + ".for"),
                phrases(node.path("headings"), name + ".headings"),
                phrases(node.path("against"), name + ".against"),
                node.path("threshold").asDouble());
    }

    private static List<Phrase> phrases(JsonNode list, String name) {
        List<Phrase> phrases = new ArrayList<>();
        for (JsonNode entry : required(list, name)) {
            phrases.add(
                    entry.isObject()
                            ? Phrase.anyOf(wordings(entry), entry.path("weight").asDouble(0))
                            : Phrase.of(entry.asString(""), 1));
        }
        return phrases;
    }

    /** {@code phrase}, or {@code any} with several of them. */
    private static List<String> wordings(JsonNode entry) {
        return entry.has("any")
                ? entry.path("any").valueStream().map(JsonNode::asString).toList()
                : List.of(entry.path("phrase").asString(""));
    }

    private static Set<String> words(JsonNode list, String name) {
        return required(list, name)
                .valueStream()
                .map(entry -> entry.asString("").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JsonNode required(JsonNode list, String name) {
        if (!list.isArray() || list.isEmpty()) {
            throw new IllegalArgumentException("'%s' must be a list with at least one entry".formatted(name));
        }
        return list;
    }

    private static IllegalArgumentException wrong(DocumentType type, String cause, Exception e) {
        return new IllegalArgumentException("document type %s: anchors.yaml: %s".formatted(type.id(), cause), e);
    }
}
