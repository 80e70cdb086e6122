package dev.tabellio.jobs.reading;

import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.document.Table;
import dev.tabellio.extraction.sections.PlacedLine;
import dev.tabellio.extraction.sections.Section;
import dev.tabellio.extraction.sections.SectionTree;
import dev.tabellio.extraction.tables.WholeTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through a file section by section and tells a writer what stands there. */
final class Prose {

    /** Where the text goes. Texts are as printed; the writer escapes them. */
    interface Writer {

        void heading(int level, String text);

        void paragraph(String text);

        /** @param rows texts by row and column, all rows of one length; the first row heads the columns */
        void table(List<List<String>> rows);

        void failedPage(int page, String cause);

        /** All of it. */
        String written();
    }

    private final ParsedFile upright;
    private final Writer writer;
    private final Set<PlacedTable> written = new HashSet<>();

    private Prose(ParsedFile upright, Writer writer) {
        this.upright = upright;
        this.writer = writer;
    }

    /** A table by its page and its place in the page's list. */
    private record PlacedTable(int page, int index) {}

    static String of(ParsedFile file, Writer writer) {
        for (Page page : file.pages()) {
            if (page.reading() == PageReading.FAILED) {
                writer.failedPage(page.number(), String.valueOf(page.failure()));
            }
        }
        ParsedFile upright = file.upright();
        Document whole = new Document(
                "0000000000000000",
                file.sha256(),
                "any",
                "1",
                upright.pages().stream()
                        .map(page -> new PageArea(page.number(), page.bounds()))
                        .toList(),
                List.of());
        new Prose(upright, writer).write(SectionTree.of(upright, whole).root(), 0);
        return writer.written();
    }

    private void write(Section section, int level) {
        StringBuilder paragraph = new StringBuilder();
        boolean first = level > 0 && !section.heading().isEmpty();
        for (PlacedLine line : section.lines()) {
            Optional<PlacedTable> table = tableAround(line);
            if (first && table.isEmpty()) {
                writer.heading(level, line.text());
                first = false;
                continue;
            }
            first = false;
            if ((table.isPresent() || line.opensParagraph()) && paragraph.length() > 0) {
                writer.paragraph(paragraph.toString());
                paragraph.setLength(0);
            }
            if (table.isPresent()) {
                write(table.get());
            } else {
                paragraph.append(paragraph.length() == 0 ? "" : "\n").append(line.text());
            }
        }
        if (paragraph.length() > 0) {
            writer.paragraph(paragraph.toString());
        }
        section.children().forEach(child -> write(child, level + 1));
    }

    private Optional<PlacedTable> tableAround(PlacedLine line) {
        Page page = upright.page(line.page());
        List<Integer> words = page.lines().get(line.index()).words();
        for (int i = 0; i < page.tables().size(); i++) {
            if (page.tables().get(i).cells().stream()
                    .anyMatch(cell -> cell.words().containsAll(words.subList(0, 1)))) {
                return Optional.of(new PlacedTable(line.page(), i));
            }
        }
        return Optional.empty();
    }

    /** Where its first line stands; a part that goes on from the page before stands there already. */
    private void write(PlacedTable placed) {
        Table table = upright.page(placed.page()).tables().get(placed.index());
        if (written.add(placed) && !table.continues()) {
            writer.table(WholeTable.from(upright, placed.page(), table).rows());
        }
    }
}
