package dev.tabellio.extraction.synthesis.taxform;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.synthesis.normalise.NameAndAddress;
import dev.tabellio.extraction.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what stands in a labelled box. */
final class BoxReader {

    private static final int BLOCK_LINES = 7;
    private static final int VALUE_LINES = 2;

    /** A gap in a row that is wider than this, in heights of its words, leads to another column; combs have narrower ones. */
    private static final double OTHER_COLUMN = 10;

    /** From line to line of a block, in heights of the label. */
    private static final double BLOCK_LINE = 1.5;

    /** A place between labels is a little less sure than a ruled cell; beside the label still less. */
    private static final double BETWEEN_LABELS = 0.97;

    private static final double BESIDE_LABEL = 0.9;

    /** In heights of the label: so much further right a value under a label with a colon begins at most. */
    private static final double INDENTED = 4;

    /** In heights of the label: values beside it stand this much higher or lower at most. */
    private static final double OFF_ROW = 0.4;

    /** In heights of the lower one: labels that share so much of their heights bound each other's values. */
    private static final double ABREAST = 0.2;

    /** In points: edges of cells in one row differ by at most this. */
    private static final double SAME_LINE = 2;

    /** A cell lower than this many labels has room for one line. */
    private static final double ONE_LINE = 2;

    /** A cell higher than this many labels is a frame around several rows. */
    private static final double HIGHEST_ROW = 5;

    /**
     * In heights of the label: wording that begins so much right of its number has a column of numbers beside it. Set on drawn
     * statements of Form 1099-B, not swept (2026-11-21).
     */
    private static final double NUMBER_COLUMN = 2.5;

    /**
     * In heights of a word: so much of it, at least, stands above an edge that its line crosses. Set on drawn Forms 1098, not
     * swept (2026-11-21).
     */
    private static final double OVER_EDGE = 0.2;

    /** In heights of a word: lines of one value are at most this far apart. */
    private static final double NEXT_LINE = 0.8;

    private static final Pattern BOX_NUMBER = Pattern.compile("\\d{1,2}[a-z]?");

    private final List<LabelledPage> pages;

