package dev.tabellio.jobs.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.llm.CostBook.By;
import dev.tabellio.jobs.llm.CostBook.Line;
import dev.tabellio.jobs.store.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostBookTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder;

    private final Locale locale = Locale.getDefault();
    private Database database;
    private CostBook book;
    private int calls;

    @BeforeEach
    void open() {
        Locale.setDefault(Locale.GERMANY);
        database = Database.open("jdbc:h2:" + folder.resolve("db"), "sa", "", 1);
        book = new CostBook(database);
    }

    @AfterEach
    void close() {
        database.close();
        Locale.setDefault(locale);
    }

    @Test
    void daysLikeTheOthersAreNotNamed() {
        for (int day = 0; day < 10; day++) {
            calls(day, 10, 0, day % 2 == 0 ? "0.10" : "0.12");
        }
        assertThat(book.anomalies(FIRST)).isEmpty();
    }

    @Test
    void aDearDayADearDocumentAndManyFailuresAreNamed() {
        for (int day = 0; day < 7; day++) {
            calls(day, 10, 0, "0.10");
        }
        calls(7, 30, 0, "0.10");
        calls(8, 4, 0, "0.20");
        calls(9, 10, 3, "0.10");

        assertThat(book.anomalies(FIRST.plusDays(7)))
                .containsExactly(
                        "2026-11-08: it cost 3.00, 3.0 times the 1.00 that were usual on the days before",
                        "2026-11-09: a document cost 0.20, 2.0 times the 0.10 that were usual on the days before",
                        "2026-11-10: 3 of 10 calls failed");
    }

    @Test
    void aDayWithFewBeforeItIsComparedWithNothing() {
        calls(0, 10, 0, "0.10");
        calls(1, 10, 0, "0.10");
        calls(2, 90, 0, "0.10");
        assertThat(book.anomalies(FIRST)).isEmpty();
    }

    @Test
    void linesAddUpByWhateverIsAsked() {
        calls(0, 4, 1, "0.10");
        calls(1, 6, 0, "0.50");

        assertThat(book.lines(By.DAY, FIRST)).extracting(Line::key).containsExactly("2026-11-01", "2026-11-02");
        Line all = book.lines(By.TENANT, FIRST).get(0);
        assertThat(all.key()).isEqualTo("acme");
        assertThat(all.calls()).isEqualTo(10);
        assertThat(all.failed()).isEqualTo(1);
        assertThat(all.money()).isEqualByComparingTo("3.40");
        assertThat(all.inDoubt()).isEqualByComparingTo("0.10");
        assertThat(all.documents()).isEqualTo(10);
        assertThat(all.perDocument()).isEqualByComparingTo("0.34");
        assertThat(book.lines(By.MODEL, FIRST.plusDays(1)))
                .singleElement()
                .satisfies(line -> assertThat(line.money()).isEqualByComparingTo("3.00"));
    }

    /** Calls of a day, each about a document of its own. */
    private void calls(int day, int count, int failed, String money) {
        for (int i = 0; i < count; i++) {
            String hash = "%064d".formatted(++calls);
            OffsetDateTime at = FIRST.plusDays(day).atTime(1, 0).atOffset(ZoneOffset.UTC);
            database.jdbc().sql("""
                            INSERT INTO model_request (hash, state, holder, holder_host, holder_pid, holder_started, held_until)
                            VALUES (:hash, 'ANSWERED', 'holder', 'host', 1, :at, :at)""").param("hash", hash).param("at", at).update();
            database.jdbc()
                    .sql("""
                            INSERT INTO model_call (request_hash, attempt_no, state, tier, provider, model, prompt_version,
                              tenant, run_id, document_id, type, reading, intended, budget_day, charged_tokens,
                              charged_money, input_tokens, cached_tokens, output_tokens)
                            VALUES (:hash, 1, :state, 'SMALL', 'openai', 'tiny', 'p', 'acme', 'r1', :document, 'us-w2', 'r',
                              :at, :day, 100, :money, 80, 0, 20)""")
                    .param("hash", hash)
                    .param("state", i < failed ? "FAILED" : "ANSWERED")
                    .param("document", "d" + calls)
                    .param("at", at)
                    .param("day", FIRST.plusDays(day).toString())
                    .param("money", new BigDecimal(money))
                    .update();
        }
    }
}
