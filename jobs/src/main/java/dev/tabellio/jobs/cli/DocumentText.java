package dev.tabellio.jobs.cli;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Citation;
import dev.tabellio.document.Corroboration;
import dev.tabellio.document.ExtractedField;
import dev.tabellio.document.PageNumbers;
import dev.tabellio.jobs.inspect.DocumentView;
import dev.tabellio.jobs.inspect.Unseen;
import dev.tabellio.jobs.store.ResultVersions;
import dev.tabellio.reconciliation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document as a person reads it: what it is, its fields with their evidence, what speaks against it, its history. */
final class DocumentText {

    private DocumentText() {}

    /**
     * Several lines, each ended.
     *
     * @param allFindings also those that are satisfied or do not apply
     */
    static String of(DocumentView view, boolean allFindings) {
        StringBuilder text = new StringBuilder();
        text.append("Document %s  %s  %s%n".formatted(view.id(), view.type(), view.state()));
        if (view.cause() != null) {
            view.cause()
                    .lines()
                    .filter(line -> view.findings().stream().noneMatch(finding -> line.endsWith(finding.says())))
                    .forEach(line -> text.append("  %s%n".formatted(line)));
        }
        TextTable head = new TextTable();
        head.row("file", view.file() + ", " + PageNumbers.named(view.pages()));
        if (view.run() != null) {
            head.row("run", view.run());
        }
        if (view.copyOf() != null) {
            head.row("copy of", view.copyOf());
        }
        view.copies().forEach(copy -> head.row("copy", copy));
        ResultVersions versions = view.versions();
        if (versions != null) {
            head.row("versions", says(versions));
        }
        text.append(head.render("  "));
        fields(text, view.fields());
        findings(text, view.findings(), allFindings);
        unseen(text, view.unseen());
        history(text, view.history());
        return text.toString();
    }

    private static String says(ResultVersions versions) {
        return "schema %s, rules %s, code %s%s"
                .formatted(
                        versions.schema(),
                        versions.rules(),
                        versions.code(),
                        versions.models().isEmpty()
                                ? ""
                                : ", prompt %s, asked %s".formatted(versions.prompt(), versions.models()));
    }

    private static void fields(StringBuilder text, Map<String, ExtractedField> fields) {
        TextTable cited = new TextTable();
        List<String> uncited = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        fields.forEach((pointer, field) -> {
            if (field instanceof ExtractedField.Cited found) {
                cited.row(
                        pointer,
                        String.format(Locale.ROOT, "%.2f", found.confidence()),
                        oneLine(found.value().asText()));
                cited.row("", "", "  " + evidence(found));
                found.corroborations().forEach(look -> cited.row("", "", "  " + says(look)));
            } else if (field instanceof ExtractedField.Uncited doubtful) {
                uncited.add("%s  \"%s\"%n      %s%s%n"
                        .formatted(
                                pointer,
                                oneLine(doubtful.text()),
                                doubtful.reason(),
                                doubtful.nearby().isEmpty()
                                        ? ""
                                        : " (" + place(doubtful.nearby().get(0)) + ")"));
            } else {
                absent.add(pointer);
            }
        });
        text.append("%nFields%n".formatted()).append(cited.render("  "));
        if (!uncited.isEmpty()) {
            text.append("%nNot certain enough to be facts%n".formatted());
            uncited.forEach(line -> text.append("  ").append(line));
        }
        if (!absent.isEmpty()) {
            text.append("%nNot in the document%n  %s%n".formatted(String.join(", ", absent)));
        }
    }

    private static String evidence(ExtractedField.Cited found) {
        String value = oneLine(found.value().asText());
        return Stream.concat(
                                found.citations().stream()
                                        .map(citation ->
                                                place(citation) + printed(citation.text(), value) + orElse(citation)),
                                found.data().stream()
                                        .map(citation -> citation.attachment() + " " + citation.path()
                                                + printed(citation.text(), value)))
                        .collect(Collectors.joining("; "))
                + "  " + found.how();
    }

    private static String printed(String text, String value) {
        String printed = oneLine(text);
        return printed.equals(value) ? "" : " \"" + printed + "\"";
    }

    /** Such as {@code , or "1,284.56"}, for a text that was read in two ways. */
    private static String orElse(Citation citation) {
        String other = citation.otherReading();
        return other == null ? "" : ", or \"" + oneLine(other) + "\"";
    }

    /** Such as {@code second reading "12-3456789": the same}. */
    private static String says(Corroboration look) {
        return "%s \"%s\": %s"
                .formatted(words(look.by()), oneLine(look.says()), look.agrees() ? "the same" : "does not agree");
    }

    /** Such as {@code p1 [72 100 140 112] form field, verified}. */
    private static String place(Citation citation) {
        BoundingBox box = citation.box();
        return String.format(
                Locale.ROOT,
                "p%d [%.0f %.0f %.0f %.0f] %s%s",
                citation.page(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom(),
                words(citation.origin()),
                citation.status() == Citation.Status.VERIFIED ? "" : ", " + words(citation.status()));
    }

    private static void findings(StringBuilder text, List<Finding> findings, boolean all) {
        if (findings.isEmpty()) {
            return;
        }
        text.append("%nFindings%n".formatted());
        TextTable table = new TextTable();
        for (Finding finding : findings) {
            boolean violated = finding.outcome() == Finding.Outcome.VIOLATED;
            if (violated || all) {
                String weight = violated ? words(finding.severity()) : words(finding.outcome());
                table.row(weight, finding.rule(), oneLine(finding.says()));
            }
        }
        text.append(table.render("  "));
        long satisfied = count(findings, Finding.Outcome.SATISFIED);
        long silent = count(findings, Finding.Outcome.NOT_APPLICABLE);
        if (!all && satisfied + silent > 0) {
            text.append("  %d satisfied, %d not applicable (see them with --all)%n".formatted(satisfied, silent));
        }
    }

    /** What nobody sees on some pages, and what speaks to models there. */
    static void unseen(StringBuilder text, Unseen unseen) {
        if (!unseen.hidden().isEmpty()) {
            text.append("%nHidden text, which is never read as part of the document%n".formatted());
            TextTable table = new TextTable();
            unseen.hidden()
                    .forEach(hidden -> table.row(
                            where(hidden.page(), hidden.box()),
                            words(hidden.why()),
                            "\"" + oneLine(hidden.text()) + "\""));
            text.append(table.render("  "));
        }
        if (!unseen.injections().isEmpty()) {
            text.append("%nSpeaks to language models, and is withheld from them%n".formatted());
            unseen.injections().forEach(speaks -> text.append("  %s%n".formatted(oneLine(speaks.says()))));
        }
    }

    private static String where(int page, @Nullable BoundingBox box) {
        if (page == 0) {
            return "file";
        }
        return box == null
                ? "p" + page
                : String.format(
                        Locale.ROOT,
                        "p%d [%.0f %.0f %.0f %.0f]",
                        page,
                        box.left(),
                        box.top(),
                        box.right(),
                        box.bottom());
    }

    static void history(StringBuilder text, List<DocumentView.Event> history) {
        if (history.isEmpty()) {
            return;
        }
        text.append("%nHistory%n".formatted());
        TextTable table = new TextTable();
        history.forEach(event -> table.row(event.at(), event.says()));
        text.append(table.render("  "));
    }

    private static long count(List<Finding> findings, Finding.Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " / ");
    }
}
