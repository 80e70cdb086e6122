package dev.tabellio.jobs.verify;

import dev.tabellio.doctype.DocumentType;
import dev.tabellio.doctype.DocumentTypes;
import dev.tabellio.jobs.config.TabellioConfig;
import dev.tabellio.jobs.doctypes.DoctypeCheck;
import dev.tabellio.jobs.doctypes.Problem;
import java.util.List;
import java.util.function.Supplier;

/** Whether the document types, the user's own included, are complete and sound. */
public final class DoctypeProbe implements Probe {

    private final TabellioConfig config;
    private final Supplier<DoctypeCheck> check;

    /** @param check made when the types have been loaded */
    public DoctypeProbe(TabellioConfig config, Supplier<DoctypeCheck> check) {
        this.config = config;
        this.check = check;
    }

    @Override
    public String name() {
        return "doctypes";
    }

    @Override
    public Answer look() {
        DocumentTypes types;
        try {
            types = DocumentTypes.withUserFolder(config.doctypes());
        } catch (IllegalArgumentException e) {
            return Answer.fail(name(), String.valueOf(e.getMessage()), "Correct it, or move the folder away.");
        }
        for (DocumentType type : types.all()) {
            List<Problem> problems = check.get().check(type);
            if (!problems.isEmpty()) {
                return Answer.fail(
                        name(),
                        "%s has %d problem(s), the first: %s".formatted(type.id(), problems.size(), problems.get(0)),
                        "See all of them with 'tabellio doctypes check FOLDER'.");
            }
        }
        return Answer.ok(
                name(),
                String.join(", ", types.all().stream().map(DocumentType::id).toList()));
    }
}
