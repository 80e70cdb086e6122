package dev.tabellio.extraction.sections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections that are open at a line, the outermost first. Used by one reading. */
final class OpenSections {

    /** Deeper ones are closed: contracts go five or six levels deep. */
    private static final int DEEPEST = 12;

    private final List<Open> stack = new ArrayList<>();
    private final Map<String, ClauseNumber> lastOfRow = new HashMap<>();

    OpenSections() {
        stack.add(new Open("", "", "", Optional.empty()));
    }

    void add(PlacedLine line) {
        deepest().lines.add(line);
    }

    /** Whether a number follows one of the open sections, or the last of its row before a heading parted them. */
    boolean goesOn(ClauseNumber number, int reach) {
        return level(number, reach) > 0
                || Optional.ofNullable(lastOfRow.get(number.row()))
                        .filter(last -> follows(last, number, reach))
                        .isPresent();
    }

    /** A section beside the open one that it follows. */
    void next(ClauseNumber number, String heading, PlacedLine line) {
        int level = level(number, Integer.MAX_VALUE);
        if (level > 0) {
            boolean parted = deepest().isUnnumberedAndEmpty() && stack.size() - 1 > level;
            Optional<Open> group = parted ? Optional.of(deepest()) : Optional.empty();
            group.ifPresent(heads -> stack.remove(stack.size() - 1));
            closeTo(level);
            group.ifPresent(stack::add);
        }
        push(number, heading, line);
    }

    /** The first section of a row below the open ones; "2.3" goes below "2". */
    void first(ClauseNumber number, String heading, PlacedLine line) {
        if (number.isDecimal()) {
            int parent = parent(number);
            if (parent > 0) {
                closeTo(parent + 1);
            }
        }
        push(number, heading, line);
    }

    /** A heading without a number: beside the last one of its kind, or below what is open. */
    void heading(PlacedLine line) {
        boolean capitals = HeadingWords.isCapitals(line.text());
        for (int i = stack.size() - 1; i > 0; i--) {
            Open candidate = stack.get(i);
            if (candidate.number.isEmpty()
                    && candidate.reference.isEmpty()
                    && !candidate.heading.isEmpty()
                    && HeadingWords.isCapitals(candidate.heading) == capitals) {
                closeTo(i);
                break;
            }
        }
        Open section = new Open("", "", line.text().strip(), Optional.empty());
        section.lines.add(line);
        stack.add(section);
        limitDepth();
    }

    /** An exhibit or a schedule: closes everything, and numbers start anew. */
    void attachment(String number, String heading, PlacedLine line) {
        closeTo(1);
        lastOfRow.clear();
        Open section = new Open(number, number, heading, Optional.empty());
        section.lines.add(line);
        stack.add(section);
    }

    Section finish() {
        closeTo(1);
        return stack.get(0).close();
    }

    private void push(ClauseNumber number, String heading, PlacedLine line) {
        Open section = new Open(number.printed(), reference(number), heading, Optional.of(number));
        section.lines.add(line);
        stack.add(section);
        lastOfRow.put(number.row(), number);
        limitDepth();
    }

    /** Numbers with several parts and those with a word name a section by themselves; others within the one above. */
    private String reference(ClauseNumber number) {
        String bare = number.printed().replaceAll("[.:]+$", "");
        if (number.named() || number.isDecimal()) {
            return bare;
        }
        String above = "";
        for (Open section : stack) {
            above = section.number.isEmpty() ? above : section.reference;
        }
        boolean attached = bare.startsWith("(") || bare.endsWith(")") || above.isEmpty();
        return above + (attached ? "" : " ") + bare;
    }

    private int level(ClauseNumber number, int reach) {
        for (int i = stack.size() - 1; i > 0; i--) {
            Optional<ClauseNumber> last = stack.get(i).value;
            if (last.isPresent() && last.get().row().equals(number.row()) && follows(last.get(), number, reach)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean follows(ClauseNumber last, ClauseNumber number, int reach) {
        return last.parts()
                        .subList(0, last.parts().size() - 1)
                        .equals(number.parts().subList(0, number.parts().size() - 1))
                && number.last() > last.last()
                && number.last() - last.last() <= reach;
    }

    /** The open section whose number is the beginning of this one; 0 if there is none. */
    private int parent(ClauseNumber number) {
        List<Integer> beginning = number.parts().subList(0, number.parts().size() - 1);
        for (int i = stack.size() - 1; i > 0; i--) {
            Optional<ClauseNumber> value = stack.get(i).value;
            if (value.isPresent() && value.get().parts().equals(beginning)) {
                return i;
            }
        }
        for (int i = 1; i < stack.size(); i++) {
            if (stack.get(i).value.filter(ClauseNumber::isDecimal).isPresent()) {
                return i - 1;
            }
        }
        return 0;
    }

    private void closeTo(int level) {
        while (stack.size() > level) {
            Open closed = stack.remove(stack.size() - 1);
            deepest().children.add(closed.close());
        }
    }

    private void limitDepth() {
        if (stack.size() > DEEPEST + 1) {
            Open last = stack.remove(stack.size() - 1);
            closeTo(DEEPEST);
            stack.add(last);
        }
    }

    private Open deepest() {
        return stack.get(stack.size() - 1);
    }

    private static final class Open {
        private final String number;
        private final String reference;
        private final String heading;
        private final Optional<ClauseNumber> value;
        private final List<PlacedLine> lines = new ArrayList<>();
        private final List<Section> children = new ArrayList<>();

        private Open(String number, String reference, String heading, Optional<ClauseNumber> value) {
            this.number = number;
            this.reference = reference;
            this.heading = heading;
            this.value = value;
        }

        private boolean isUnnumberedAndEmpty() {
            return number.isEmpty() && !heading.isEmpty() && lines.size() == 1 && children.isEmpty();
        }

        private Section close() {
            return new Section(number, reference, heading, lines, children);
        }
    }
}
