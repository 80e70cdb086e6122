package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import dev.tabellio.extraction.text.Letters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what share of labelled clauses is among the lines that a model is shown. Arguments: a folder with CUAD's
 * {@code spans.jsonl} and documents, then {@code always} (all fields at once) or {@code each} (every field by itself).
 */
final class RetrievalRecall {

    private RetrievalRecall() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean each = arguments.length > 1 && arguments[1].equals("each");
        DocumentType type = DocumentTypes.shipped().get("contract");
        FieldSet all = FieldSet.of(type).asked();
        Map<String, String> patternOf = new TreeMap<>();
        for (String pattern : all.patterns()) {
            String name = pattern.replaceAll("/Clauses/|/\\*/.*", "").replace("/", "");
            patternOf.putIfAbsent(key(name), pattern);
        }
        patternOf.put("documentname", "/Title");
        patternOf.put("governinglaw", "/Jurisdictions/*/Clause");
        patternOf.put("expirationdate", "/Clauses/Expiration/*/Text");
        patternOf.put("renewalterm", "/Clauses/Renewal/*/Text");
        patternOf.put("noticeperiodtoterminaterenewal", "/Clauses/Renewal/*/Text");
        patternOf.put("rofrroforofn", "/Clauses/RightOfFirstRefusal/*/Text");
        patternOf.put("unlimitedallyoucaneatlicense", "/Clauses/UnlimitedLicense/*/Text");
        TokenCounter tokens = new TokenCounter();
        Map<String, int[]> byField = new TreeMap<>();
        int[] total = new int[4];
        long whole = 0;
        long shownTokens = 0;
        int longOnes = 0;
        try (StandardDocumentParser parser = new StandardDocumentParser(ParseOptions.defaults())) {
            for (String line : Files.readAllLines(folder.resolve("spans.jsonl"))) {
                JsonNode contract = JsonMapper.shared().readTree(line);
                Path pdf = folder.resolve(contract.path("pdf").asString());
                ParsedFile file = parser.parse(
                        new SourceFile("0".repeat(64), "contract.pdf", Files.size(pdf), MediaType.PDF), pdf);
                Document document = new Document(
                        "0123456789abcdef",
                        file.sha256(),
                        type.id(),
                        "1",
                        file.pages().stream()
                                .map(page -> new PageArea(page.number(), page.bounds()))
                                .toList(),
                        List.of());
                NumberedText text = NumberedText.of(file, document);
                ShownLines lines = new ShownLines(text, true, tokens, 100_000, Optional.empty());
                if (lines.isShort()) {
                    continue;
                }
                longOnes++;
                whole += tokens.count(text.shown(text.lines()));
                Map<String, Set<NumberedLine>> shown = new TreeMap<>();
                if (each) {
                    for (AskedField field : all.fields()) {
                        List<NumberedLine> some = lines.of(all.only(Set.of(field.pattern())));
                        shown.put(field.pattern(), new HashSet<>(some));
                        shownTokens += tokens.count(text.shown(some));
                    }
                } else {
                    for (FieldSet group : FieldGroups.of(all)) {
                        List<NumberedLine> some = lines.of(group);
                        group.patterns().forEach(pattern -> shown.put(pattern, new HashSet<>(some)));
                        shownTokens += tokens.count(text.shown(some));
                    }
                }
                StringBuilder letters = new StringBuilder();
                List<NumberedLine> lineOf = new ArrayList<>();
                for (NumberedLine one : text.lines()) {
                    String compact = Letters.compact(one.text());
                    letters.append(compact);
                    for (int i = 0; i < compact.length(); i++) {
                        lineOf.add(one);
                    }
                }
                Map<String, Boolean> found = new TreeMap<>();
                Map<String, String> shownLetters = new TreeMap<>();
                shown.forEach((pattern, some) -> shownLetters.put(
                        pattern,
                        Letters.compact(text.lines().stream()
                                .filter(some::contains)
                                .map(NumberedLine::text)
                                .collect(Collectors.joining()))));
                for (JsonNode label : contract.path("labels")) {
                    String pattern = patternOf.get(key(label.path("category").asString()));
                    if (pattern == null) {
                        throw new IllegalStateException(label.path("category").asString());
                    }
                    String wanted = Letters.compact(label.path("text").asString());
                    int at = wanted.length() < 8 ? -1 : letters.indexOf(wanted);
                    if (at < 0) {
                        total[2]++;
                        continue;
                    }
                    int seen = 0;
                    for (int i = at; i < at + wanted.length(); i++) {
                        seen += shown.get(pattern).contains(lineOf.get(i)) ? 1 : 0;
                    }
                    int hit = seen * 10 >= wanted.length() * 9
                                    || shownLetters.get(pattern).contains(wanted)
                            ? 1
                            : 0;
                    found.merge(pattern, hit == 1, Boolean::logicalOr);
                    total[0] += hit;
                    total[1]++;
                    int[] counts = byField.computeIfAbsent(pattern, none -> new int[4]);
                    counts[0] += hit;
                    counts[1]++;
                }
                found.forEach((pattern, any) -> {
                    byField.get(pattern)[2] += any ? 1 : 0;
                    byField.get(pattern)[3]++;
                });
            }
        }
        byField.forEach((pattern, counts) -> System.out.printf(
                Locale.ROOT,
                "%-36s clauses %3d of %3d   contracts %3d of %3d%n",
                pattern,
                counts[0],
                counts[1],
                counts[2],
                counts[3]));
        int any = byField.values().stream().mapToInt(counts -> counts[2]).sum();
        int asked = byField.values().stream().mapToInt(counts -> counts[3]).sum();
        System.out.printf(
                Locale.ROOT, "at least one clause of a field in a contract: %.4f of %d%n", any / (double) asked, asked);
        System.out.printf(
                Locale.ROOT,
                "%d long contracts, %d clauses located (%d not): %.4f shown; %d of %d tokens (%.3f)%n",
                longOnes,
                total[1],
                total[2],
                total[0] / (double) total[1],
                shownTokens,
                whole,
                shownTokens / (double) whole);
    }

    private static String key(String name) {
        return Letters.compact(name);
    }
}
