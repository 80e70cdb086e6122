package dev.tabellio.jobs.cli;

import dev.tabellio.jobs.report.RunProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a run is until it is closed: a bar on a terminal, plain lines elsewhere (a scheduler's mail or log).
 *
 * <p>It asks for the progress from a thread of its own. A question that fails is not shown and does not disturb the run.
 */
final class ProgressView implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressView.class);
    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration IN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Supplier<RunProgress> source;
    private final PrintWriter err;
    private final boolean onTerminal;
    private final int columns;
    private final ScheduledExecutorService clock;
    private final Instant started = Instant.now();
    private @Nullable RunProgress first;
    private @Nullable ProgressBar bar;
    private String lastLine = "";

    private ProgressView(Supplier<RunProgress> source, PrintWriter err, boolean onTerminal, int columns) {
        this.source = source;
        this.err = err;
        this.onTerminal = onTerminal;
        this.columns = columns;
        this.clock = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to show progress.
     *
     * @param source asked about every half second on a terminal, about every ten seconds otherwise
     * @param err where it is shown
     * @param onTerminal whether lines can be rewritten in place
     * @param columns width of the terminal in characters
     */
    static ProgressView open(Supplier<RunProgress> source, PrintWriter err, boolean onTerminal, int columns) {
        ProgressView view = new ProgressView(source, err, onTerminal, columns);
        long millis = (onTerminal ? ON_TERMINAL : IN_LINES).toMillis();
        var unused = view.clock.scheduleWithFixedDelay(view::show, 0, millis, TimeUnit.MILLISECONDS);
        return view;
    }

    /** Ends the display; a bar is wiped away, because the summary that follows says more. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProgressBar open = bar;
        if (open != null) {
            open.close();
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void show() {
        try {
            RunProgress now = source.get();
            RunProgress start = first;
            if (start == null) {
                first = now;
                return;
            }
            double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
            if (onTerminal) {
                draw(start, now, seconds);
            } else {
                String line = line(start, now, seconds);
                if (!line.equals(lastLine)) {
                    lastLine = line;
                    err.println(line);
                    err.flush();
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("no progress to show", e);
        }
    }

    private void draw(RunProgress start, RunProgress now, double seconds) {
        if (now.files() == 0) {
            rewrite("looking through the inbox ...");
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("files")
                    .setInitialMax(now.files())
                    .startsFrom(start.filesDone(), Duration.ZERO)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis((int) ON_TERMINAL.toMillis())
                    .setConsumer(new DelegatingProgressBarConsumer(this::rewrite, columns - 1))
                    .build();
            bar = shown;
        }
        shown.maxHint(now.files());
        shown.stepTo(now.filesDone());
        shown.setExtraMessage("%s, %s%s"
                .formatted(now.step(), SummaryText.speed(now.pages() - start.pages(), seconds), verdicts(now)));
    }

    private void rewrite(String text) {
        err.print(CLEAR_LINE + text);
        err.flush();
    }

    /** One line about a run of another process. @param seconds that the run has worked */
    static String line(double seconds, RunProgress now) {
        return line(new RunProgress(now.step(), 0, 0, 0, 0, 0, 0, 0, 0), now, seconds);
    }

    /** One line of progress, with the time that is left if it can be told. */
    static String line(RunProgress start, RunProgress now, double seconds) {
        int done = now.filesDone() - start.filesDone();
        int due = now.files() - now.filesDone();
        String left = done > 0 && due > 0 ? ", about " + SummaryText.duration(seconds / done * due) + " left" : "";
        return "%s: %d of %d files, %d pages, %s%s%s"
                .formatted(
                        now.step(),
                        now.filesDone(),
                        now.files(),
                        now.pages(),
                        SummaryText.speed(now.pages() - start.pages(), seconds),
                        verdicts(now),
                        left);
    }

    private static String verdicts(RunProgress now) {
        StringBuilder text = new StringBuilder(", %d to post, %d to review".formatted(now.post(), now.review()));
        count(text, now.rejected(), "rejected");
        count(text, now.quarantined(), "quarantined");
        return text.append(", %d parked".formatted(now.parked())).toString();
    }

    private static void count(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
