package dev.tabellio.jobs.cli;

import dev.tabellio.document.PageNumbers;
import dev.tabellio.jobs.inspect.FileView;

/** A file as a person reads it: its state and why, its pages, its documents, what nobody sees in it, its history. */
final class FileText {

    private FileText() {}

    /** Several lines, each ended. */
    static String of(FileView view) {
        StringBuilder text = new StringBuilder();
        text.append("File %s  %s%n".formatted(view.path(), view.state()));
        if (view.cause() != null) {
            text.append("  %s%n".formatted(view.cause()));
        }
        TextTable head = new TextTable();
        if (view.run() != null) {
            head.row("run", view.run());
        }
        if (view.sha256() != null) {
            head.row("sha256", view.sha256());
        }
        head.row("bytes", String.valueOf(view.bytes()));
        if (view.original() != null) {
            head.row("same bytes as", view.original());
        }
        text.append(head.render("  "));
        if (!view.documents().isEmpty()) {
            text.append("%nDocuments%n".formatted());
            TextTable documents = new TextTable();
            view.documents()
                    .forEach(document -> documents.row(
                            document.id(),
                            document.type(),
                            PageNumbers.named(document.pages()),
                            document.state(),
                            document.cause() == null
                                    ? ""
                                    : document.cause().lines().findFirst().orElse("")));
            text.append(documents.render("  "));
        }
        if (!view.pages().isEmpty()) {
            text.append("%nPages%n".formatted());
            TextTable pages = new TextTable();
            view.pages()
                    .forEach(page -> pages.row(
                            String.valueOf(page.number()), page.reading(), page.words() + " words", page.use()));
            text.append(pages.render("  "));
        }
        DocumentText.unseen(text, view.unseen());
        DocumentText.history(text, view.history());
        return text.toString();
    }
}
