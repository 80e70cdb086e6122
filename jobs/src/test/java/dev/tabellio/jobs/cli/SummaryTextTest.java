package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.jobs.report.Cause;
import dev.tabellio.jobs.report.ModelShare;
import dev.tabellio.jobs.report.RunSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTextTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-DE", "tr-TR"})
    void anOperatorSeesTotalsCausesAndTheNextCommand(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Map<String, Integer> files = new LinkedHashMap<>();
        files.put("PROCESSED", 1200);
        files.put("DUPLICATE", 0);
        files.put("QUARANTINED", 2);
        files.put("PARKED", 1);
        Map<String, Integer> documents = new LinkedHashMap<>();
        documents.put("POSTED", 1230);
        documents.put("REVIEW", 2);
        RunSummary summary = new RunSummary(
                "2026-11-20-1",
                "COMPLETED",
                null,
                133.4,
                1640,
                files,
                documents,
                List.of(),
                List.of(new Cause(
                        "us-w2.required: the employer's EIN was not read",
                        2,
                        List.of(
                                new Cause.Example("3f2a9b1c00d1e2f3", "01/packet.pdf, page 4"),
                                new Cause.Example("77aa9b1c00d1e2f3", "02/packet.pdf, page 9")))),
                List.of(new Cause(
                        "some pages are of no known type", 1, List.of(new Cause.Example("Müller.pdf", "Müller.pdf")))),
                List.of(),
                List.of(new Cause("needs a password", 2, List.of(new Cause.Example("a.pdf", "a.pdf")))),
                List.of(new Cause(
                        "parse: text recognition took longer than 60 s",
                        1,
                        List.of(new Cause.Example("z.tif", "z.tif")))),
                List.of(new Cause(
                        "the provider does not answer", 1, List.of(new Cause.Example("3f2a", "b.pdf, page 1")))),
                new ModelShare(
                        1232,
                        20000,
                        new ModelShare.Tier(77, 300),
                        new ModelShare.Tier(0, 0),
                        new ModelShare.Tier(0, 0)),
                "/data/out/2026-11-20-1",
                null);

        assertThat(SummaryText.of(summary)).isEqualTo("""
                Run 2026-11-20-1 completed after 2 min 13 s: 1203 files, 1640 pages (12.3 pages/s)

                  files      1203 = 1200 processed + 2 quarantined + 1 parked
                  documents  1232 = 1230 posted + 2 review

                In review: 2 documents  ->  tabellio show ID
                      2  us-w2.required: the employer's EIN was not read
                           3f2a9b1c00d1e2f3  01/packet.pdf, page 4
                           77aa9b1c00d1e2f3  02/packet.pdf, page 9

                With pages of no document: 1 file  ->  tabellio show FILE
                      1  some pages are of no known type
                           Müller.pdf

                Quarantined: 2 files
                      2  needs a password
                           a.pdf
                           and 1 more

                Parked: 1 file or document  ->  tabellio rerun --run 2026-11-20-1 --failed
                      1  parse: text recognition took longer than 60 s
                           z.tif

                Waiting for a model: 1 document  ->  tabellio rerun --run 2026-11-20-1 --waiting
                      1  the provider does not answer
                           3f2a  b.pdf, page 1

                Models were asked about 6.3 % of the documents and 1.5 % of the fields (small)

                Export: /data/out/2026-11-20-1
                """);
    }

    @Test
    void aRunThatStoppedNamesTheCommandThatGoesOn() {
        RunSummary summary = new RunSummary(
                "r1",
                "STOPPED",
                "stopped by Ctrl-C",
                23,
                12,
                Map.of("REGISTERED", 3),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                "tabellio run /in --out /out --run-id r1");

        assertThat(SummaryText.of(summary)).isEqualTo("""
                Run r1 stopped after 23 s: 3 files, 12 pages (0.5 pages/s)
                  stopped by Ctrl-C

                  files      3 = 3 registered
                  documents  0

                To go on: tabellio run /in --out /out --run-id r1
                """);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "59.4, 59 s", "59.6, 1 min 00 s", "3599, 59 min 59 s", "3661, 1 h 01 min"})
    void durationsReadAsPeopleSayThem(double seconds, String text) {
        assertThat(SummaryText.duration(seconds)).isEqualTo(text);
    }
}
