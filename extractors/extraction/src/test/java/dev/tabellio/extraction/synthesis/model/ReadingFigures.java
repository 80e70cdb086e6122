package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.SourceFile;
import dev.tabellio.extraction.classify.StandardPacketClassifier;
import dev.tabellio.extraction.classify.UprightPacketClassifier;
import dev.tabellio.extraction.llm.ModelRequest;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.llm.tokens.TokenCounter;
import dev.tabellio.extraction.parse.ParseOptions;
import dev.tabellio.extraction.parse.StandardDocumentParser;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.extraction.synthesis.UprightFieldReader;
import dev.tabellio.extraction.synthesis.contract.ContractFieldReader;
import dev.tabellio.extraction.synthesis.taxform.AnchorFieldReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what models are asked over a folder of PDFs, in {@code when-needed} and {@code always}, beside sending the whole
 * text of each file with the whole schema of each of its documents; and what share of it a provider's prompt cache can
 * reuse. Asks nobody. Arguments: folders or files; {@code --long} adds a contract of 100 pages.
 */
final class ReadingFigures {

    private static final DocumentTypes TYPES = DocumentTypes.shipped();
    private static final NeededFields NEEDED = new NeededFields(0.8);

    private final TokenCounter tokens = new TokenCounter();
    private final ModelReader reader = new ModelReader(tokens);
    private final ScriptedAccess access = new ScriptedAccess().says(Tier.SMALL, "");
    private final Map<String, Sums> sums = new TreeMap<>();
    private final List<ModelRequest> needed = new ArrayList<>();
    private final List<ModelRequest> always = new ArrayList<>();

    private static final class Sums {
        private int documents;
        private int asked;
        private long whole;
        private long needed;
        private long always;
        private long output;
    }

    private ReadingFigures() {}

    public static void main(String[] arguments) throws Exception {
        ReadingFigures figures = new ReadingFigures();
        for (String argument : arguments) {
            if (argument.equals("--long")) {
                TypedDocument contract = LongContract.of(100).document();
                figures.count(contract.file(), contract.document(), TYPES.get("nda"), "nda, 100 pages");
                continue;
            }
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(
                                path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                        .sorted()
                        .toList()) {
                    figures.count(file);
                }
            }
        }
        figures.print();
    }

    private void count(Path path) throws Exception {
        try (StandardDocumentParser parser = new StandardDocumentParser(ParseOptions.defaults())) {
            ParsedFile file =
                    parser.parse(new SourceFile("0".repeat(64), "file.pdf", Files.size(path), MediaType.PDF), path);
            List<Document> documents = new UprightPacketClassifier(new StandardPacketClassifier(TYPES))
                    .classify(file)
                    .documents();
            for (Document document : documents) {
                DocumentType type = TYPES.get(document.type());
                count(file, document, type, type.id() + (file.pages().size() > 5 ? ", in a file over 5 pages" : ""));
            }
        } catch (dev.tabellio.document.ProcessingFailure e) {
            System.err.println("not read: a file of " + Files.size(path) + " bytes");
        }
    }

    private void count(ParsedFile file, Document document, DocumentType type, String label) {
        FieldReader fields = new UprightFieldReader(
                type.family().equals("contract") ? new ContractFieldReader() : new AnchorFieldReader());
        ExtractedDocument read = fields.read(file, document, type);
        Sums sum = sums.computeIfAbsent(label, none -> new Sums());
        Set<String> wanted = NEEDED.of(type, read, Set.of());
        List<PlannedCall> some = reader.estimate(new ReadingTask(file, read, type, wanted, FieldCheck.NONE), access);
        List<PlannedCall> all =
                reader.estimate(new ReadingTask(file, read, type, NeededFields.all(type), FieldCheck.NONE), access);
        sum.documents++;
        sum.asked += some.isEmpty() ? 0 : 1;
        sum.needed += some.stream().mapToLong(PlannedCall::inputTokens).sum();
        sum.always += all.stream().mapToLong(PlannedCall::inputTokens).sum();
        sum.output += all.stream().mapToLong(PlannedCall::outputTokens).sum();
        String text = file.pages().stream()
                .flatMap(page -> page.lines().stream().map(page::text))
                .collect(Collectors.joining("\n"));
        sum.whole += tokens.count(type.schema().toString()) + tokens.count(text);
        some.forEach(call -> needed.add(call.request()));
        all.forEach(call -> always.add(call.request()));
    }

    private void print() {
        System.out.printf(
                "%-36s %5s %6s %12s %12s %6s %12s %6s %12s%n",
                "", "docs", "asked", "whole", "when-needed", "share", "always", "share", "always, out");
        sums.forEach((label, sum) -> System.out.printf(
                Locale.ROOT,
                "%-36s %5d %6d %12d %12d %6.3f %12d %6.3f %12d%n",
                label,
                sum.documents,
                sum.asked,
                sum.whole,
                sum.needed,
                sum.needed / (double) sum.whole,
                sum.always,
                sum.always / (double) sum.whole,
                sum.output));
        reusable("when-needed", needed);
        reusable("always", always);
    }

    /** Share of tokens that stand at the beginning of an earlier request. */
    private void reusable(String policy, List<ModelRequest> requests) {
        long all = 0;
        long text = 0;
        long withSchema = 0;
        List<String> before = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        for (ModelRequest request : requests) {
            String schema = request.schema().toString();
            String sent = request.instructions() + "\n" + request.turns().get(0).text();
            int longest = 0;
            int longestSame = 0;
            for (int i = 0; i < before.size(); i++) {
                int common = common(sent, before.get(i));
                longest = Math.max(longest, common);
                longestSame = schemas.get(i).equals(schema) ? Math.max(longestSame, common) : longestSame;
            }
            int ofSchema = tokens.count(schema);
            all += tokens.count(sent) + ofSchema;
            text += tokens.count(sent.substring(0, longest));
            withSchema += longestSame > 0 ? tokens.count(sent.substring(0, longestSame)) + ofSchema : 0;
            before.add(sent);
            schemas.add(schema);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests, %d tokens; reusable where the schema is no part of the prompt %.3f, where it comes first %.3f%n",
                policy,
                requests.size(),
                all,
                text / (double) Math.max(1, all),
                withSchema / (double) Math.max(1, all));
    }

    private static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int i = 0;
        while (i < length && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }
}
