package dev.tabellio.jobs.config;

/**
 * Every key of {@code tabellio.yaml}.
 *
 * <p>A key can also be given as the environment variable {@code TABELLIO_LIMITS_BYTES} or the system property {@code
 * tabellio.limits.bytes}; the property wins over the variable, the variable over the file.
 */
public enum Setting {
    WORKERS("workers", "files processed at the same time; default: the number of cores"),
    DATABASE_URL("database.url", "JDBC URL (H2 or PostgreSQL); default: an H2 file in the home folder"),
    DATABASE_USER("database.user", "database user"),
    DATABASE_PASSWORD("database.password", "database password; better given as TABELLIO_DATABASE_PASSWORD"),
    LIMITS_BYTES("limits.bytes", "largest file in bytes"),
    LIMITS_PAGES("limits.pages", "most pages in a file"),
    LIMITS_PIXELS("limits.pixels", "most pixels in one page image"),
    OCR_DPI("ocr.dpi", "resolution at which pages are rendered for recognition"),
    OCR_SECONDS_PER_PAGE("ocr.seconds-per-page", "time after which recognising a page is given up"),
    OCR_LANGUAGES(
            "ocr.languages", "languages as Tesseract names them, most frequent first; each file is read in one (eng)"),
    OCR_TESSDATA("ocr.tessdata", "folder with the .traineddata files of languages other than English (eng)"),
    OCR_READ_TWICE("ocr.read-twice", "percent of pages with text on an image that are read both ways (10; 0 is never)"),
    OCR_POST_SCANS("ocr.post-scans", "yes to post scanned tax forms that a second reading confirms (no)"),
    LAYOUT_MODEL("layout.model", "none (default), built-in, or a TorchScript or ONNX file with its classes in a .txt"),
    LLM_POLICY("llm.policy", "when models are asked: never, when-needed, always, replay (see llm)");

    private final String key;
    private final String says;

    Setting(String key, String says) {
        this.key = key;
        this.says = says;
    }

    /** The dotted path in the file. */
    public String key() {
        return key;
    }

    /** What it means, for {@code verify} and error messages. */
    public String says() {
        return says;
    }

    String environmentVariable() {
        return "TABELLIO_" + name();
    }

    String systemProperty() {
        return "tabellio." + key;
    }
}
