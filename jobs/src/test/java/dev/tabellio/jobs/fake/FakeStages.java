package dev.tabellio.jobs.fake;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.DataCitation;
import dev.tabellio.document.Document;
import dev.tabellio.document.ExtractedDocument;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.FieldValue;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.MediaType;
import dev.tabellio.document.Origin;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.PageUse;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.ProcessingFailure.PermanentFailure;
import dev.tabellio.document.ProcessingFailure.Refusal;
import dev.tabellio.document.ProcessingFailure.StopTheRun;
import dev.tabellio.document.ProcessingFailure.TransientFailure;
import dev.tabellio.document.SourceFile;
import dev.tabellio.document.TextLine;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.admission.Admission;
import dev.tabellio.extraction.classify.PacketClassifier;
import dev.tabellio.extraction.corroboration.NoSecondReader;
import dev.tabellio.extraction.llm.LanguageModel;
import dev.tabellio.extraction.llm.Tier;
import dev.tabellio.extraction.parse.DocumentParser;
import dev.tabellio.extraction.synthesis.CopyMerger;
import dev.tabellio.extraction.synthesis.FieldReader;
import dev.tabellio.jobs.process.FileBytes;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.process.Trial;
import dev.tabellio.jobs.store.DerivationKey;
import dev.tabellio.reconciliation.Reconciler;
import dev.tabellio.reconciliation.TieOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stages over text files: {@code ---} on a line of its own separates pages; a page is {@code type} on its first line, then
 * {@code Key: value} lines. A line that starts with {@code %} is hidden; one that starts with {@code !} misbehaves: see
 * {@link #misbehave}. {@code Key: printed <stated>} is a value that embedded data states and the page prints, otherwise or not
 * at all.
 *
 * <p>What is parsed is written down in a journal file, which outlives the process.
 */
public final class FakeStages {

    /** What a page prints, if anything, and what embedded data states. */
    private static final Pattern STATED = Pattern.compile("(.*?) ?<(.+)>");

    private final Path journal;
    private final long millis;

    private FakeStages(Path journal, long millis) {
        this.journal = journal;
        this.millis = millis;
    }

    /** @param journal gets a line {@code stage path} for each call @param millis that parsing takes */
    public static Stages of(
            DocumentTypes types, Path journal, long millis, Trial trial, Map<Tier, LanguageModel> models) {
        FakeStages fake = new FakeStages(journal, millis);
        return new Stages(
                types,
                fake::admit,
                fake.new Parser(),
                fake.new Classifier(),
                List.of(fake.new Reader()),
                new CopyMerger(types),
                new NoSecondReader(),
                new Reconciler(types),
                new TieOut(types),
                trial,
                models);
    }

    private Admission admit(Path path) {
        try {
            String sha256 = FileBytes.sha256(path);
            long bytes = Files.size(path);
            if (bytes == 0) {
                return new Admission.Refused(sha256, bytes, Admission.Reason.EMPTY, "The file is empty (0 bytes).");
            }
            return new Admission.Admitted(sha256, bytes, MediaType.PDF, 1);
        } catch (IOException e) {
            throw new TransientFailure("cannot be read", e);
        }
    }

    private void note(String stage, String path) {
        try {
            Files.writeString(journal, stage + " " + path + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void misbehave(String line, String path) {
        switch (line) {
            case "!refuse" -> throw new Refusal("refused for a test", null);
            case "!permanent" -> throw new PermanentFailure("failed for a test", null);
            case "!unexpected" -> throw new IllegalStateException("a bug");
            case "!overflow" -> overflow(1);
            case "!memory" -> throw new OutOfMemoryError("for a test");
            case "!stop" -> throw new StopTheRun("the disk is full", null);
            case "!crash" -> Runtime.getRuntime().halt(99);
            case "!transient" -> throw new TransientFailure("always busy", null);
            case "!once" -> onlyOnce(path);
            case "!slow" -> pause(2_000);
            default -> throw new IllegalArgumentException(line);
        }
    }

    /** Busy the first time. */
    private void onlyOnce(String path) {
        try {
            if (Files.readString(journal)
                            .lines()
                            .filter(("parse " + path)::equals)
                            .count()
                    == 1) {
                throw new TransientFailure("busy once", null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int overflow(int depth) {
        return depth == Integer.MAX_VALUE ? 0 : overflow(depth + 1) + 1;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Parser implements DocumentParser {
        @Override
        public ParsedFile parse(SourceFile file, Path path) {
            note("parse", file.path());
            pause(millis);
            try {
                List<Page> pages = new ArrayList<>();
                List<HiddenText> hidden = new ArrayList<>();
                for (String text : Files.readString(path).split("---\n", -1)) {
                    text.lines().filter(line -> line.startsWith("!")).forEach(line -> misbehave(line, file.path()));
                    pages.add(page(pages.size() + 1, text));
                    text.lines()
                            .filter(line -> line.startsWith("%"))
                            .forEach(line -> hidden.add(
                                    new HiddenText(pages.size(), HiddenText.Why.TINY, line.substring(1), null)));
                }
                return new ParsedFile(file.sha256(), pages, hidden);
            } catch (IOException e) {
                throw new TransientFailure(path + " cannot be read: " + e, e);
            }
        }

        private static Page page(int number, String text) {
            if (text.startsWith("damaged")) {
                return Page.failed(number, 612, 792, "damaged for a test");
            }
            List<Word> words = new ArrayList<>();
            List<TextLine> lines = new ArrayList<>();
            List<String> shown =
                    text.lines().filter(line -> !line.matches("[!%].*")).toList();
            double height = Math.min(10, 780.0 / Math.max(1, shown.size()));
            for (String line : shown) {
                double top = height * lines.size();
                BoundingBox box = new BoundingBox(10, top, 100, top + 0.9 * height);
                words.add(new Word(line, box, Origin.TEXT_LAYER, 1));
                lines.add(new TextLine(box, List.of(words.size() - 1)));
            }
            return new Page(
                    number,
                    612,
                    792,
                    PageReading.TEXT_LAYER,
                    words,
                    lines,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }

        @Override
        public String version() {
            return "fake-1";
        }

        @Override
        public void close() {}
    }

    private final class Classifier implements PacketClassifier {
        @Override
        public Classification classify(ParsedFile file) {
            List<Document> documents = new ArrayList<>();
            List<PageUse> uses = new ArrayList<>();
            for (Page page : file.pages()) {
                String first =
                        page.lines().isEmpty() ? "" : page.text(page.lines().get(0));
                if (page.reading() == PageReading.FAILED) {
                    uses.add(new PageUse(page.number(), PageUse.Kind.FAILED, String.valueOf(page.failure())));
                } else if (List.of("slip", "return", "deed").contains(first)) {
                    uses.add(new PageUse(page.number(), PageUse.Kind.DOCUMENT, first));
                    documents.add(new Document(
                            DerivationKey.digest(file.sha256() + page.number()).substring(0, 16),
                            file.sha256(),
                            first,
                            "1",
                            List.of(new PageArea(page.number(), page.bounds())),
                            List.of()));
                } else {
                    uses.add(new PageUse(page.number(), PageUse.Kind.UNKNOWN, "unknown"));
                }
            }
            return new Classification(documents, uses);
        }

        @Override
        public String version() {
            return "fake-1";
        }
    }

    private final class Reader implements FieldReader {
        @Override
        public boolean reads(DocumentType type) {
            return type.family().equals("fake") || type.family().equals("contract");
        }

        @Override
        public ExtractedDocument read(ParsedFile file, Document document, DocumentType type) {
            Page page = file.page(document.pages().get(0));
            Map<String, ExtractedField> fields = new LinkedHashMap<>();
            for (TextLine line : page.lines()) {
                String[] parts = page.text(line).split(": ", 2);
                if (parts.length == 2 && parts[0].equals("Broken")) {
                    throw new PermanentFailure("the document is broken", null);
                }
                if (parts.length == 2) {
                    fields.put("/" + parts[0], field(parts[0], parts[1], page.number(), line.box()));
                }
            }
            note("read", document.id());
            return new ExtractedDocument(document, fields);
        }

        private static ExtractedField field(String key, String text, int page, BoundingBox box) {
            Matcher stated = STATED.matcher(text);
            String printed = stated.matches() ? stated.group(1) : text;
            String value = stated.matches() ? stated.group(2) : text;
            Citation place = new Citation(page, box, printed, Origin.TEXT_LAYER, Citation.Status.VERIFIED);
            return new ExtractedField.Cited(
                    value(key, value),
                    printed.equals(value) ? List.of(place) : List.of(),
                    1,
                    "fake",
                    printed.isEmpty() || printed.equals(value)
                            ? List.of()
                            : List.of(new Corroboration(Corroboration.By.PAGE, printed, false)),
                    stated.matches() ? List.of(new DataCitation("data.xml", "/slip/" + key, value)) : List.of());
        }

        private static FieldValue value(String key, String text) {
            return switch (key) {
                case "Wages" -> new FieldValue.Amount(new BigDecimal(text), "USD");
                case "Number" -> new FieldValue.Identifier(text);
                default ->
                    key.endsWith("/Tax")
                            ? new FieldValue.Amount(new BigDecimal(text), "USD")
                            : new FieldValue.Text(text);
            };
        }

        @Override
        public void check(DocumentType type) {}

        @Override
        public String version() {
            return "fake-1";
        }
    }
}
