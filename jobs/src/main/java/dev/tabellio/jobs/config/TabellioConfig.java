package dev.tabellio.jobs.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one installation.
 *
 * @param home absolute; everything that Tabellio keeps is below it unless the database is elsewhere
 * @param workers files that are processed at the same time, 1 or more
 * @param llm when language models are asked
 */
public record TabellioConfig(
        Path home, int workers, Database database, Limits limits, Ocr ocr, Layout layout, LlmConfig llm) {

    /**
     * Where state lives.
     *
     * @param url JDBC URL, H2 or PostgreSQL
     */
    public record Database(String url, String user, String password) {
        /** Without the password, which must not reach a log. */
        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /**
     * What a file may have at most before it is quarantined.
     *
     * @param bytes of the file
     * @param pages of the file
     * @param pixels of one page image
     */
    public record Limits(long bytes, int pages, long pixels) {}

    /**
     * How pages without usable text are read.
     *
     * @param dpi resolution at which pages are rendered for recognition
     * @param timePerPage after which a page counts as failed
     * @param languages as Tesseract names them, the most frequent first
     * @param tessdata folder with the {@code .traineddata} files of languages other than English
     * @param readTwice percent of the pages with text on an image that are recognised as well and compared
     * @param postScans whether the values of scanned tax forms are read a second time, and forms posted that it confirms.
     *     Not by default: of 40 documents that were posted so from sets it was not tuned on, 4 had a wrong value
     *     (2026-11-21)
     */
    public record Ocr(
            int dpi,
            Duration timePerPage,
            List<String> languages,
            Optional<Path> tessdata,
            int readTwice,
            boolean postScans) {
        public Ocr {
            languages = List.copyOf(languages);
        }
    }

    /**
     * How the regions of a page are found.
     *
     * @param model TorchScript or ONNX file (its name ends with .onnx) of the user's own
     * @param builtIn whether the model that ships with Tabellio is used; without any model pages have no regions
     */
    public record Layout(Optional<Path> model, boolean builtIn) {

        /** Geometry alone. */
        public static final Layout NONE = new Layout(Optional.empty(), false);

        /**
         * What a person asks for.
         *
         * @param wanted {@code none}, {@code built-in} or the name of a file
         * @param home where relative names start
         */
        public static Layout of(String wanted, Path home) {
            return switch (wanted) {
                case "none" -> NONE;
                case "built-in" -> new Layout(Optional.empty(), true);
                default -> new Layout(Optional.of(home.resolve(wanted)), false);
            };
        }

        public boolean isNone() {
            return model.isEmpty() && !builtIn;
        }
    }

    /** The same with other regions of pages. */
    public TabellioConfig withLayout(Layout other) {
        return new TabellioConfig(home, workers, database, limits, ocr, other, llm);
    }

    /** The same with another number of workers. @throws InvalidConfiguration if there are none */
    public TabellioConfig withWorkers(int number) {
        if (number < 1) {
            throw new InvalidConfiguration("--workers is %d, but must be at least 1".formatted(number));
        }
        return new TabellioConfig(home, number, database, limits, ocr, layout, llm);
    }

    /** Files that compute at the same time: no more than there are cores. */
    public int computing() {
        return Math.min(workers, Runtime.getRuntime().availableProcessors());
    }

    /** The same with other language models. */
    public TabellioConfig withLlm(LlmConfig other) {
        return new TabellioConfig(home, workers, database, limits, ocr, layout, other);
    }

    /**
     * Threads that work on files: those that compute, as many and one more that wait for the disk, and those that wait for
     * the answers of models. (1,553 text-layer pages on 2 cores took 15.6 s with 3 threads, 14.8 s with 5, 15.9 s with 7;
     * means of 6, 4 and 2 runs, 2026-11-21.)
     */
    public int threads() {
        return 2 * workers
                + 1
                + (llm.asks()
                        ? llm.models().values().stream()
                                .mapToInt(model -> model.pace().concurrency())
                                .max()
                                .orElse(0)
                        : 0);
    }

    /** Folder of the artifacts, one subfolder per stage. */
    public Path artifacts() {
        return home.resolve("artifacts");
    }

    /** Folder of the user's own document types; may be missing. */
    public Path doctypes() {
        return home.resolve("doctypes");
    }

    /** Folder of the evaluations that were kept. */
    public Path evaluations() {
        return home.resolve("evaluations");
    }

    /** Folder of the log files. */
    public Path logs() {
        return home.resolve("logs");
    }
}
