package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.extraction.text.Hit;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.WordSequence;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the parts of a statement that holds documents of several types, as brokers print the forms 1099 of a year: who
 * pays whom stands once at the top, each form below under a head of its own, side by side or one after the other, over
 * several pages. A document then consists of its part and of the block at the top, wherever that was printed. Used for
 * the pages of one file in order, by one thread.
 */
final class StatementParts {

    /** Longer lines are sentences that name a form. */
    private static final int HEAD_WORDS = 16;

    /** Lines by which the wordings of one head may lie below each other, and points by which beside each other. */
    private static final double SAME_HEAD = 1.6;

    private static final double BESIDE = 200;

    /**
     * Share of the threshold that a part has to reach without the block, and a block without its part. A head alone has
     * 0.45 (a summary that lists forms), with two of the form's labels 0.57; three of four labels of the parties have
     * 0.45. Derived from the weights of the forms 1099, 2026-11-21.
     */
    private static final double OWN = 0.55;

    private static final double PARTIES = 0.44;

    /** What heads a part of a form that no type may know. */
    private static final Pattern ANY_FORM = Pattern.compile("(?i)(?:20[0-9]{2} )?form 1[0-9]{3}-[a-z]{1,5}\\b.*");

    private final Map<DocumentType, Recognition> recognitions;
    private Optional<Block> block = Optional.empty();

    StatementParts(Map<DocumentType, Recognition> recognitions) {
        this.recognitions = recognitions;
    }

    /** Forgets the block at the top of an earlier page: a document of its own starts on this one. */
    void documentStarts(int page) {
        block = block.filter(known -> known.area().page() == page);
    }

    /** What starts on a page that holds parts of a statement; empty if it does not, or one form has all of it. */
    Optional<PageVerdict.Start> on(Page page, PageText text) {
        List<Head> heads = heads(text);
        if (heads.stream().allMatch(head -> head.type().isEmpty())) {
            return Optional.empty();
        }
        double top = heads.stream().mapToDouble(head -> head.box().top()).min().orElse(0) - 1;
        BoundingBox above = new BoundingBox(0, 0, page.width(), Math.max(1, top));
        PageText aboveText = PageText.of(page, above, word -> true);
        boolean hasBlock = heads.stream()
                .anyMatch(head -> head.type().isPresent() && weight(head.type().get(), aboveText) >= PARTIES);
        if (hasBlock) {
            block = Optional.of(new Block(new PageArea(page.number(), above), aboveText, new HashSet<>()));
        }
        // A form with the parties below or beside its title is no part of the statement before it.
        boolean alone = !hasBlock
                && heads.stream()
                        .anyMatch(head ->
                                head.type().isPresent() && weight(head.type().get(), text) >= 1);
        return block.filter(shared -> !alone)
                .map(shared -> start(page, text, heads, shared))
                .filter(start -> !start.found().isEmpty())
                .filter(start ->
                        !hasBlock || start.found().size() + start.others().size() > 1);
    }

