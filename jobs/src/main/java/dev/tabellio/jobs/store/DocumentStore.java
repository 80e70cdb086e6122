package dev.tabellio.jobs.store;

import dev.tabellio.jobs.store.DocumentRow.Asked;
import dev.tabellio.jobs.store.DocumentRow.DocumentRef;
import dev.tabellio.reconciliation.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of all runs. */
public final class DocumentStore {

    /** By code point of the path, whatever collation the database has, then by place in the file. */
    private static final Comparator<DocumentRow> BY_PLACE =
            Comparator.comparing(DocumentRow::path).thenComparingInt(DocumentRow::ordinal);

    private final JdbcClient jdbc;

    public DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the documents of a file in the place of those that it had. */
    public void replace(String run, String path, List<DocumentRow> documents) {
        jdbc.sql("DELETE FROM document WHERE run_id = :run AND path = :path")
                .param("run", run)
                .param("path", path)
                .update();
        documents.forEach(document -> jdbc.sql("""
                        INSERT INTO document (run_id, id, path, ordinal, type, type_version, pages, identity_digest,
                          values_digest, disposition, state, cause, extracted_key, reconciled_key, waits_for,
                          fields, asked_small, asked_large, asked_challenger, versions)
                        VALUES (:run, :id, :path, :ordinal, :type, :typeVersion, :pages, :identity, :values,
                          :disposition, :state, :cause, :extractedKey, :reconciledKey, :waitsFor,
                          :fields, :small, :large, :challenger, :versions)""")
                .param("versions", document.versions().map(ResultVersions::json).orElse(null))
                .param("run", run)
                .param("id", document.id())
                .param("path", path)
                .param("ordinal", document.ordinal())
                .param("type", document.type())
                .param("typeVersion", document.typeVersion())
                .param("pages", document.pages().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .param("identity", document.identityDigest().orElse(null))
                .param("values", document.valuesDigest().orElse(null))
                .param("disposition", document.disposition().map(Enum::name).orElse(null))
                .param("state", document.state().name())
                .param("cause", Cut.to(4000, document.cause().orElse(null)))
                .param("extractedKey", document.extractedKey().orElse(null))
                .param("reconciledKey", document.reconciledKey().orElse(null))
                .param("waitsFor", Cut.to(4000, document.waitsFor().orElse(null)))
                .param("fields", document.asked().fields())
                .param("small", document.asked().small())
                .param("large", document.asked().large())
                .param("challenger", document.asked().challenger())
                .update());
    }

    /** The documents of a run by file and place in it. */
    public List<DocumentRow> of(String run) {
        return jdbc
                .sql("SELECT * FROM document WHERE run_id = :run")
                .param("run", run)
                .query(DocumentStore::row)
                .list()
                .stream()
                .sorted(BY_PLACE)
                .toList();
    }

    /** The documents of a file in their order. */
    public List<DocumentRow> of(String run, String path) {
        return jdbc.sql("SELECT * FROM document WHERE run_id = :run AND path = :path ORDER BY ordinal")
                .param("run", run)
                .param("path", path)
                .query(DocumentStore::row)
                .list();
    }

    public Optional<DocumentRow> find(String run, String id) {
        return jdbc.sql("SELECT * FROM document WHERE run_id = :run AND id = :id")
                .param("run", run)
                .param("id", id)
                .query(DocumentStore::row)
                .optional();
    }

    /** The documents with this id, or an id that starts so, in all runs; the newest run first. */
    public List<DocumentRow> withId(String prefix) {
        return jdbc.sql("""
                        SELECT d.* FROM document d JOIN run r ON r.id = d.run_id
                        WHERE d.id LIKE :prefix ORDER BY r.created DESC, d.path, d.ordinal""")
                .param("prefix", prefix.replaceAll("[^0-9A-Za-z]", "") + "%")
                .query(DocumentStore::row)
                .list();
    }

    /** Stores what tie-out decided. */
    public void settle(
            String run,
            String id,
            DocumentState state,
            @Nullable String cause,
            @Nullable DocumentRef copyOf,
            @Nullable String tiedKey) {
        jdbc.sql("""
                        UPDATE document SET state = :state, cause = :cause, copy_of_run = :copyOfRun, copy_of = :copyOf,
                          tied_key = :tiedKey WHERE run_id = :run AND id = :id""")
                .param("state", state.name())
                .param("cause", Cut.to(4000, cause))
                .param("copyOfRun", copyOf == null ? null : copyOf.run())
                .param("copyOf", copyOf == null ? null : copyOf.document())
                .param("tiedKey", tiedKey)
                .param("run", run)
                .param("id", id)
                .update();
    }

    /** How many documents of a run are in each state. */
    public Map<DocumentState, Integer> tally(String run) {
        Map<DocumentState, Integer> tally = new EnumMap<>(DocumentState.class);
        jdbc.sql("SELECT state, COUNT(*) AS documents FROM document WHERE run_id = :run GROUP BY state")
                .param("run", run)
                .query(row -> {
                    tally.put(DocumentState.valueOf(row.getString("state")), row.getInt("documents"));
                });
        return tally;
    }

    /** How many documents of a run have each disposition of their own: what progress shows before tie-out. */
    public Map<Disposition, Integer> dispositions(String run) {
        Map<Disposition, Integer> tally = new EnumMap<>(Disposition.class);
        jdbc.sql("""
                        SELECT disposition, COUNT(*) AS documents FROM document
                        WHERE run_id = :run AND disposition IS NOT NULL GROUP BY disposition""").param("run", run).query(row -> {
            tally.put(Disposition.valueOf(row.getString("disposition")), row.getInt("documents"));
        });
        return tally;
    }

    private static DocumentRow row(ResultSet row, int number) throws SQLException {
        String copyOf = row.getString("copy_of");
        return new DocumentRow(
                row.getString("run_id"),
                row.getString("id"),
                row.getString("path"),
                row.getInt("ordinal"),
                row.getString("type"),
                row.getString("type_version"),
                pages(row.getString("pages")),
                Optional.ofNullable(row.getString("identity_digest")),
                Optional.ofNullable(row.getString("values_digest")),
                Optional.ofNullable(row.getString("disposition")).map(Disposition::valueOf),
                DocumentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("cause")),
                copyOf == null ? Optional.empty() : Optional.of(new DocumentRef(row.getString("copy_of_run"), copyOf)),
                Optional.ofNullable(row.getString("extracted_key")),
                Optional.ofNullable(row.getString("reconciled_key")),
                Optional.ofNullable(row.getString("tied_key")),
                Optional.ofNullable(row.getString("waits_for")),
                new Asked(
                        row.getInt("fields"),
                        row.getInt("asked_small"),
                        row.getInt("asked_large"),
                        row.getInt("asked_challenger")),
                Optional.ofNullable(row.getString("versions")).map(ResultVersions::parse));
    }

    private static List<Integer> pages(String list) {
        return list.isEmpty()
                ? List.of()
                : Stream.of(list.split(",")).map(Integer::valueOf).toList();
    }
}
