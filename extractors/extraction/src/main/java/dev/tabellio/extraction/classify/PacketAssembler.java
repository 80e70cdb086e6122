package dev.tabellio.extraction.classify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageUse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the pages of one file together into documents and keeps account of every page. Used once, by one thread. */
final class PacketAssembler {

    private final String sha256;
    private final List<Open> documents = new ArrayList<>();
    private final TreeMap<Integer, PageUse> uses = new TreeMap<>();
    private final TreeMap<Integer, PageVerdict.Continuation> strays = new TreeMap<>();
    private Optional<Open> runningOn = Optional.empty();

    PacketAssembler(String sha256) {
        this.sha256 = sha256;
    }

    /**
     * Takes the pages in order.
     *
     * @param ended the types whose documents can end on the page
     */
    void add(int page, BoundingBox bounds, PageVerdict verdict, Set<DocumentType> ended) {
        take(page, bounds, verdict);
        runningOn.filter(open -> ended.contains(open.type)).ifPresent(open -> open.ended = true);
    }

    private void take(int page, BoundingBox bounds, PageVerdict verdict) {
        if (verdict instanceof PageVerdict.Start start && !isWithin(start)) {
            start(page, start);
        } else if (verdict instanceof PageVerdict.Continuation next) {
            runningOn = Optional.empty();
            Optional<Open> owner = latestWithout(next);
            owner.ifPresentOrElse(open -> attach(open, page, bounds, next), () -> strays.put(page, next));
        } else if (verdict instanceof PageVerdict.Instructions instructions) {
            runningOn = Optional.empty();
            uses.put(page, new PageUse(page, PageUse.Kind.INSTRUCTIONS, instructions.says()));
        } else if (verdict instanceof PageVerdict.Blank) {
            uses.put(page, new PageUse(page, PageUse.Kind.BLANK, "nothing is printed on it"));
        } else if (verdict instanceof PageVerdict.Failed failed) {
            uses.put(page, new PageUse(page, PageUse.Kind.FAILED, failed.says()));
        } else {
            String says = verdict instanceof PageVerdict.Unclaimed unclaimed ? unclaimed.says() : "";
            runningOn.ifPresentOrElse(
                    open -> {
                        open.areas.add(new PageArea(page, bounds));
                        uses.put(page, new PageUse(page, PageUse.Kind.DOCUMENT, open.type.id()));
                    },
                    () -> uses.put(page, new PageUse(page, PageUse.Kind.UNKNOWN, says)));
        }
    }

    /** Whether what looks like a start lies within a document of the family that has not ended: a title that returns. */
    private boolean isWithin(PageVerdict.Start start) {
        return runningOn
                .filter(open -> open.hasEnd && !open.ended)
                .filter(open -> start.found().stream()
                        .allMatch(found -> found.type().family().equals(open.type.family())))
                .isPresent();
    }

    /** @param bounds of each page, first page first */
    Classification finish(List<BoundingBox> bounds) {
        strays.forEach((page, stray) -> {
            Optional<Open> owner = documents.stream()
                    .filter(open -> open.lacks(stray)
                            && open.areas.get(open.areas.size() - 1).page() > page)
                    .findFirst();
            owner.ifPresentOrElse(
                    open -> attach(open, page, bounds.get(page - 1), stray),
                    () -> uses.put(
                            page,
                            new PageUse(
                                    page,
                                    PageUse.Kind.UNKNOWN,
                                    "page %d of %s without its first page"
                                            .formatted(
                                                    stray.number(), stray.type().id()))));
        });
        return new Classification(
                documents.stream()
                        .map(this::close)
                        .sorted(Comparator.comparingInt((Document document) ->
                                        document.areas().get(0).page())
                                .thenComparing(document ->
                                        document.areas().get(0).area().top())
                                .thenComparing(document ->
                                        document.areas().get(0).area().left()))
                        .toList(),
                List.copyOf(uses.values()));
    }

    private void start(int page, PageVerdict.Start start) {
        runningOn = Optional.empty();
        for (PageVerdict.Found found : start.found()) {
            Optional<Open> begun = found.continued() ? latest(found.type()) : Optional.empty();
            Open open = begun.orElseGet(() -> new Open(found.type(), found.hasEnd()));
            open.areas.add(new PageArea(page, found.area()));
            if (begun.isEmpty()) {
                found.shared().ifPresent(open.areas::add);
                documents.add(open);
            }
            runningOn = found.runsOn() ? Optional.of(open) : Optional.empty();
        }
        String types = String.join(
                ", ", start.found().stream().map(found -> found.type().id()).toList());
        String others = start.others().isEmpty() ? "" : "; of no known type: " + String.join(", ", start.others());
        uses.put(page, new PageUse(page, PageUse.Kind.DOCUMENT, types + others));
    }

    private Optional<Open> latest(DocumentType type) {
        return documents.stream()
                .filter(open -> open.type.id().equals(type.id()))
                .reduce((one, later) -> later);
    }

    private Optional<Open> latestWithout(PageVerdict.Continuation next) {
        for (int i = documents.size() - 1; i >= 0; i--) {
            if (documents.get(i).lacks(next)) {
                return Optional.of(documents.get(i));
            }
        }
        return Optional.empty();
    }

    private void attach(Open open, int page, BoundingBox bounds, PageVerdict.Continuation next) {
        open.areas.add(new PageArea(page, bounds));
        open.numbers.add(next.number());
        uses.put(
                page,
                new PageUse(
                        page,
                        PageUse.Kind.DOCUMENT,
                        "page %d of %s".formatted(next.number(), next.type().id())));
    }

    private Document close(Open open) {
        List<PageArea> areas = open.areas.stream()
                .sorted(Comparator.comparingInt(PageArea::page)
                        .thenComparing(area -> area.area().top()))
                .toList();
        return new Document(
                id(open.type.id(), open.areas.get(0)), sha256, open.type.id(), open.type.version(), areas, List.of());
    }

    private String id(String type, PageArea first) {
        BoundingBox area = first.area();
        String name = String.format(
                Locale.ROOT,
                "%s|%s|%d|%.2f %.2f %.2f %.2f",
                sha256,
                type,
                first.page(),
                area.left(),
                area.top(),
                area.right(),
                area.bottom());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document that may still get pages; its first area is of its own. */
    private static final class Open {
        private final DocumentType type;
        private final boolean hasEnd;
        private boolean ended;
        private final List<PageArea> areas = new ArrayList<>();
        private final Set<Integer> numbers = new HashSet<>();

        private Open(DocumentType type, boolean hasEnd) {
            this.type = type;
            this.hasEnd = hasEnd;
        }

        private boolean lacks(PageVerdict.Continuation next) {
            return type.id().equals(next.type().id()) && !numbers.contains(next.number());
        }
    }
}