    BoxReader(List<LabelledPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /**
     * What stands in a box, one for each place where its label is found with the same certainty. A box without a value is
     * left out; the label may also be missing.
     */
    List<ValueText> read(String anchor, FieldRule.Part part) {
        List<ValueText> found = new ArrayList<>();
        boolean numbered =
                pages.stream().flatMap(page -> page.labels(anchor).stream()).anyMatch(PlacedLabel::numbered);
        for (LabelledPage page : pages) {
            for (PlacedLabel label : page.labels(anchor)) {
                if (label.numbered() == numbered) {
                    read(page, label, part).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<ValueText> read(LabelledPage page, PlacedLabel label, FieldRule.Part part) {
        if (label.anchor().beside()) {
            return beside(page, label, name(label), isBlock(part))
                    .or(() -> onRow(page, label))
                    .map(all -> part(all, part))
                    .filter(text -> !text.isEmpty());
        }
        boolean block = isBlock(part);
        if (endsInColon(page, label)) {
            Optional<ValueText> right = beside(page, label, name(label), false)
                    .filter(value -> !(block && isInOtherColumn(page, label, value)));
            if (right.isPresent()) {
                return right.map(all -> part(all, part)).filter(text -> !text.isEmpty());
            }
        }
        Optional<ValueArea> area =
                area(page, label, block).filter(under -> !endsInColon(page, label) || beginsUnder(page, label, under));
        String name = name(label);
        if (area.isPresent()) {
            List<List<Word>> rows = rows(page, label, area.get(), block);
            if (!rows.isEmpty()) {
                boolean ruled = area.get().ruled();
                String how = "%s %s%s"
                        .formatted(
                                area.get().below() ? "under" : "over",
                                name,
                                ruled ? ", in its cell" : ", between labels");
                ValueText all = new ValueText(page.number(), rows, how, label.quality() * (ruled ? 1 : BETWEEN_LABELS));
                return Optional.of(part(all, part))
                        .filter(text -> !text.isEmpty())
                        .map(text -> endsWith(text, rows) && goesOnOverEdge(page, area.get(), rows)
                                ? text.doubted("goes on over the edge of its cell")
                                : text);
            }
            if (area.get().ruled()) {
                return besideInCell(page, label, name);
            }
        }
        return beside(page, label, name, false);
    }

    private static Optional<ValueArea> area(LabelledPage page, PlacedLabel label, boolean block) {
        if (block) {
            return ValueArea.of(page, label, true, BLOCK_LINES, false);
        }
        Optional<ValueArea> area = ValueArea.of(page, label, false, VALUE_LINES, page.hasValuesOver());
        boolean elsewhere = page.hasValuesOver()
                && isLowest(page, label)
                && area.stream().allMatch(over -> page.rowsIn(over.box()).isEmpty());
        return elsewhere ? ValueArea.of(page, label, false, VALUE_LINES, false) : area;
    }

    /** The lines of a value: all of a ruled cell; between labels, those that follow each other without a gap. */
    private static List<List<Word>> rows(LabelledPage page, PlacedLabel label, ValueArea area, boolean block) {
        List<List<Word>> rows = page.rowsIn(area.box());
        if (area.ruled()) {
            return rows;
        }
        if (!block) {
            List<List<Word>> own = withoutNumbers(page, label, rows);
            return own.size() < (area.below() ? VALUE_LINES : 1)
                    ? own
                    : WrappedValue.of(page, label, area, own, BLOCK_LINES);
        }
        boolean joined = page.labels().stream()
                .anyMatch(other ->
                        other.anchor().row().equals(Optional.of(label.anchor().id())));
        return joined ? rows : rows.stream().map(BoxReader::upToGap).toList();
    }

    /** Whether no label stands below one: what is under it can only be its value. */
    private static boolean isLowest(LabelledPage page, PlacedLabel label) {
        return page.labels().stream()
                .noneMatch(other -> other.anchor().kind() != Anchor.Kind.PRINT
                        && other.box().top() >= label.box().bottom()
                        && other.box().overlapX(label.box()) > 0);
    }

    /** A cell as low as a line holds label and value side by side, as boxes 12a to 12d of payroll vendors do. */
    private static Optional<ValueText> besideInCell(LabelledPage page, PlacedLabel label, String name) {
        return ValueArea.cell(page.cells(), label.box())
                .filter(cell -> cell.height() < ONE_LINE * page.lineHeight(label))
                .flatMap(cell -> beside(page, label, name, false)
                        .filter(text -> text.words().stream().allMatch(word -> cell.containsCenterOf(word.box()))));
    }

    private static boolean endsWith(ValueText text, List<List<Word>> rows) {
        return text.rows().get(text.rows().size() - 1).equals(rows.get(rows.size() - 1));
    }

    /** Whether what is beside the label of a block is far away, while the block itself begins under it. */
    private static boolean isInOtherColumn(LabelledPage page, PlacedLabel label, ValueText beside) {
        double gap = beside.box().left() - label.box().right();
        return gap > OTHER_COLUMN * label.box().height()
                && area(page, label, true)
                        .filter(under -> !page.rowsIn(under.box()).isEmpty() && beginsUnder(page, label, under))
                        .isPresent();
    }

    /** Whether the line after the last one in a cell stands on the cell's lower edge: more was entered than there is room. */
    private static boolean goesOnOverEdge(LabelledPage page, ValueArea area, List<List<Word>> rows) {
        BoundingBox box = area.box();
        boolean edge = area.below()
                && page.cells().stream().anyMatch(cell -> Math.abs(cell.bottom() - box.bottom()) < SAME_LINE);
        double last = rows.get(rows.size() - 1).stream()
                .mapToDouble(word -> word.box().bottom())
                .max()
                .orElse(box.bottom());
        return edge
                && page.values().stream()
                        .map(Word::box)
                        .anyMatch(word -> box.left() < word.centerX()
                                && word.centerX() < box.right()
                                && word.centerY() >= box.bottom()
                                && word.top() < box.bottom() - OVER_EDGE * word.height()
                                && word.top() < last + NEXT_LINE * word.height());
    }

    /**
     * What stands right of a label that no ruling bounds, one for each place of the label: statements list wording and value
     * on a line, and what is under the wording belongs to the next line.
     */
    List<ValueText> readBeside(String anchor) {
        return pages.stream()
                .flatMap(page -> page.labels(anchor).stream()
                        .filter(label ->
                                ValueArea.cell(page.cells(), label.box()).isEmpty())
                        .flatMap(label -> beside(page, label, name(label), false).stream()))
                .toList();
    }

    /** Whether a colon leads from the label, or from what the form prints behind it, to its value. */
    private static boolean endsInColon(LabelledPage page, PlacedLabel label) {
        List<Integer> words = label.hit().words();
        int last = words.get(words.size() - 1);
        return page.print().words().get(last).text().endsWith(":");
    }

    /**
     * Without what stands in the column of box numbers, left of the wording: the numbers of boxes that hold only checkboxes
     * are declared nowhere, but begin where this label's own number does.
     */
    private static List<List<Word>> withoutNumbers(LabelledPage page, PlacedLabel label, List<List<Word>> rows) {
        if (!label.numbered()) {
            return rows;
        }
        double wording = label.hit().box().left();
        double height = page.lineHeight(label);
        boolean column = wording - label.box().left() > NUMBER_COLUMN * height;
        Set<String> numbers = page.labels().stream()
                .flatMap(other -> other.anchor().numbers().stream())
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> row.stream()
                        .filter(word -> {
                            String text = Letters.compact(word.text());
                            boolean own = column
                                    && Math.abs(word.box().left() - label.box().left()) < height;
                            return word.box().right() > wording
                                    || !(numbers.contains(text)
                                            || (own && BOX_NUMBER.matcher(text).matches()));
                        })
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static boolean beginsUnder(LabelledPage page, PlacedLabel label, ValueArea under) {
        return page.rowsIn(under.box()).stream()
                .limit(1)
                .allMatch(row -> row.get(0).box().left() - label.box().left()
                        < INDENTED * label.box().height());
    }

    /** The words of a row up to the first that stands in another column, which lists of labels and values have. */
    private static List<Word> upToGap(List<Word> row) {
        for (int i = 1; i < row.size(); i++) {
            BoundingBox before = row.get(i - 1).box();
            if (row.get(i).box().left() - before.right() > OTHER_COLUMN * before.height()) {
                return row.subList(0, i);
            }
        }
        return row;
    }

    private static boolean isBlock(FieldRule.Part part) {
        return part != FieldRule.Part.WHOLE && part != FieldRule.Part.LINE;
    }

    /**
     * The value right of the label, as lists of labels and values print it: on the line on which a wrapped label ends, else
     * on any of its lines.
     *
     * @param block whether the value may run on down to the next label
     */
    private static Optional<ValueText> beside(LabelledPage page, PlacedLabel label, String name, boolean block) {
        List<Integer> words = label.hit().words();
        BoundingBox end = page.print().words().get(words.get(words.size() - 1)).box();
        return block
                ? beside(page, label, name, label.box(), true)
                : beside(page, label, name, end, false).or(() -> beside(page, label, name, label.box(), false));
    }

    /** Right of the label anywhere in its row of a ruled table; without ruling, a little above or below its line. */
    private static Optional<ValueText> onRow(LabelledPage page, PlacedLabel label) {
        BoundingBox text = label.box();
        double slack = OFF_ROW * text.height();
        BoundingBox row = ValueArea.cell(page.cells(), text)
                .filter(cell -> cell.height() < HIGHEST_ROW * text.height())
                .map(cell -> new BoundingBox(text.left(), cell.top(), text.right(), cell.bottom()))
                .orElse(new BoundingBox(text.left(), text.top() - slack, text.right(), text.bottom() + slack));
        return beside(page, label, name(label), row, false);
    }

    private static Optional<ValueText> beside(
            LabelledPage page, PlacedLabel label, String name, BoundingBox text, boolean block) {
        double right = page.labels().stream()
                .map(PlacedLabel::box)
                .filter(other -> other.left() >= text.right()
                        && text.overlapY(other) >= ABREAST * Math.min(text.height(), other.height()))
                .mapToDouble(BoundingBox::left)
                .min()
                .orElse(page.area().right());
        if (right <= text.right()) {
            return Optional.empty();
        }
        double bottom = text.bottom();
        if (block) {
            bottom = page.labels().stream()
                    .map(PlacedLabel::box)
                    .filter(other -> other.top() >= text.bottom() && other.left() < right)
                    .mapToDouble(BoundingBox::top)
                    .min()
                    .orElse(page.area().bottom());
            bottom = Math.min(bottom, text.top() + BLOCK_LINES * BLOCK_LINE * text.height());
        }
        Optional<BoundingBox> own = ValueArea.cell(page.cells(), label.box());
        List<List<Word>> rows = page.rowsIn(new BoundingBox(text.right(), text.top(), right, bottom)).stream()
                .map(row -> label.anchor().beside() ? upToGap(row) : row)
                .map(row -> own.isEmpty()
                        ? row
                        : row.stream()
                                .filter(word -> isInRow(page, own.get(), word))
                                .toList())
                .filter(row -> !row.isEmpty())
                .toList();
        boolean begins = !rows.isEmpty()
                && rows.get(0).stream()
                        .anyMatch(word -> word.box().overlapY(text)
                                >= OFF_ROW * word.box().height());
        return rows.size() == 1 || (block && begins)
                ? Optional.of(new ValueText(page.number(), rows, "right of " + name, label.quality() * BESIDE_LABEL))
                : Optional.empty();
    }

    /** The value of a label in a cell is in a cell, too: its own or one of its row, which is no higher and no lower. */
    private static boolean isInRow(LabelledPage page, BoundingBox own, Word word) {
        return page.cells().stream()
                .anyMatch(cell -> cell.containsCenterOf(word.box())
                        && cell.top() >= own.top() - SAME_LINE
                        && cell.bottom() <= own.bottom() + SAME_LINE);
    }

    private static ValueText part(ValueText text, FieldRule.Part part) {
        if (part == FieldRule.Part.LINE) {
            return text.withRows(text.rows().subList(0, 1));
        }
        NameAndAddress split = NameAndAddress.split(text.lines());
        int address = split.name() + split.address();
        List<List<Word>> rows = text.rows();
        return text.withRows(
                switch (part) {
                    case NAME -> rows.subList(0, split.name());
                    case ADDRESS -> rows.subList(split.name(), address);
                    case PHONE -> rows.subList(address, rows.size());
                    default -> rows;
                });
    }

    static String name(PlacedLabel label) {
        String number = label.numbered() && !label.anchor().numbers().isEmpty()
                ? label.anchor().numbers().get(0) + " "
                : "";
        return "'%s%s'".formatted(number, label.hit().wording().text());
    }
}
