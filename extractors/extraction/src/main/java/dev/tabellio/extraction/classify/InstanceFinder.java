package dev.tabellio.extraction.classify;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Page;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.text.Hit;
import dev.tabellio.extraction.text.PageText;
import dev.tabellio.extraction.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds several forms on one page: four W-2s on a sheet, two 1099s one above the other.
 *
 * <p>Labels that a form has exactly once repeat with the forms, and in the same order on each. So the number of forms is
 * the number that most labels agree on, and the n-th place of each label belongs to the n-th form. The page is then cut
 * between the forms along the widest band without words or boxes. A label that is named in a sentence is no label of a form.
 */
final class InstanceFinder {

    /** Fewer labels than this say nothing about how many forms there are. */
    private static final int AGREEING_LABELS = 2;

    /** In points: a higher cell may be a frame around several forms. The highest box of a 1099 has 84, its parties' names. */
    private static final double HIGHEST_BOX = 110;

    private InstanceFinder() {}

    /**
     * The areas of the forms on a page in reading order: the whole page unless several were found.
     * Where no text about the form is printed, its labels count in sentences, too: some are sentences themselves.
     */
    static List<BoundingBox> areas(Page page, PageText text, Recognition type) {
        PageHeadings headings = new PageHeadings(text, page.height(), Optional.empty());
        RunningText sentences = Recogniser.weigh(type, type.instructions(), text, List.of(), headings) >= 1
                ? RunningText.on(text)
                : RunningText.none();
        Map<Integer, List<List<BoundingBox>>> byCount = new TreeMap<>();
        for (List<Wording> label : type.instances()) {
            List<BoundingBox> places = readingOrder(places(text, label, sentences));
            if (!places.isEmpty()) {
                byCount.computeIfAbsent(places.size(), count -> new ArrayList<>())
                        .add(places);
            }
        }
        List<List<BoundingBox>> agreed = byCount.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        if (agreed.size() < AGREEING_LABELS || agreed.get(0).size() < 2) {
            return List.of(page.bounds());
        }
        List<BoundingBox> forms = new ArrayList<>();
        for (int i = 0; i < agreed.get(0).size(); i++) {
            int form = i;
            forms.add(BoundingBox.around(
                    agreed.stream().map(places -> places.get(form)).toList()));
        }
        List<BoundingBox> inked =
                new ArrayList<>(text.words().stream().map(Word::box).toList());
        page.cells().stream().filter(cell -> cell.height() <= HIGHEST_BOX).forEach(inked::add);
        return cut(page, inked, forms);
    }

    /**
     * Every place where one of the wordings stands outside of sentences, or everywhere if it stands in sentences alone: then it is
     * part of one that the form prints. Places that share ink are one.
     */
    private static List<BoundingBox> places(PageText text, List<Wording> label, RunningText sentences) {
        List<Hit> everywhere = new ArrayList<>();
        for (Wording wording : label) {
            everywhere.addAll(text.find(wording));
        }
        List<Hit> hits = new ArrayList<>(everywhere);
        hits.removeIf(hit -> sentences.names(hit.words()));
        if (hits.isEmpty()) {
            hits = everywhere;
        }
        hits.sort(Comparator.comparingDouble(Hit::strength).reversed());
        List<BoundingBox> places = new ArrayList<>();
        for (Hit hit : hits) {
            if (places.stream().noneMatch(hit.box()::intersects)) {
                places.add(hit.box());
            }
        }
        return places;
    }

    private static List<BoundingBox> readingOrder(List<BoundingBox> boxes) {
        List<BoundingBox> byTop = new ArrayList<>(boxes);
        byTop.sort(Comparator.comparingDouble(BoundingBox::centerY));
        List<BoundingBox> ordered = new ArrayList<>();
        List<BoundingBox> row = new ArrayList<>();
        for (BoundingBox box : byTop) {
            // Scans tilt a row by a few points; forms below each other lie further apart than two label heights.
            if (!row.isEmpty()
                    && box.centerY() - row.get(0).centerY() > 2 * row.get(0).height()) {
                row.sort(Comparator.comparingDouble(BoundingBox::left));
                ordered.addAll(row);
                row.clear();
            }
            row.add(box);
        }
        row.sort(Comparator.comparingDouble(BoundingBox::left));
        ordered.addAll(row);
        return ordered;
    }

    private static List<BoundingBox> cut(Page page, List<BoundingBox> inked, List<BoundingBox> forms) {
        List<BoundingBox> areas = new ArrayList<>();
        for (BoundingBox form : forms) {
            double left = 0;
            double top = 0;
            double right = page.width();
            double bottom = page.height();
            for (BoundingBox other : forms) {
                if (other.left() >= form.right()) {
                    right = Math.min(right, gap(inked, form, other, true));
                } else if (other.right() <= form.left()) {
                    left = Math.max(left, gap(inked, other, form, true));
                }
                if (other.overlapX(form) > 0 && other.top() >= form.bottom()) {
                    bottom = Math.min(bottom, gap(inked, form, other, false));
                } else if (other.overlapX(form) > 0 && other.bottom() <= form.top()) {
                    top = Math.max(top, gap(inked, other, form, false));
                }
            }
            if (left >= right || top >= bottom) {
                return List.of(page.bounds());
            }
            areas.add(new BoundingBox(left, top, right, bottom));
        }
        return areas;
    }

    /** The middle of the widest band without words or ruled boxes between two forms, across their common width or height. */
    private static double gap(List<BoundingBox> ink, BoundingBox first, BoundingBox second, boolean sideways) {
        double from = sideways ? first.right() : first.bottom();
        double to = sideways ? second.left() : second.top();
        BoundingBox both = first.union(second);
        double[][] inked = ink.stream()
                .filter(box -> sideways ? box.overlapY(both) > 0 : box.overlapX(both) > 0)
                .map(box -> sideways ? new double[] {box.left(), box.right()} : new double[] {box.top(), box.bottom()})
                .filter(span -> span[1] > from && span[0] < to)
                .sorted(Comparator.comparingDouble(span -> span[0]))
                .toArray(double[][]::new);
        double reached = from;
        double widest = -1;
        double middle = (from + to) / 2;
        for (double[] span : inked) {
            if (span[0] - reached > widest) {
                widest = span[0] - reached;
                middle = (reached + span[0]) / 2;
            }
            reached = Math.max(reached, span[1]);
        }
        return to - reached > widest ? (reached + to) / 2 : middle;
    }
}
