package dev.tabellio.jobs.reading;

import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.PageReading;
import dev.tabellio.document.ParsedFile;
import dev.tabellio.extraction.sections.PlacedLine;
import dev.tabellio.extraction.sections.Section;
import dev.tabellio.extraction.sections.SectionTree;
import java.util.List;

/** Walks through a file section by section and tells a writer what stands there. */
final class Prose {

    /** Where the text goes. Texts are as printed; the writer escapes them. */
    interface Writer {

        void heading(int level, String text);

        void paragraph(String text);

        void failedPage(int page, String cause);

        /** All of it. */
        String written();
    }

    private Prose() {}

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
        write(SectionTree.of(upright, whole).root(), 0, writer);
        return writer.written();
    }

    private static void write(Section section, int level, Writer writer) {
        StringBuilder paragraph = new StringBuilder();
        boolean first = level > 0 && !section.heading().isEmpty();
        for (PlacedLine line : section.lines()) {
            if (first) {
                writer.heading(level, line.text());
                first = false;
                continue;
            }
            if (line.opensParagraph() && paragraph.length() > 0) {
                writer.paragraph(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.length() == 0 ? "" : "\n").append(line.text());
        }
        if (paragraph.length() > 0) {
            writer.paragraph(paragraph.toString());
        }
        section.children().forEach(child -> write(child, level + 1, writer));
    }
}
