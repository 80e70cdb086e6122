package dev.tabellio.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @TempDir
    Path home;

    @Test
    void everythingHasADefault() {
        TabellioConfig config = read(Map.of(), new Properties());

        assertThat(config.workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.database().url()).startsWith("jdbc:h2:file:" + home);
        assertThat(config.limits().pages()).isPositive();
        assertThat(config.ocr().languages()).containsExactly("eng");
        assertThat(config.ocr().tessdata()).isEmpty();
        assertThat(config.ocr().postScans()).isFalse();
        assertThat(config.logs()).isEqualTo(home.resolve("logs"));
    }

    @Test
    void thePropertyWinsOverTheVariableAndThatOverTheFile() throws IOException {
        write("""
                workers: 2
                limits:
                  pages: 10
                  bytes: 1_000
                ocr.dpi: 200
                ocr.languages: deu, eng
                ocr.tessdata: models
                ocr.post-scans: yes
                """);
        Properties properties = new Properties();
        properties.setProperty("tabellio.limits.pages", "30");

        TabellioConfig config =
                read(Map.of("TABELLIO_LIMITS_PAGES", "20", "TABELLIO_LIMITS_BYTES", "2000"), properties);

        assertThat(config.workers()).isEqualTo(2);
        assertThat(config.limits().pages()).isEqualTo(30);
        assertThat(config.limits().bytes()).isEqualTo(2000);
        assertThat(config.ocr().dpi()).isEqualTo(200);
        assertThat(config.ocr().languages()).containsExactly("deu", "eng");
        assertThat(config.ocr().tessdata()).contains(home.resolve("models"));
        assertThat(config.ocr().postScans()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ocr.post-scans: perhaps       | 'perhaps', but must be yes or no
            worker: 2                     | 'worker' is not known; did you mean 'workers'?
            limits: {page: 2}             | 'limits.page' is not known; did you mean 'limits.pages'?
            dpi: 300                      | did you mean 'ocr.dpi'?
            limits: {pages: 0}            | limits.pages is '0', but must be a whole number from 1 to
            workers: many                 | workers is 'many', but must be
            workers: [2]                  | 'workers' needs a single value
            ocr: {languages: 'eng, de/u'} | ocr.languages names 'de/u', but Tesseract's languages
            limits: 5                     | 'limits' is not known
            """)
    void aMistakeIsNamedWithTheRemedy(String yaml, String says) throws IOException {
        write(yaml);

        assertThatThrownBy(() -> read(Map.of(), new Properties()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("tabellio.yaml")
                .hasMessageContaining(says);
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        write("workers: 2\nlimits:\n\tpages: 3\n");

        assertThatThrownBy(() -> read(Map.of(), new Properties()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("TAB");
    }

    @Test
    void aKeyGivenTwiceIsRefused() throws IOException {
        write("workers: 2\nworkers: 3\n");

        assertThatThrownBy(() -> read(Map.of(), new Properties())).hasMessageContaining("workers");
    }

    @Test
    void anEmptyFileIsNoConfiguration() throws IOException {
        write("# nothing yet\n");

        assertThat(read(Map.of(), new Properties()).workers()).isPositive();
    }

    @Test
    void thePasswordIsNotPrinted() {
        TabellioConfig config = read(Map.of("TABELLIO_DATABASE_PASSWORD", "s3cret"), new Properties());

        assertThat(config.database().password()).isEqualTo("s3cret");
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(home.resolve(ConfigReader.FILE), yaml);
    }

    private TabellioConfig read(Map<String, String> environment, Properties properties) {
        return new ConfigReader(environment, properties).read(home);
    }
}
