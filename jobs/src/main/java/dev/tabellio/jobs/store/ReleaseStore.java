package dev.tabellio.jobs.store;

import dev.tabellio.document.ArtifactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/** The releases, and which of them was active when. Safe for all threads. */
public final class ReleaseStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReleaseStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A release as it is stored.
     *
     * @param code version of the code that it was made with, 12 hex digits
     * @param models JSON, as in the configuration; without keys
     * @param types by id
     */
    public record ReleaseRow(
            String name, Instant created, String note, String code, String models, List<TypeRow> types) {
        public ReleaseRow {
            types = List.copyOf(types);
        }
    }

    /**
     * A document type in a release.
     *
     * @param digest of its folder
     */
    public record TypeRow(String type, String digest, String schema, String prompt, String rules) {}

    /**
     * From when on a release was active.
     *
     * @param release empty for the installation as it is
     * @param rolledBack whether the one before was taken back for it
     */
    public record Activation(Optional<String> release, boolean rolledBack, Instant since) {}

    /**
     * Keeps a release.
     *
     * @param folders files of each type's folder by type, then by name
     * @throws DuplicateKeyException if there is one with its name
     */
    public void add(ReleaseRow release, Map<String, Map<String, String>> folders) {
        release.types().forEach(type -> addFolder(type, folders.getOrDefault(type.type(), Map.of())));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            INSERT INTO tabellio_release (name, created, note, code, models)
                            VALUES (:name, :created, :note, :code, :models)""")
                    .param("name", release.name())
                    .param("created", RunStore.time(release.created()))
                    .param("note", release.note())
                    .param("code", release.code())
                    .param("models", release.models())
                    .update();
            release.types()
                    .forEach(type -> jdbc.sql("""
                            INSERT INTO release_type (release_name, type, digest, schema_version, prompt_version,
                              rules_version)
                            VALUES (:name, :type, :digest, :schema, :prompt, :rules)""")
                            .param("name", release.name())
                            .param("type", type.type())
                            .param("digest", type.digest())
                            .param("schema", type.schema())
                            .param("prompt", type.prompt())
                            .param("rules", type.rules())
                            .update());
        });
    }

    private void addFolder(TypeRow type, Map<String, String> files) {
        try {
            jdbc.sql("""
                            INSERT INTO release_folder (digest, type, files)
                            SELECT CAST(:digest AS CHAR(64)), CAST(:type AS VARCHAR(100)), CAST(:files AS VARCHAR(1000000))
                            WHERE NOT EXISTS (SELECT 1 FROM release_folder WHERE digest = :digest)""")
                    .param("digest", type.digest())
                    .param("type", type.type())
                    .param("files", ArtifactJson.mapper().writeValueAsString(new TreeMap<>(files)))
                    .update();
        } catch (DuplicateKeyException e) {
            // somebody else kept the same folder in between
        }
    }

    /** All releases, the oldest first. */
    public List<ReleaseRow> all() {
        return jdbc.sql("SELECT * FROM tabellio_release ORDER BY created, name")
                .query(this::row)
                .list();
    }

    public Optional<ReleaseRow> find(String name) {
        return jdbc.sql("SELECT * FROM tabellio_release WHERE name = :name")
                .param("name", name)
                .query(this::row)
                .optional();
    }

    /** The files of a type's folder by name. */
    public Map<String, String> folder(String digest) {
        String files = jdbc.sql("SELECT files FROM release_folder WHERE digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .single();
        return ArtifactJson.mapper().readValue(files, new TypeReference<TreeMap<String, String>>() {});
    }

    /** Notes what is active from now on. */
    public void activate(Activation activation) {
        jdbc.sql("""
                        INSERT INTO release_activation (release_name, rolled_back, activated)
                        VALUES (:name, :rolledBack, :since)""")
                .param("name", activation.release().orElse(null))
                .param("rolledBack", activation.rolledBack())
                .param("since", RunStore.time(activation.since()))
                .update();
    }

    /** What was active, the oldest first; empty if nothing ever was activated. */
    public List<Activation> activations() {
        return jdbc.sql("SELECT * FROM release_activation ORDER BY id")
                .query((row, number) -> new Activation(
                        Optional.ofNullable(row.getString("release_name")),
                        row.getBoolean("rolled_back"),
                        RunStore.instant(row, "activated").orElseThrow()))
                .list();
    }

    private ReleaseRow row(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new ReleaseRow(
                name,
                RunStore.instant(row, "created").orElseThrow(),
                row.getString("note"),
                row.getString("code"),
                row.getString("models"),
                jdbc.sql("SELECT * FROM release_type WHERE release_name = :name ORDER BY type")
                        .param("name", name)
                        .query((type, place) -> new TypeRow(
                                type.getString("type"),
                                type.getString("digest"),
                                type.getString("schema_version"),
                                type.getString("prompt_version"),
                                type.getString("rules_version")))
                        .list());
    }
}
