package dev.tabellio.jobs.store;

import dev.tabellio.document.MediaType;
import dev.tabellio.jobs.store.FileRow.FileRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The source files of all runs. */
public final class FileStore {

    /** By code point of the path, whatever collation the database has. */
    private static final Comparator<FileRow> BY_PATH = Comparator.comparing(FileRow::path);

    private final JdbcClient jdbc;

    public FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the files of a run that has none yet. */
    public void register(Collection<FileRow> files) {
        files.forEach(file -> jdbc.sql("""
                        INSERT INTO source_file (run_id, path, sha256, bytes, media_type, state, cause, pages, partition_no,
                          original_run, original_path, crashes)
                        VALUES (:run, :path, :sha256, :bytes, :mediaType, :state, :cause, :pages, :partition,
                          :originalRun, :originalPath, 0)""")
                .param("run", file.run())
                .param("path", file.path())
                .param("sha256", file.sha256().orElse(null))
                .param("bytes", file.bytes())
                .param("mediaType", file.mediaType().map(Enum::name).orElse(null))
                .param("state", file.state().name())
                .param("cause", Cut.to(4000, file.cause().orElse(null)))
                .param("pages", file.pages())
                .param("partition", file.partition())
                .param("originalRun", file.original().map(FileRef::run).orElse(null))
                .param("originalPath", file.original().map(FileRef::path).orElse(null))
                .update());
    }

    /** The files of a run by path. */
    public List<FileRow> of(String run) {
        return jdbc
                .sql("SELECT * FROM source_file WHERE run_id = :run")
                .param("run", run)
                .query(FileStore::row)
                .list()
                .stream()
                .sorted(BY_PATH)
                .toList();
    }

    public Optional<FileRow> find(String run, String path) {
        return jdbc.sql("SELECT * FROM source_file WHERE run_id = :run AND path = :path")
                .param("run", run)
                .param("path", path)
                .query(FileStore::row)
                .optional();
    }

    /** The files of a partition that are still to be processed, by path. */
    public List<FileRow> due(String run, int partition) {
        return jdbc.sql("""
                        SELECT * FROM source_file
                        WHERE run_id = :run AND partition_no = :partition AND state = 'REGISTERED'""").param("run", run).param("partition", partition).query(FileStore::row).list().stream()
                .sorted(BY_PATH)
                .toList();
    }

    /** The partitions of a run that have files still to be processed, ascending. */
    public List<Integer> duePartitions(String run) {
        return jdbc.sql("""
                        SELECT DISTINCT partition_no FROM source_file
                        WHERE run_id = :run AND state = 'REGISTERED' ORDER BY partition_no""").param("run", run).query(Integer.class).list();
    }

    /** The file of an earlier, completed run that had the same bytes and was processed; the first such run. */
    public Optional<FileRef> processedEarlier(String sha256, String thisRun) {
        return jdbc
                .sql("""
                        SELECT f.run_id, f.path FROM source_file f JOIN run r ON r.id = f.run_id
                        WHERE f.sha256 = :sha256 AND f.run_id <> :run AND r.state IN ('COMPLETED', 'WAITING')
                          AND f.classify_key IS NOT NULL
                          AND f.state IN ('POSTED', 'REVIEW', 'REJECTED', 'DUPLICATE')
                        ORDER BY r.created, r.id""")
                .param("sha256", sha256)
                .param("run", thisRun)
                .query((row, number) -> new FileRef(row.getString("run_id"), row.getString("path")))
                .list()
                .stream()
                .findFirst();
    }

    /** Parks or quarantines a file: it has no documents. */
    public void refuse(String run, String path, FileState state, String cause) {
        jdbc.sql("""
                        UPDATE source_file SET state = :state, cause = :cause, page_remarks = NULL, parse_key = NULL,
                          classify_key = NULL, recompute = NULL WHERE run_id = :run AND path = :path""")
                .param("state", state.name())
                .param("cause", Cut.to(4000, cause))
                .param("run", run)
                .param("path", path)
                .update();
    }

