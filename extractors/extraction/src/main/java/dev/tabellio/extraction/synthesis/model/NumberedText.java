package dev.tabellio.extraction.synthesis.model;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.RegionLabel;
import dev.tabellio.document.TextLine;
import dev.tabellio.extraction.llm.injection.InjectionScan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as numbered lines in reading order: {@code p2.l14 | Employee's name}. Checkboxes are lines of their own,
 * beside what is printed next to them: {@code p1.b3 | [x]}. Tables and forms that a layout detector found are marked. A
 * line's number is its place on its page, so that it stays the same when only a part of the document is shown. Lines that
 * speak to a model are left out: it does not see them, and they can not be cited.
 */
final class NumberedText {

    /** A checkbox belongs to what stands in its row rather than to what is above or below it at the same distance. */
    private static final double OTHER_ROW = 4;

    /** Dots that lead the eye over a form. */
    private static final Pattern LEADERS = Pattern.compile("(?:\\s?\\.){4,}");

    private static final Pattern SAYING = Pattern.compile("[\\p{L}\\p{N}]");

    private static final Pattern FENCE = Pattern.compile("(?i)<\\s*/?\\s*(?:document|hints)\\b[^>]{0,20}>?");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private final ParsedFile upright;
    private final List<NumberedLine> lines;
    private final Map<String, NumberedLine> byId = new HashMap<>();

    private NumberedText(ParsedFile upright, List<NumberedLine> lines) {
        this.upright = upright;
        this.lines = List.copyOf(lines);
        lines.forEach(line -> byId.put(line.id(), line));
    }

    /** @param file as displayed */
    static NumberedText of(ParsedFile file, Document document) {
        ParsedFile upright = file.upright();
        List<NumberedLine> lines = new ArrayList<>();
        for (int number : document.pages()) {
            Page displayed = file.page(number);
            List<BoundingBox> areas = document.areas().stream()
                    .filter(area -> area.page() == number)
                    .map(PageArea::area)
                    .map(area -> displayed.frame().toUpright(area, displayed.width(), displayed.height()))
                    .toList();
            BitSet withheld = new InjectionScan().lines(upright.page(number));
            for (Placed placed : placed(upright.page(number), areas, withheld)) {
                lines.add(placed.numbered(lines.size(), upright.page(number)));
            }
        }
        return new NumberedText(upright, lines);
    }

    List<NumberedLine> lines() {
        return lines;
    }

    Optional<NumberedLine> line(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The checkboxes of the upright page. */
    List<NumberedLine> checkboxes(int page) {
        return lines.stream()
                .filter(line -> line.page() == page && line.checkbox().isPresent())
                .toList();
    }

    /** A part of the document, in its order; where lines are left out, a row of dots says so. Dots alone say nothing. */
    String shown(Collection<NumberedLine> part) {
        StringBuilder text = new StringBuilder();
        List<NumberedLine> ordered = part.stream()
                .sorted(Comparator.comparingInt(NumberedLine::order))
                .toList();
        int next = 0;
        Optional<RegionLabel> open = Optional.empty();
        for (NumberedLine line : ordered) {
            Optional<RegionLabel> region = region(line);
            if (!region.equals(open)) {
                open.ifPresent(
                        label -> text.append("--- end of ").append(name(label)).append(" ---\n"));
            }
            if (line.order() > next) {
                text.append("...\n");
            }
            if (!region.equals(open)) {
                region.ifPresent(
                        label -> text.append("--- ").append(name(label)).append(" ---\n"));
                open = region;
            }
            if (line.checkbox().isPresent() || SAYING.matcher(line.text()).find()) {
                String print = LEADERS.matcher(plain(line.text())).replaceAll(" ...");
                text.append(line.id()).append(" | ").append(print).append('\n');
            }
            next = line.order() + 1;
        }
        open.ifPresent(label -> text.append("--- end of ").append(name(label)).append(" ---\n"));
        if (next < lines.size()) {
            text.append("...\n");
        }
        return text.toString();
    }

    /** Nothing that is invisible, or could end the line or what is fenced in, reaches the prompt. */
    static String plain(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        return FENCE.matcher(line)
                .replaceAll(match -> match.group().replace('<', '\u2039').replace('>', '\u203a'));
    }

    private static String name(RegionLabel label) {
        return switch (label) {
            case TABLE -> "table";
            case KEY_VALUE_REGION -> "labels and values";
            default -> "form";
        };
    }

    private Optional<RegionLabel> region(NumberedLine line) {
        return upright.page(line.page()).regions().stream()
                .filter(region -> region.label() == RegionLabel.TABLE
                        || region.label() == RegionLabel.FORM
                        || region.label() == RegionLabel.KEY_VALUE_REGION)
                .filter(region -> region.box().containsCenterOf(line.box()))
                .min(Comparator.comparingDouble(region -> region.box().area()))
                .map(region -> region.label());
    }

    private static List<Placed> placed(Page page, List<BoundingBox> areas, BitSet withheld) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            TextLine line = page.lines().get(i);
            if (!withheld.get(i) && within(areas, line.box())) {
                placed.add(new Placed("l" + (i + 1), line.box(), Optional.of(line), Optional.empty()));
            }
        }
        for (int i = 0; i < page.checkboxes().size(); i++) {
            Checkbox checkbox = page.checkboxes().get(i);
            if (within(areas, checkbox.box())) {
                Placed box = new Placed("b" + (i + 1), checkbox.box(), Optional.empty(), Optional.of(checkbox));
                placed.add(besideNearest(placed, box), box);
            }
        }
        return placed;
    }

    private static boolean within(List<BoundingBox> areas, BoundingBox box) {
        return areas.stream().anyMatch(area -> area.containsCenterOf(box));
    }

    /** Before the text to its right, behind the text to its left or above it. */
    private static int besideNearest(List<Placed> placed, Placed box) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < placed.size(); i++) {
            double distance = distance(placed.get(i).box(), box.box());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest < 0) {
            return 0;
        }
        return box.box().centerX() < placed.get(nearest).box().left() ? nearest : nearest + 1;
    }

    private static double distance(BoundingBox a, BoundingBox b) {
        double dx = Math.max(0, Math.max(a.left() - b.right(), b.left() - a.right()));
        double dy = Math.max(0, Math.max(a.top() - b.bottom(), b.top() - a.bottom()));
        return Math.hypot(dx, OTHER_ROW * dy);
    }

    private record Placed(String name, BoundingBox box, Optional<TextLine> line, Optional<Checkbox> checkbox) {

        NumberedLine numbered(int order, Page page) {
            return new NumberedLine(
                    "p" + page.number() + "." + name,
                    order,
                    page.number(),
                    box,
                    line.map(TextLine::words).orElse(List.of()).stream()
                            .map(page.words()::get)
                            .toList(),
                    checkbox);
        }
    }
}
