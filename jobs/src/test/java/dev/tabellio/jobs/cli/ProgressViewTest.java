package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.report.RunProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

    @Test
    void aLineSaysHowFarHowFastAndHowLong() {
        RunProgress start = new RunProgress("process", 200, 20, 100, 0, 0, 0, 0, 0);
        RunProgress now = new RunProgress("process", 200, 110, 400, 80, 9, 0, 1, 2);

        assertThat(ProgressView.line(start, now, 30))
                .isEqualTo("process: 110 of 200 files, 400 pages, 10.0 pages/s, 80 to post, 9 to review, 2 quarantined,"
                        + " 1 parked, about 30 s left");
    }

    @Test
    void nothingIsForetoldBeforeAnythingIsDone() {
        RunProgress now = new RunProgress("register", 5, 0, 0, 0, 0, 0, 0, 0);

        assertThat(ProgressView.line(now, now, 0)).doesNotContain("left").contains("0 of 5 files", "0.0 pages/s");
    }

    @Test
    void aTerminalGetsABarThatIsWipedAtTheEnd() throws InterruptedException {
        StringWriter written = new StringWriter();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        try (ProgressView view = ProgressView.open(
                () -> new RunProgress("process", 200, 110, 400, 80, 9, 0, 1, 2), new PrintWriter(written), true, 120)) {
            while (!written.toString().contains("80 to post") && Instant.now().isBefore(deadline)) {
                Thread.sleep(20);
            }
        }

        assertThat(written.toString())
                .contains("110/200")
                .contains("80 to post, 9 to review")
                .endsWith("\r\u001b[K");
        assertThat(written.toString().split("\r"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(125));
    }

    @Test
    void aFailingQuestionDoesNotEndTheDisplay() throws InterruptedException {
        StringWriter written = new StringWriter();
        try (ProgressView view = ProgressView.open(
                () -> {
                    throw new IllegalStateException("database busy");
                },
                new PrintWriter(written),
                true,
                80)) {
            Thread.sleep(700);
        }

        assertThat(written.toString()).isEmpty();
    }
}
