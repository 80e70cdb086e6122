package dev.tabellio.jobs.reading;

import java.util.List;

/** Writes CommonMark, and tables as GitHub reads them; a line of a paragraph stays a line, so that forms can be read, too. */
final class MarkdownWriter implements Prose.Writer {

    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void heading(int level, String heading) {
        text.append("#".repeat(Math.min(DEEPEST, level)))
                .append(' ')
                .append(escaped(heading))
                .append("\n\n");
    }

    @Override
    public void paragraph(String lines) {
        text.append(escaped(lines).replace("\n", "  \n")).append("\n\n");
    }

    @Override
    public void table(List<List<String>> rows) {
        row(rows.get(0));
        text.append("|").append(" --- |".repeat(rows.get(0).size())).append('\n');
        rows.subList(1, rows.size()).forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append("|");
        cells.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
        text.append('\n');
    }

    @Override
    public void failedPage(int page, String cause) {
        text.append("> Page %d could not be read: %s\n\n".formatted(page, escaped(cause)));
    }

    @Override
    public String written() {
        return text.toString();
    }

    /** What CommonMark would take for markup inside of a line, and at its start for a list, quote, heading or rule. */
    private static String escaped(String lines) {
        return lines.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1")
                .replaceAll("(?m)^(#{1,6}|[-+=~]+)(?=\\s|$)", "\\\\$1")
                .replaceAll("(?m)^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
    }
}
