package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * How a type is recognised: the part {@code recognise} of its {@code doctype.yaml}.
 *
 * <pre>{@code
 * recognise:
 *   threshold: 1                 # sum of weights at which a page counts as recognised; 1 if left out
 *   start:                       # what gives away the first page
 *     - {phrase: "Wage and Tax Statement", weight: 0.4}
 *     - {any: ["Wages, tips, other compensation", "Wages, tips, other comp."], weight: 0.3}
 *     - {heading: "(?i)non-?disclosure agreement", weight: 1}
 *     - {phrase: "Confidential Information", at-least: 3, in: document, weight: 0.3}
 *   never: ["Transmittal of Wage and Tax Statements"]
 *   continuation:                # further pages, by their number within the form
 *     2:
 *       - {row: "Form 1040 (####) Page 2", weight: 1}
 *   runs-on: true                # pages follow until the next recognised start or the end of the file
 *   attachment: [CrossIndustryInvoice]   # an XML file with this element at its root makes the whole file one document
 *   ends:                        # one of its pages shows this before another document of the family can start
 *     - {any: ["IN WITNESS WHEREOF"], weight: 1}
 *   instructions:                # pages about the form that hold no values
 *     - {phrase: "Instructions for Employee", weight: 1}
 *   part: [["Form 1099-INT"], ["Interest income"]]   # together they head its part of a statement of several types
 *   instances: [["Wages, tips, other compensation", "Wages, tips, other comp."], ["Social security wages"]]
 * }</pre>
 *
 * Phrases are compared by {@link Wording}: letters and digits only, tolerant of misreadings in recognised text, {@code #}
 * for any digit. They are found within a run of words, wrapped over lines, or along a row; a {@code row} has to begin one. Headings are the short lines
 * of the top half of a page, also two of them joined by a blank; a line that repeats at the same height on the page
 * before is a running header and no heading. {@code instances} lists labels (each a list of wordings) that stand exactly
 * once on one form: where they repeat, several forms share the page.
 *
 * @param continuations evidence by page number within the form, from 2
 * @param ends evidence of a page that ends a document which runs on; empty if any start ends it
 * @param attachments names of the root elements of XML files that come with the document
 * @param part wordings that stand in the head of its part of a statement that holds several types, one of each list; empty
 *     if it is never part of one
 * @param instances wordings of labels that each form has once
 */
record Recognition(
        double threshold,
        List<Evidence> start,
        List<Wording> never,
        Map<Integer, List<Evidence>> continuations,
        boolean runsOn,
        List<String> attachments,
        List<Evidence> ends,
        List<Evidence> instructions,
        List<List<Wording>> part,
        List<List<Wording>> instances) {

    /** @throws IllegalArgumentException naming type, place and cause */
    static Recognition of(DocumentType type) {
        JsonNode node = type.definition().path("recognise");
        String where = "document type %s: doctype.yaml: recognise".formatted(type.id());
        Map<Integer, List<Evidence>> continuations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> page : node.path("continuation").properties()) {
            String place = where + ".continuation." + page.getKey();
            if (!page.getKey().matches("[2-9]|[1-9][0-9]")) {
                throw new IllegalArgumentException(place + ": a continuation page has a number from 2 to 99");
            }
            continuations.put(Integer.valueOf(page.getKey()), evidence(place, page.getValue()));
        }
        double threshold = node.path("threshold").asDouble(1);
        if (!(threshold > 0)) {
            throw new IllegalArgumentException(where + ".threshold: must be above 0");
        }
        return new Recognition(
                threshold,
                evidence(where + ".start", node.path("start")),
                wordings(where + ".never", node.path("never")),
                continuations,
                node.path("runs-on").asBoolean(false),
                node.path("attachment").valueStream().map(JsonNode::asString).toList(),
                evidence(where + ".ends", node.path("ends")),
                evidence(where + ".instructions", node.path("instructions")),
                alternatives(where + ".part", node.path("part")),
                alternatives(where + ".instances", node.path("instances")));
    }

    private static List<List<Wording>> alternatives(String where, JsonNode list) {
        List<List<Wording>> all = new ArrayList<>();
        for (JsonNode wordings : list) {
            all.add(wordings(where, wordings));
        }
        return List.copyOf(all);
    }

    private static List<Evidence> evidence(String where, JsonNode list) {
        List<Evidence> all = new ArrayList<>();
        for (JsonNode item : list) {
            all.add(evidence(where, all.size(), item));
        }
        all.sort(Comparator.comparingInt(Recognition::cost));
        return List.copyOf(all);
    }

    /** Cheap evidence first: where it is missing, the dear one need not be looked for. */
    private static int cost(Evidence evidence) {
        if (evidence.wholeDocument()) {
            return 2;
        }
        return evidence.heading().isPresent() ? 1 : 0;
    }

    private static Evidence evidence(String where, int index, JsonNode item) {
        String place = "%s[%d]".formatted(where, index);
        List<Wording> wordings = new ArrayList<>(wordings(place + ".any", item.path("any")));
        wordings.addAll(wordings(place + ".phrase", item.path("phrase")));
        wordings.addAll(wordings(place + ".row", item.path("row")));
        Optional<Pattern> heading = Optional.empty();
        if (item.has("heading")) {
            try {
                heading = Optional.of(Pattern.compile(item.path("heading").asString("")));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(place + ".heading: " + e.getMessage(), e);
            }
        }
        if (wordings.isEmpty() == heading.isEmpty()) {
            throw new IllegalArgumentException(place + ": needs one of 'phrase', 'any', 'row' and 'heading'");
        }
        double weight = item.path("weight").asDouble(Double.NaN);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException(place + ".weight: is missing or not a number");
        }
        String in = item.path("in").asString("page");
        if (!in.equals("page") && !in.equals("document")) {
            throw new IllegalArgumentException(place + ".in: is 'page' or 'document', not '%s'".formatted(in));
        }
        return new Evidence(
                wordings,
                item.has("row"),
                heading,
                weight,
                item.path("at-least").asInt(1),
                in.equals("document"));
    }

    private static List<Wording> wordings(String where, JsonNode node) {
        List<Wording> wordings = new ArrayList<>();
        try {
            if (node.isString()) {
                wordings.add(Wording.of(node.asString()));
            }
            for (JsonNode text : node) {
                wordings.add(Wording.of(text.asString("")));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        return List.copyOf(wordings);
    }
}