    private PageVerdict.Start start(Page page, PageText text, List<Head> heads, Block shared) {
        List<PageVerdict.Found> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Head head : heads) {
            if (head.type().isEmpty()) {
                others.add(head.says());
                continue;
            }
            DocumentType type = head.type().get();
            BoundingBox area = area(page, head, heads);
            PageText own = PageText.of(page, area, word -> true);
            if (weight(type, own) >= OWN && !isAbout(type, page, text) && isOf(type, own, shared.text())) {
                boolean continued = !shared.begun().add(type.id());
                found.add(new PageVerdict.Found(type, false, false, area, Optional.of(shared.area()), continued));
            }
        }
        return new PageVerdict.Start(found, others);
    }

    /** Whether the page explains the form. */
    private boolean isAbout(DocumentType type, Page page, PageText text) {
        PageHeadings headings = new PageHeadings(text, page.height(), Optional.empty());
        return Recogniser.weigh(recognition(type), recognition(type).instructions(), text, List.of(), headings) >= 1;
    }

    private boolean isOf(DocumentType type, PageText own, PageText shared) {
        return weight(type, own) + weight(type, shared) >= 1
                && recognition(type).never().stream().noneMatch(own::contains);
    }

    /** All of what speaks for a type, as a share of its threshold; nothing that needs a whole page. */
    private double weight(DocumentType type, PageText text) {
        Recognition recognition = recognition(type);
        return recognition.start().stream()
                        .filter(evidence -> evidence.heading().isEmpty() && evidence.weight() > 0)
                        .filter(evidence -> evidence.wordings().stream().anyMatch(text::contains))
                        .mapToDouble(Evidence::weight)
                        .sum()
                / recognition.threshold();
    }

    private Recognition recognition(DocumentType type) {
        return Objects.requireNonNull(recognitions.get(type));
    }

    private List<Head> heads(PageText text) {
        List<Head> heads = new ArrayList<>();
        recognitions.forEach((type, recognition) -> {
            if (!recognition.part().isEmpty()) {
                heads.addAll(heads(text, type, recognition.part()));
            }
        });
        if (heads.isEmpty()) {
            return heads;
        }
        List<Head> known = List.copyOf(heads);
        for (WordSequence run : text.runs()) {
            if (run.words().size() <= HEAD_WORDS
                    && ANY_FORM.matcher(text.text(run)).matches()
                    && known.stream().noneMatch(head -> head.box().intersects(run.box()))
                    && recognitions.values().stream().noneMatch(recognition -> isNamed(recognition, text, run))) {
                heads.add(new Head(Optional.empty(), run.box(), text.text(run)));
            }
        }
        return heads;
    }

    /** Whether a line names a form of a known type: its foot, or a reference to it. */
    private static boolean isNamed(Recognition recognition, PageText text, WordSequence run) {
        return !recognition.part().isEmpty()
                && recognition.part().get(0).stream()
                        .flatMap(wording -> text.find(wording).stream())
                        .anyMatch(hit -> hit.box().intersects(run.box()));
    }

    private static List<Head> heads(PageText text, DocumentType type, List<List<Wording>> wordings) {
        List<Head> heads = new ArrayList<>();
        for (Hit first : hits(text, wordings.get(0))) {
            BoundingBox box = first.box();
            boolean complete = true;
            for (List<Wording> others : wordings.subList(1, wordings.size())) {
                BoundingBox anchor = box;
                Optional<BoundingBox> next = hits(text, others).stream()
                        .map(Hit::box)
                        .filter(other -> isBeside(anchor, other))
                        .min(Comparator.comparingDouble(other -> distance(anchor, other)));
                complete &= next.isPresent();
                box = next.map(box::union).orElse(box);
            }
            BoundingBox head = box;
            List<WordSequence> lines = text.runs().stream()
                    .filter(run -> run.box().intersects(head))
                    .toList();
            if (complete
                    && lines.stream().allMatch(run -> run.words().size() <= HEAD_WORDS)
                    && heads.stream().noneMatch(known -> known.box().intersects(head))) {
                heads.add(new Head(Optional.of(type), head, ""));
            }
        }
        return heads;
    }

    private static List<Hit> hits(PageText text, List<Wording> wordings) {
        return wordings.stream().flatMap(wording -> text.find(wording).stream()).toList();
    }

    private static boolean isBeside(BoundingBox one, BoundingBox other) {
        double down = Math.abs(one.centerY() - other.centerY());
        return down <= SAME_HEAD * Math.max(one.height(), other.height()) && distance(one, other) <= BESIDE;
    }

    private static double distance(BoundingBox one, BoundingBox other) {
        return Math.max(0, Math.max(one.left(), other.left()) - Math.min(one.right(), other.right()));
    }

    /** From a head down to the next one below it, and as wide as heads beside it allow. */
    private static BoundingBox area(Page page, Head head, List<Head> heads) {
        double left = 0;
        double right = page.width();
        for (Head other : heads) {
            if (!other.equals(head) && other.box().overlapY(head.box()) > 0) {
                if (other.box().left() > head.box().right()) {
                    right = Math.min(right, other.box().left() - 2);
                } else if (other.box().right() < head.box().left()) {
                    left = head.box().left() - 2;
                }
            }
        }
        double bottom = page.height();
        for (Head other : heads) {
            boolean below = other.box().top() >= head.box().bottom() - 1;
            if (below && other.box().right() > left && other.box().left() < right) {
                bottom = Math.min(bottom, other.box().top() - 1);
            }
        }
        return new BoundingBox(left, Math.max(0, head.box().top() - 1), right, bottom);
    }

    /**
     * The line above a part.
     *
     * @param type empty for a form that no type knows
     * @param says its text, where no type knows it
     */
    private record Head(Optional<DocumentType> type, BoundingBox box, String says) {}

    /**
     * Who pays whom, above the parts of a statement.
     *
     * @param begun ids of the types whose part has begun: a statement has one of each, so that a further one goes on with it
     */
    private record Block(PageArea area, PageText text, Set<String> begun) {}
}
