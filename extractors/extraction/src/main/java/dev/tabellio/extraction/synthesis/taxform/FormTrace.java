package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was found of a form's labels, for whoever writes a type's {@code anchors.yaml}.
 *
 * @param labels in the order of the file
 * @param anchors ids of the labelled places that each field is read at, by pointer in the schema; fields of the form's own
 *     print have none
 */
public record FormTrace(List<Label> labels, Map<String, List<String>> anchors) {

    public FormTrace {
        labels = List.copyOf(labels);
        anchors = Collections.unmodifiableMap(new LinkedHashMap<>(anchors));
    }

    /**
     * A declared label.
     *
     * @param section of {@code anchors.yaml}: boxes, lines or checkboxes
     * @param wordings as declared
     * @param places where it stands, the surest first
     * @param lost where one of its wordings is printed too, but belongs to a longer label or stands elsewhere than declared
     */
    public record Label(String id, String section, List<String> wordings, List<Place> places, List<Place> lost) {
        public Label {
            wordings = List.copyOf(wordings);
            places = List.copyOf(places);
            lost = List.copyOf(lost);
        }
    }

    /**
     * Print on a page.
     *
     * @param page from 1
     * @param box on the page as it is read, upright
     * @param quality from 0 to 1; below 1 it differs from the wording or its number is missing
     */
    public record Place(int page, String wording, BoundingBox box, double quality) {}

    static FormTrace of(List<LabelledPage> pages, FormAnchors anchors) {
        List<Label> labels = new ArrayList<>();
        for (Anchor anchor : anchors.anchors().values()) {
            if (anchor.kind() != Anchor.Kind.PRINT) {
                labels.add(label(pages, anchor));
            }
        }
        Map<String, List<String>> used = new LinkedHashMap<>();
        anchors.fields().forEach((pointer, rule) -> {
            Set<String> ids = new TreeSet<>();
            collect(rule, ids);
            used.put(FormSchema.pattern(pointer), List.copyOf(ids));
        });
        for (TableRule table : anchors.tables()) {
            String rows = FormSchema.pattern(table.pointer()) + "/*/";
            if (table instanceof TableRule.Columns columns) {
                columns.columns().forEach((leaf, box) -> used.put(rows + leaf, List.of(box)));
            } else if (table instanceof TableRule.CodedBoxes coded) {
                Stream.of(coded.codeLeaf(), coded.amountLeaf()).forEach(leaf -> used.put(rows + leaf, coded.boxes()));
            }
        }
        return new FormTrace(labels, used);
    }

    private static Label label(List<LabelledPage> pages, Anchor anchor) {
        List<Place> places = new ArrayList<>();
        List<Place> lost = new ArrayList<>();
        for (LabelledPage page : pages) {
            List<PlacedLabel> placed = page.labels(anchor.id());
            placed.forEach(label ->
                    places.add(new Place(page.number(), label.hit().wording().text(), label.box(), label.quality())));
            anchor.labels().stream()
                    .flatMap(wording -> page.print().find(wording).stream())
                    .filter(hit ->
                            placed.stream().noneMatch(label -> label.box().intersects(hit.box())))
                    .forEach(hit ->
                            lost.add(new Place(page.number(), hit.wording().text(), hit.box(), hit.quality())));
        }
        String section = switch (anchor.kind()) {
            case BOX -> "boxes";
            case LINE -> "lines";
            default -> "checkboxes";
        };
        return new Label(
                anchor.id(),
                section,
                anchor.labels().stream().map(wording -> wording.text()).toList(),
                places,
                lost);
    }

    private static void collect(FieldRule rule, Set<String> ids) {
        if (rule instanceof FieldRule.First first) {
            first.rules().forEach(one -> collect(one, ids));
        } else if (rule instanceof FieldRule.InBox box) {
            ids.addAll(box.boxes());
        } else if (rule instanceof FieldRule.Joined joined) {
            joined.rows().forEach(ids::addAll);
        } else if (rule instanceof FieldRule.OnLine line) {
            ids.add(line.line());
        } else if (rule instanceof FieldRule.InCell cell) {
            ids.add(cell.row());
            ids.add(cell.column());
        } else if (rule instanceof FieldRule.Ticked ticked) {
            ids.add(ticked.checkbox());
        } else if (rule instanceof FieldRule.OneOf oneOf) {
            ids.addAll(oneOf.valueByCheckbox().keySet());
        }
    }
}
