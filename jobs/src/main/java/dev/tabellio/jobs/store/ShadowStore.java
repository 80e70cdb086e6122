package dev.tabellio.jobs.store;

import dev.tabellio.reconciliation.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How documents that two releases read differ. Each file's comparison is a transaction of its own. */
public final class ShadowStore {

    private static final int TEXT = 100_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    ShadowStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A document that two releases read.
     *
     * @param same how many fields are the same facts, or no facts, for both
     * @param first disposition by the release of the run; empty if it has no such document
     * @param second disposition by the release beside it; empty if that has no such document
     * @param says why one of them has none, or waits; empty if nothing needs saying
     * @param differing the fields that differ
     */
    public record ShadowDocument(
            String run,
            String path,
            String document,
            String type,
            int same,
            Optional<Disposition> first,
            Optional<Disposition> second,
            Optional<String> says,
            List<ShadowField> differing) {
        public ShadowDocument {
            differing = List.copyOf(differing);
        }
    }

    /**
     * A field that two releases read differently.
     *
     * @param first the fact of the run's release; empty if it has none
     * @param second that of the release beside it
     */
    public record ShadowField(String pointer, Optional<String> first, Optional<String> second) {}

    /** Puts the comparisons of a file in the place of those that it had. */
    public void replace(String run, String path, List<ShadowDocument> documents) {
        ownTransaction.executeWithoutResult(status -> {
            for (String table : List.of("shadow_field", "shadow_document")) {
                jdbc.sql("DELETE FROM " + table + " WHERE run_id = :run AND path = :path")
                        .param("run", run)
                        .param("path", path)
                        .update();
            }
            documents.forEach(this::add);
        });
    }

    private void add(ShadowDocument document) {
        jdbc.sql("""
                        INSERT INTO shadow_document (run_id, path, document_id, type, same_fields, disposition,
                          shadow_disposition, says)
                        VALUES (:run, :path, :document, :type, :same, :first, :second, :says)""")
                .param("run", document.run())
                .param("path", document.path())
                .param("document", document.document())
                .param("type", document.type())
                .param("same", document.same())
                .param("first", document.first().map(Enum::name).orElse(null))
                .param("second", document.second().map(Enum::name).orElse(null))
                .param("says", Cut.to(4000, document.says().orElse(null)))
                .update();
        document.differing()
                .forEach(field -> jdbc.sql("""
                        INSERT INTO shadow_field (run_id, path, document_id, pointer, value_text, shadow_text)
                        VALUES (:run, :path, :document, :pointer, :first, :second)""")
                        .param("run", document.run())
                        .param("path", document.path())
                        .param("document", document.document())
                        .param("pointer", field.pointer())
                        .param("first", Cut.to(TEXT, field.first().orElse(null)))
                        .param("second", Cut.to(TEXT, field.second().orElse(null)))
                        .update());
    }

    /** All comparisons of a run, by file and document. */
    public List<ShadowDocument> of(String run) {
        Map<String, List<Placed>> fields = jdbc
                .sql("SELECT * FROM shadow_field WHERE run_id = :run ORDER BY pointer")
                .param("run", run)
                .query(Placed::of)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::place));
        return jdbc.sql("SELECT * FROM shadow_document WHERE run_id = :run ORDER BY path, document_id")
                .param("run", run)
                .query((row, number) -> new ShadowDocument(
                        run,
                        row.getString("path"),
                        row.getString("document_id"),
                        row.getString("type"),
                        row.getInt("same_fields"),
                        disposition(row, "disposition"),
                        disposition(row, "shadow_disposition"),
                        Optional.ofNullable(row.getString("says")),
                        fields
                                .getOrDefault(row.getString("path") + "\n" + row.getString("document_id"), List.of())
                                .stream()
                                .map(Placed::field)
                                .toList()))
                .list();
    }

    private static Optional<Disposition> disposition(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Disposition::valueOf);
    }

    private record Placed(String place, ShadowField field) {

        static Placed of(ResultSet row, int number) throws SQLException {
            return new Placed(
                    row.getString("path") + "\n" + row.getString("document_id"),
                    new ShadowField(
                            row.getString("pointer"),
                            Optional.ofNullable(row.getString("value_text")),
                            Optional.ofNullable(row.getString("shadow_text"))));
        }
    }
}
