package dev.tabellio.extraction.sections;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.TextLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one document, those of its text apart from the furniture of its pages; both in reading order.
 *
 * @param body what is read
 * @param furniture running headers, footers and page numbers
 */
public record DocumentLines(List<PlacedLine> body, List<PlacedLine> furniture) {

    /** A gap between lines starts a paragraph above this multiple of the line height... */
    private static final double PARAGRAPH_GAP = 0.7;

    /** ... and above this multiple of the page's median gap, so that wide spacing alone makes no paragraphs. */
    private static final double WIDER_THAN_USUAL = 1.25;

    public DocumentLines {
        body = List.copyOf(body);
        furniture = List.copyOf(furniture);
    }

    /** The lines inside the document's areas. */
    public static DocumentLines of(ParsedFile file, Document document) {
        List<Page> pages = document.pages().stream().map(file::page).toList();
        PageFurniture recurring = PageFurniture.of(pages);
        List<PlacedLine> body = new ArrayList<>();
        List<PlacedLine> furniture = new ArrayList<>();
        for (Page page : pages) {
            double usualGap = usualGap(page);
            List<BoundingBox> areas = document.areas().stream()
                    .filter(area -> area.page() == page.number())
                    .map(PageArea::area)
                    .toList();
            for (int i = 0; i < page.lines().size(); i++) {
                TextLine line = page.lines().get(i);
                if (areas.stream().noneMatch(area -> area.containsCenterOf(line.box()))) {
                    continue;
                }
                if (recurring.isFurniture(page, i)) {
                    furniture.add(new PlacedLine(page.number(), i, line.box(), page.text(line), false));
                } else {
                    boolean paragraph = !body.isEmpty() && apart(body.get(body.size() - 1), page, line, usualGap);
                    body.add(new PlacedLine(page.number(), i, line.box(), page.text(line), paragraph));
                }
            }
        }
        return new DocumentLines(body, furniture);
    }

    private static boolean apart(PlacedLine previous, Page page, TextLine line, double usualGap) {
        double gap = line.box().top() - previous.box().bottom();
        return previous.page() == page.number()
                && gap > PARAGRAPH_GAP * Math.max(4, line.box().height())
                && gap > WIDER_THAN_USUAL * usualGap;
    }

    /** The median distance between a line and the next one below it, in points. */
    private static double usualGap(Page page) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < page.lines().size(); i++) {
            double gap = page.lines().get(i).box().top()
                    - page.lines().get(i - 1).box().bottom();
            if (gap >= 0) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }
}