    /** Settles a processed file. */
    public void settle(String run, String path, FileState state, @Nullable String cause) {
        jdbc.sql("UPDATE source_file SET state = :state, cause = :cause WHERE run_id = :run AND path = :path")
                .param("state", state.name())
                .param("cause", Cut.to(4000, cause))
                .param("run", run)
                .param("path", path)
                .update();
    }

    /** Stores what processing found out about a file. */
    public void processed(
            String run,
            String path,
            int pages,
            @Nullable String pageRemarks,
            @Nullable String parseKey,
            @Nullable String classifyKey) {
        jdbc.sql("""
                        UPDATE source_file SET state = 'PROCESSED', cause = NULL, pages = :pages, page_remarks = :remarks,
                          parse_key = :parseKey, classify_key = :classifyKey, recompute = NULL
                        WHERE run_id = :run AND path = :path""")
                .param("pages", pages)
                .param("remarks", Cut.to(4000, pageRemarks))
                .param("parseKey", parseKey)
                .param("classifyKey", classifyKey)
                .param("run", run)
                .param("path", path)
                .update();
    }

    /** Puts a file that was looked at anew in the place of the registered one. */
    public void replace(FileRow file) {
        jdbc.sql("""
                        UPDATE source_file SET sha256 = :sha256, bytes = :bytes, media_type = :mediaType, state = :state,
                          cause = :cause, pages = :pages, page_remarks = NULL, crashes = 0, original_run = :originalRun,
                          original_path = :originalPath, parse_key = NULL, classify_key = NULL, recompute = :recompute
                        WHERE run_id = :run AND path = :path""")
                .param("sha256", file.sha256().orElse(null))
                .param("bytes", file.bytes())
                .param("mediaType", file.mediaType().map(Enum::name).orElse(null))
                .param("state", file.state().name())
                .param("cause", Cut.to(4000, file.cause().orElse(null)))
                .param("pages", file.pages())
                .param("originalRun", file.original().map(FileRef::run).orElse(null))
                .param("originalPath", file.original().map(FileRef::path).orElse(null))
                .param("recompute", file.recompute().map(Recompute::toString).orElse(null))
                .param("run", file.run())
                .param("path", file.path())
                .update();
    }

    /** Notes that a process died while it worked on the file. */
    public void countCrash(String run, String path) {
        jdbc.sql("UPDATE source_file SET crashes = crashes + 1 WHERE run_id = :run AND path = :path")
                .param("run", run)
                .param("path", path)
                .update();
    }

    /** How many files and pages of a run are in each state. */
    public Map<FileState, Tally> tally(String run) {
        Map<FileState, Tally> tally = new TreeMap<>();
        jdbc.sql("""
                        SELECT state, COUNT(*) AS files, SUM(pages) AS pages FROM source_file
                        WHERE run_id = :run GROUP BY state""").param("run", run).query(row -> {
            tally.put(FileState.valueOf(row.getString("state")), new Tally(row.getInt("files"), row.getLong("pages")));
        });
        return tally;
    }

    /** A number of files and the pages in them. */
    public record Tally(int files, long pages) {}

    private static FileRow row(ResultSet row, int number) throws SQLException {
        String originalRun = row.getString("original_run");
        return new FileRow(
                row.getString("run_id"),
                row.getString("path"),
                Optional.ofNullable(row.getString("sha256")),
                row.getLong("bytes"),
                Optional.ofNullable(row.getString("media_type")).map(MediaType::valueOf),
                FileState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("cause")),
                row.getInt("pages"),
                row.getInt("partition_no"),
                originalRun == null
                        ? Optional.empty()
                        : Optional.of(new FileRef(originalRun, row.getString("original_path"))),
                Optional.ofNullable(row.getString("page_remarks")),
                row.getInt("crashes"),
                Optional.ofNullable(row.getString("parse_key")),
                Optional.ofNullable(row.getString("classify_key")),
                Optional.ofNullable(row.getString("recompute")).map(Recompute::parse));
    }
}
