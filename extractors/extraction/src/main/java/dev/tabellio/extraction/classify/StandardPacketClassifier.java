package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.text.Letters;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Splits a packet by what the types declare in {@code recognise}; see {@link Recognition} for the format. */
public final class StandardPacketClassifier implements PacketClassifier {

    /** Raised with every change that may alter a result. */
    private static final String VERSION = "6";

    /** The longest title of an unknown page that the account of pages shows. */
    private static final int TITLE_LENGTH = 80;

    private final Map<DocumentType, Recognition> recognitions;
    private final String version;

    /** @throws IllegalArgumentException naming type, place and cause if a type's {@code recognise} is wrong */
    public StandardPacketClassifier(DocumentTypes types) {
        Map<DocumentType, Recognition> all = new LinkedHashMap<>();
        types.all().stream()
                .sorted(Comparator.comparing(DocumentType::id))
                .forEach(type -> all.put(type, Recognition.of(type)));
        this.recognitions = all;
        this.version = VERSION + "-" + digest(all.keySet());
    }

    /**
     * Checks how a type is recognised.
     *
     * @throws IllegalArgumentException naming type, place and cause if its {@code recognise} is wrong
     */
    public static void check(DocumentType type) {
        var unused = Recognition.of(type);
    }

    @Override
    public Classification classify(ParsedFile file) {
        Optional<DocumentType> attached = attached(file);
        if (attached.isPresent()) {
            return whole(file, attached.get());
        }
        List<PageText> texts = file.pages().stream().map(PageText::of).toList();
        PacketAssembler packet = new PacketAssembler(file.sha256());
        StatementParts parts = new StatementParts(recognitions);
        for (Page page : file.pages()) {
            packet.add(page.number(), page.bounds(), verdict(page, texts, parts), ended(page, texts));
        }
        return packet.finish(file.pages().stream().map(Page::bounds).toList());
    }

    @Override
    public String version() {
        return version;
    }

    private PageVerdict verdict(Page page, List<PageText> texts, StatementParts parts) {
        if (page.reading() == PageReading.FAILED) {
            return new PageVerdict.Failed(Optional.ofNullable(page.failure()).orElse(""));
        }
        PageText text = texts.get(page.number() - 1);
        if (page.reading() == PageReading.BLANK || isBlank(text)) {
            return new PageVerdict.Blank();
        }
        Optional<PageVerdict.Start> statement = parts.on(page, text);
        if (statement.isPresent()) {
            return statement.get();
        }
        List<PageVerdict.Found> starts = starts(page, texts);
        if (!starts.isEmpty()) {
            parts.documentStarts(page.number());
            return new PageVerdict.Start(starts, List.of());
        }
        PageHeadings headings = new PageHeadings(text, page.height(), Optional.empty());
        Optional<PageVerdict.Continuation> continuation = continuation(text, headings);
        if (continuation.isPresent()) {
            return continuation.get();
        }
        for (Map.Entry<DocumentType, Recognition> type : recognitions.entrySet()) {
            if (Recogniser.weigh(type.getValue(), type.getValue().instructions(), text, List.of(), headings) >= 1) {
                List<PageVerdict.Found> beside = Entries.on(text) ? besideInstructions(page, texts) : List.of();
                if (!beside.isEmpty()) {
                    parts.documentStarts(page.number());
                    return new PageVerdict.Start(beside, List.of());
                }
                return new PageVerdict.Instructions(
                        "instructions for " + type.getKey().title());
            }
        }
        return new PageVerdict.Unclaimed(title(text));
    }

