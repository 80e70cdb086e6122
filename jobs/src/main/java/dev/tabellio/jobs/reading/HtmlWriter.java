package dev.tabellio.jobs.reading;

import java.util.List;

/** Writes an HTML page that needs nothing else. */
final class HtmlWriter implements Prose.Writer {

    private static final int DEEPEST = 6;

    private final StringBuilder text =
            new StringBuilder("<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");

    @Override
    public void heading(int level, String heading) {
        int depth = Math.min(DEEPEST, level);
        text.append("<h%d>%s</h%d>\n".formatted(depth, escaped(heading), depth));
    }

    @Override
    public void paragraph(String lines) {
        text.append("<p>").append(escaped(lines).replace("\n", "<br>\n")).append("</p>\n");
    }

    @Override
    public void table(List<List<String>> rows) {
        text.append("<table>\n");
        for (int row = 0; row < rows.size(); row++) {
            String tag = row == 0 ? "th" : "td";
            text.append("<tr>");
            rows.get(row).forEach(cell -> text.append("<%s>%s</%s>".formatted(tag, escaped(cell), tag)));
            text.append("</tr>\n");
        }
        text.append("</table>\n");
    }

    @Override
    public void failedPage(int page, String cause) {
        text.append("<p><strong>Page %d could not be read: %s</strong></p>\n".formatted(page, escaped(cause)));
    }

    @Override
    public String written() {
        return text + "</body></html>\n";
    }

    private static String escaped(String lines) {
        return lines.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
