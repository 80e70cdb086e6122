package dev.tabellio.jobs.cli;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.degrade.Degradation;
import dev.tabellio.samples.generate.Sample;
import dev.tabellio.samples.generate.SampleFolder;
import dev.tabellio.samples.generate.SampleGenerator;
import dev.tabellio.samples.generate.SampleWish;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes sample documents. */
@Command(
        name = "generate",
        description = {
            "Make fictional tax forms and contracts with exact truth.",
            "",
            "DIR/documents is an inbox for 'run'; DIR/truth says what is in it, for 'eval'.",
            "The same seed gives the same bytes."
        })
final class SamplesGenerateCommand extends OperatorCommand {

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Which documents (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "How many cases (default: ${DEFAULT-VALUE}).")
    private int count = 20;

    @Option(
            names = "--types",
            paramLabel = "KIND",
            split = ",",
            description = "Kinds to take in turn, such as w2-four-up, 1040, nda-letter, packet, us-1099-k (the form),"
                    + " us-1099-k-statement (as payers print it), us-1099-int-statement-sheet (several on a page);"
                    + " a name that is none of them lists them (default: all).")
    private List<String> kinds = List.of();

    @Option(
            names = "--degrade",
            paramLabel = "LIST",
            description =
                    "What happens to the paper, each with an optional strength: scan200, skew, blur, noise, light,"
                            + " stamp, bleed, bilevel, jpeg60, rotate90, png, jpg, tiff (default: nothing; the files have text).")
    private String degrade = "";

    @Option(
            names = "--flawed",
            paramLabel = "SHARE",
            description =
                    "Share of tax forms whose arithmetic is wrong on purpose, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double flawed;

    /** So many cases are drawn at a time. */
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    @Override
    ExitCode execute() throws IOException {
        if (count < 1 || !(flawed >= 0 && flawed <= 1)) {
            throw new CommandFailure(ExitCode.USAGE, "--count is at least 1 and --flawed is from 0 to 1");
        }
        List<String> chosen;
        List<Degradation> degradations;
        try {
            chosen = kinds.isEmpty()
                    ? SampleWish.names()
                    : kinds.stream().map(String::strip).toList();
            for (String name : chosen) {
                var unused = SampleWish.named(name, false, List.of());
            }
            degradations = Degradation.parseAll(degrade);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
        SampleFolder folder = new SampleFolder(out);
        folder.describe("generated from seed " + seed);
        int files = 0;
        List<Future<Sample>> ahead = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            for (int i = 0; i < count || !ahead.isEmpty(); i++) {
                if (i < count) {
                    String name = chosen.get(i % chosen.size());
                    int number = i;
                    ahead.add(workers.submit(() -> sample(number, name, degradations)));
                }
                if (i >= count || ahead.size() > WORKERS) {
                    Sample sample = done(ahead.remove(0));
                    folder.write(sample);
                    files += sample.files().size();
                }
            }
        } finally {
            workers.shutdownNow();
        }
        out().println("%s cases in %s files: %s".formatted(count, files, out.resolve("documents")));
        return ExitCode.COMPLETED;
    }

    /** A case depends on its number alone, so that the order of drawing does not matter. */
    private Sample sample(int number, String name, List<Degradation> degradations) throws IOException {
        Dice dice = new Dice(seed).named("case " + number);
        SampleWish wish = SampleWish.named(name, dice.chance(flawed), degradations);
        return new SampleGenerator()
                .generate(String.format(Locale.ROOT, "%s/%s-%04d", wish.folder(), name, number + 1), wish, dice.seed());
    }

    private static Sample done(Future<Sample> sample) throws IOException {
        try {
            return sample.get();
        } catch (ExecutionException e) {
            throw new IOException("a case cannot be drawn: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while drawing");
        }
    }
}