    /** The type that an XML file inside the file gives away. */
    private Optional<DocumentType> attached(ParsedFile file) {
        for (Map.Entry<DocumentType, Recognition> entry : recognitions.entrySet()) {
            for (String root : entry.getValue().attachments()) {
                if (file.attachments().stream().anyMatch(attachment -> XmlRoot.is(root, attachment.text()))) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private static Classification whole(ParsedFile file, DocumentType type) {
        PacketAssembler packet = new PacketAssembler(file.sha256());
        for (Page page : file.pages()) {
            PageVerdict verdict = page.number() == 1
                    ? new PageVerdict.Start(
                            List.of(PageVerdict.Found.alone(type, true, false, page.bounds())), List.of())
                    : new PageVerdict.Unclaimed("");
            packet.add(page.number(), page.bounds(), verdict, Set.of());
        }
        return packet.finish(file.pages().stream().map(Page::bounds).toList());
    }

    /** The types whose documents can end on a page. */
    private Set<DocumentType> ended(Page page, List<PageText> texts) {
        PageText text = texts.get(page.number() - 1);
        PageHeadings headings = new PageHeadings(text, page.height(), Optional.empty());
        Set<DocumentType> ended = new HashSet<>();
        recognitions.forEach((type, recognition) -> {
            if (!recognition.ends().isEmpty()
                    && Recogniser.weigh(recognition, recognition.ends(), text, List.of(), headings) >= 1) {
                ended.add(type);
            }
        });
        return ended;
    }

    /** The documents that start on a page; of types that claim the same area the best one. */
    private List<PageVerdict.Found> starts(Page page, List<PageText> texts) {
        return starts(page, texts, Recogniser::start);
    }

    /** A form that somebody filled in, with the text about it on the same page. */
    private List<PageVerdict.Found> besideInstructions(Page page, List<PageText> texts) {
        return starts(page, texts, Recogniser::startBesideInstructions);
    }

    /** How well a page starts a document of a type; 1 and above counts as recognised. */
    private interface Scoring {
        double score(Recognition type, PageText page, List<PageText> following, PageHeadings headings);
    }

    private List<PageVerdict.Found> starts(Page page, List<PageText> texts, Scoring scoring) {
        PageText text = texts.get(page.number() - 1);
        List<PageText> following = texts.subList(page.number(), texts.size());
        Optional<PageText> before = page.number() > 1 ? Optional.of(texts.get(page.number() - 2)) : Optional.empty();
        PageHeadings headings = new PageHeadings(text, page.height(), before);
        List<PageVerdict.Found> best = List.of();
        double bestScore = 0;
        for (Map.Entry<DocumentType, Recognition> entry : recognitions.entrySet()) {
            Recognition type = entry.getValue();
            double score = scoring.score(type, text, following, headings);
            if (score < 1) {
                continue;
            }
            if (score > bestScore) {
                bestScore = score;
                best = forms(page, type, InstanceFinder.areas(page, text, type)).stream()
                        .map(area -> PageVerdict.Found.alone(
                                entry.getKey(), type.runsOn(), !type.ends().isEmpty(), area))
                        .toList();
            }
        }
        return best;
    }

    /** Instructions repeat the labels of the form that they stand beside: an area of theirs without entries is no form. */
    private static List<BoundingBox> forms(Page page, Recognition type, List<BoundingBox> areas) {
        List<BoundingBox> forms = areas.stream()
                .filter(area -> {
                    PageText inside = PageText.of(page, area, word -> true);
                    PageHeadings headings = new PageHeadings(inside, page.height(), Optional.empty());
                    return Entries.on(inside)
                            || Recogniser.weigh(type, type.instructions(), inside, List.of(), headings) < 1;
                })
                .toList();
        return forms.isEmpty() || areas.size() == 1 ? areas : forms;
    }

    private Optional<PageVerdict.Continuation> continuation(PageText text, PageHeadings headings) {
        Optional<PageVerdict.Continuation> best = Optional.empty();
        double bestScore = 0;
        for (Map.Entry<DocumentType, Recognition> entry : recognitions.entrySet()) {
            for (Map.Entry<Integer, List<Evidence>> next :
                    entry.getValue().continuations().entrySet()) {
                double score = Recogniser.weigh(entry.getValue(), next.getValue(), text, List.of(), headings);
                if (score >= 1 && score > bestScore) {
                    bestScore = score;
                    best = Optional.of(new PageVerdict.Continuation(entry.getKey(), next.getKey()));
                }
            }
        }
        return best;
    }

    private static boolean isBlank(PageText text) {
        return text.words().stream()
                .allMatch(word -> Letters.compact(word.text()).isEmpty());
    }

    /** What a person would call the page: its first rows. */
    private static String title(PageText text) {
        StringBuilder title = new StringBuilder();
        for (WordSequence row : text.rows()) {
            if (title.length() >= TITLE_LENGTH / 2) {
                break;
            }
            title.append(title.isEmpty() ? "" : " ").append(text.text(row));
        }
        return title.codePoints()
                .limit(TITLE_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digest(Iterable<DocumentType> types) {
        List<String> parts = new ArrayList<>();
        for (DocumentType type : types) {
            parts.add(type.id() + " " + type.version() + " " + type.definition().path("recognise"));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
