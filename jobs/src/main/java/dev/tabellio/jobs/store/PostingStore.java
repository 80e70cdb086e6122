package dev.tabellio.jobs.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been handed to accounting, by identity. The primary key makes a second posting impossible. */
public final class PostingStore {

    private final JdbcClient jdbc;

    public PostingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A posting.
     *
     * @param identityDigest SHA-256 of the document's identity
     * @param valuesDigest SHA-256 of the values that were posted
     */
    public record Posting(String identityDigest, String run, String document, String valuesDigest) {}

    /** The posting of an identity by another run. */
    public Optional<Posting> byAnotherRun(String identityDigest, String run) {
        return jdbc.sql("SELECT * FROM posting WHERE identity_digest = :identity AND run_id <> :run")
                .param("identity", identityDigest)
                .param("run", run)
                .query((row, number) -> new Posting(
                        row.getString("identity_digest"),
                        row.getString("run_id"),
                        row.getString("document_id"),
                        row.getString("values_digest")))
                .optional();
    }

    /**
     * Posts a document.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the identity is posted already
     */
    public void post(Posting posting, Instant now) {
        jdbc.sql("""
                        INSERT INTO posting (identity_digest, run_id, document_id, values_digest, posted)
                        VALUES (:identity, :run, :document, :values, :now)""")
                .param("identity", posting.identityDigest())
                .param("run", posting.run())
                .param("document", posting.document())
                .param("values", posting.valuesDigest())
                .param("now", RunStore.time(now))
                .update();
    }

    /** Takes back the postings of a run that is going to be tied out again. */
    public void withdraw(String run) {
        jdbc.sql("DELETE FROM posting WHERE run_id = :run").param("run", run).update();
    }

    /** How many documents a run has posted. */
    public int count(String run) {
        return jdbc.sql("SELECT COUNT(*) FROM posting WHERE run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
    }
}
