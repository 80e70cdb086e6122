package dev.tabellio.jobs;

import static dev.tabellio.jobs.fake.Workplace.slip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tabellio.jobs.fake.Workplace;
import dev.tabellio.jobs.process.Stages;
import dev.tabellio.jobs.report.RunSummary;
import dev.tabellio.jobs.store.DocumentState;
import dev.tabellio.jobs.store.FileState;
import dev.tabellio.jobs.store.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    @TempDir
    private Path folder;

    @Test
    void carriesAnInboxToItsExport() {
        Workplace place = Workplace.in(folder)
                .put("b/return.txt", "return\nOwner: Ann\nNumber: 1\nWages: 30.00\n")
                .put("b/one.txt", slip("Ann", "11", "10.00"))
                .put("a.txt", slip("Ben", "7", "5.00"))
                .put("b/two.txt", slip("Ann", "12", "20.00"));

        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);

        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED).hasSize(4);
        Map<String, String> export = place.export("r1");
        assertThat(export.keySet())
                .containsExactly(
                        "documents.csv", "documents.jsonl", "files.csv", "manifest.json", "return.csv", "slip.csv");
        assertThat(export.get("documents.jsonl").lines())
                .hasSize(4)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"file\":\"a.txt\"", "\"Wages\":\"5.00\""),
                        second -> assertThat(second).contains("\"file\":\"b/one.txt\""),
                        third -> assertThat(third)
                                .contains(
                                        "\"file\":\"b/return.txt\"",
                                        "the wages (30.00) are the sum over 2 slips (10.00, 20.00)"),
                        fourth -> assertThat(fourth).contains("\"file\":\"b/two.txt\""));
        assertThat(export.get("slip.csv").lines().findFirst())
                .contains("run,document,file,sha256,pages,disposition,Owner,Number,Copy,Wages,States,violated_rules");
    }

    @Test
    void exportsTheSameBytesAgain() throws IOException {
        Workplace place = Workplace.in(folder)
                .put("a.txt", slip("Ann", "1", "10.00"))
                .put("b.txt", "unknown\n")
                .put("c.txt", "");
        place.run("r1");
        Map<String, String> first = place.export("r1");

        try (Runs runs = Runs.open(place.config());
                Stages stages = place.stages(0)) {
            Path again = runs.export("r1", Optional.of(folder.resolve("again")), stages.types());
            assertThat(Workplace.read(again)).isEqualTo(first);
            Files.writeString(place.out().resolve("r1").resolve("documents.jsonl.tmp"), "left behind");
            Files.writeString(place.out().resolve("r1").resolve("files.csv"), "spoiled");
            runs.export("r1", Optional.empty(), stages.types());
        }
        assertThat(place.export("r1")).isEqualTo(first);
    }

    @Test
    void namesAStateAndACauseForEveryFile() throws IOException {
        Workplace place = Workplace.in(folder)
                .put("bug.txt", "!unexpected\n")
                .put("deep.txt", "!overflow\n")
                .put("empty.txt", "")
                .put("good.txt", slip("Ann", "1", "10.00"))
                .put("memory.txt", "!memory\n")
                .put("never.txt", "!transient\n")
                .put("once.txt", "!once\n" + slip("Ben", "2", "10.00"))
                .put("part.txt", slip("Cem", "3", "10.00") + "---\nslip\nBroken: yes\n")
                .put("permanent.txt", "!permanent\n")
                .put("refused.txt", "!refuse\n")
                .put("scratched.txt", slip("Dan", "4", "10.00") + "---\ndamaged\n")
                .put("strange.txt", slip("Eve", "5", "10.00") + "---\nletter\n");
        Files.createSymbolicLink(place.inbox().resolve("nowhere.txt"), folder.resolve("missing"));
        Files.createSymbolicLink(place.inbox().resolve("round"), place.inbox());

        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED);

        assertThat(place.files("r1"))
                .containsEntry("bug.txt", FileState.PARKED)
                .containsEntry("deep.txt", FileState.PARKED)
                .containsEntry("empty.txt", FileState.QUARANTINED)
                .containsEntry("good.txt", FileState.POSTED)
                .containsEntry("memory.txt", FileState.PARKED)
                .containsEntry("never.txt", FileState.PARKED)
                .containsEntry("nowhere.txt", FileState.QUARANTINED)
                .containsEntry("once.txt", FileState.POSTED)
                .containsEntry("part.txt", FileState.PARKED)
                .containsEntry("permanent.txt", FileState.PARKED)
                .containsEntry("refused.txt", FileState.QUARANTINED)
                .containsEntry("round", FileState.QUARANTINED)
                .containsEntry("scratched.txt", FileState.REVIEW)
                .containsEntry("strange.txt", FileState.REVIEW)
                .hasSize(14);
        assertThat(place.cause("r1", "nowhere.txt")).isEqualTo("a link that leads nowhere");
        assertThat(place.cause("r1", "round")).isEqualTo("a link to a folder that contains it");
        assertThat(place.cause("r1", "bug.txt")).isEqualTo("parse: unexpected failure: IllegalStateException: a bug");
        assertThat(place.cause("r1", "deep.txt")).contains("nested too deeply");
        assertThat(place.cause("r1", "part.txt")).isEqualTo("1 document failed");
        assertThat(place.cause("r1", "scratched.txt"))
                .isEqualTo("1 document in review; page 2 could not be read (damaged for a test)");
        assertThat(place.cause("r1", "strange.txt")).isEqualTo("page 2 is of no known type");
        assertThat(place.journal("parse never.txt")).as("tries").isEqualTo(4);
        // of the file with a page nobody knows the document is posted, of the one with a damaged page it is not
        assertThat(place.documents("r1"))
                .containsExactly(
                        DocumentState.POSTED,
                        DocumentState.POSTED,
                        DocumentState.POSTED,
                        DocumentState.PARKED,
                        DocumentState.REVIEW,
                        DocumentState.POSTED);
    }

    @Test
    void goesOnAfterAFailureWithTheSameParameters() {
        Workplace place = Workplace.in(folder);
        for (int i = 0; i < 20; i++) {
            place.put("f%02d.txt".formatted(i), slip("Ann", "n" + i, "10.00"));
        }
        place.put("f10.txt", "!stop\n");

        assertThat(place.run("r1")).isEqualTo(RunOutcome.FAILED);
        try (Runs runs = Runs.open(place.config())) {
            RunSummary summary = runs.report().summary("r1", Instant.now());
            assertThat(summary.state()).isEqualTo("FAILED");
            assertThat(summary.says()).isEqualTo("the disk is full");
        }
        long before = place.journal().size();

        place.put("f10.txt", slip("Ann", "n10", "10.00"));
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED);
        assertThat(place.files("r1")).containsEntry("f10.txt", FileState.PARKED);
        assertThat(place.cause("r1", "f10.txt")).contains("the file was changed after the run had registered it");
        assertThat(before).isLessThan(40);
        for (int i = 0; i < 20; i++) {
            assertThat(place.journal("parse f%02d.txt".formatted(i))).isEqualTo(i == 10 ? 2 : 1);
        }

        assertThat(place.rerun("r1", new Rerun(true, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.files("r1").values()).containsOnly(FileState.POSTED);
    }

    @Test
    void anUnfinishedRunGoesOnWithoutBeingNamed() {
        Workplace place = Workplace.in(folder).put("a.txt", "!stop\n").put("b.txt", slip("Ann", "1", "1.00"));
        assertThat(place.run(Optional.empty())).isEqualTo(RunOutcome.FAILED);
        place.put("a.txt", "x");
        assertThat(place.run(Optional.empty())).isEqualTo(RunOutcome.COMPLETED_WITH_PARKED);
        try (Runs runs = Runs.open(place.config())) {
            assertThat(runs.stores().runs().all()).hasSize(1);
        }
    }

    @Test
    void equalBytesAreProcessedOnce() {
        Workplace place = Workplace.in(folder)
                .put("b.txt", slip("Ann", "1", "10.00"))
                .put("a/copy.txt", slip("Ann", "1", "10.00"))
                .put("bad1.txt", "!permanent\n")
                .put("none.txt", "letter\n");
        place.run("r1");
        assertThat(place.files("r1"))
                .containsEntry("a/copy.txt", FileState.POSTED)
                .containsEntry("b.txt", FileState.DUPLICATE);
        assertThat(place.cause("r1", "b.txt")).isEqualTo("the same bytes as a/copy.txt");

        place.run("r2");
        assertThat(place.files("r2"))
                .containsEntry("a/copy.txt", FileState.DUPLICATE)
                .containsEntry("b.txt", FileState.DUPLICATE)
                .containsEntry("none.txt", FileState.DUPLICATE)
                .as("what was parked is tried anew")
                .containsEntry("bad1.txt", FileState.PARKED);
        assertThat(place.cause("r2", "a/copy.txt"))
                .isEqualTo("the same bytes as a/copy.txt, which run r1 has processed");
        assertThat(place.export("r2").get("documents.jsonl")).isEmpty();
        assertThat(place.journal("parse a/copy.txt")).isEqualTo(1);
        assertThat(place.journal("parse b.txt")).isZero();
        try (Runs runs = Runs.open(place.config())) {
            assertThat(runs.report().summary("r2", Instant.now()).says())
                    .isEqualTo("2 files were already processed by run r1 ('tabellio export r1' exports it again)");
        }
    }

    @Test
    void theSameDocumentInOtherFilesIsPostedOnce() {
        Workplace place = Workplace.in(folder)
                .put("a.txt", slip("Ann", "1", "10.00"))
                .put("b.txt", slip("Ann", "1", "10.00") + "Copy: C\n")
                .put("c.txt", slip("Ben", "2", "10.00"))
                .put("d.txt", slip("Ben", "2", "99.00"));
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);

        assertThat(place.documents("r1"))
                .containsExactly(
                        DocumentState.POSTED, DocumentState.DUPLICATE, DocumentState.REVIEW, DocumentState.REVIEW);
        String lines = place.export("r1").get("documents.jsonl");
        assertThat(lines.lines()).hasSize(3);
        assertThat(lines.lines().findFirst().orElseThrow()).contains("\"copies\":[{\"file\":\"b.txt\"");
        assertThat(lines).contains("the same document is elsewhere with other values (in d.txt: ");
        assertThat(place.files("r1"))
                .containsEntry("b.txt", FileState.DUPLICATE)
                .containsEntry("c.txt", FileState.REVIEW);

        // another print of a posted document in a later run, and a contradicting one
        place.put("e.txt", slip("Ann", "1", "10.00") + "Copy: 2\n").put("f.txt", slip("Ann", "1", "11.00"));
        assertThat(place.run("r2")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.documents("r2")).containsExactly(DocumentState.DUPLICATE, DocumentState.REVIEW);
        assertThat(place.export("r2").get("documents.csv")).contains("posted by run r1");
    }

    @Test
    void copiesOfEachVersionOfADocumentFindTheirOwn() {
        Workplace place = Workplace.in(folder)
                .put("a/1.txt", slip("Ann", "1", "10.00"))
                .put("a/2.txt", slip("Ann", "1", "10.00") + "Copy: C\n")
                .put("b/1.txt", slip("Ann", "1", "20.00"))
                .put("b/2.txt", slip("Ann", "1", "20.00") + "Copy: C\n");
        place.run("r1");
        assertThat(place.documents("r1"))
                .containsExactly(
                        DocumentState.REVIEW, DocumentState.DUPLICATE, DocumentState.REVIEW, DocumentState.DUPLICATE);
        assertThat(place.export("r1").get("documents.csv"))
                .contains("in a/1.txt,r1,", "in b/1.txt,r1,")
                .doesNotContain("b/2.txt,1,slip,REVIEW");
    }

    @Test
    void aReturnTiesOutWithDocumentsThatArrivedBeforeOrElsewhere() {
        String first = slip("Ann", "1", "10.00");
        String second = slip("Ann", "2", "20.00");
        Workplace place = Workplace.in(folder).put("early/one.txt", first);
        place.run("r1");
        place.put("b/one.txt", first)
                .put("a/two.txt", second)
                .put("b/two.txt", second)
                .put("b/return.txt", "return\nOwner: Ann\nNumber: 3\nWages: 30.00\n");

        place.run("r2");

        assertThat(place.export("r2").get("documents.jsonl"))
                .contains("the wages (30.00) are the sum over 2 slips (20.00, 10.00)");
        assertThat(place.files("r2")).containsEntry("b/return.txt", FileState.POSTED);
    }

    @Test
    void aReturnThatDoesNotTieOutGoesToReview() {
        Workplace place = Workplace.in(folder)
                .put("x/return.txt", "return\nOwner: Ann\nNumber: 1\nWages: 30.00\n")
                .put("x/slip.txt", slip("Ann", "11", "10.00"))
                .put("y/slip.txt", slip("Ann", "12", "20.00"));
        place.run("r1");
        assertThat(place.files("r1")).containsEntry("x/return.txt", FileState.REVIEW);
        assertThat(place.export("r1").get("documents.csv")).contains("return.wages");
    }

    @Test
    void doesJustWhatIsAskedAgain() {
        Workplace place = Workplace.in(folder)
                .put("a.txt", slip("Ann", "1", "10.00") + "---\n" + slip("Ann", "2", "10.00"))
                .put("b.txt", slip("Ben", "3", "10.00"));
        place.run("r1");
        Map<String, String> export = place.export("r1");
        String document;
        try (Runs runs = Runs.open(place.config())) {
            document = runs.stores().documents().of("r1").get(0).id();
        }
        assertThat(place.journal()).hasSize(5);

        assertThat(place.rerun("r1", new Rerun(false, Optional.empty(), Optional.of(document), Optional.empty())))
                .isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.journal()).hasSize(6).last().isEqualTo("read " + document);

        place.rerun("r1", new Rerun(false, Optional.of("b.txt"), Optional.empty(), Optional.empty()));
        assertThat(place.journal()).hasSize(8);
        assertThat(place.journal("parse b.txt")).isEqualTo(2);

        place.rerun("r1", new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.SYNTHESIZE)));
        assertThat(place.journal()).hasSize(11);
        assertThat(place.journal("parse b.txt")).isEqualTo(2);

        place.rerun("r1", new Rerun(false, Optional.empty(), Optional.empty(), Optional.of(Stage.TIE_OUT)));
        assertThat(place.journal()).hasSize(11);
        assertThat(place.export("r1")).isEqualTo(export);

        assertThatThrownBy(() ->
                        place.rerun("r1", new Rerun(false, Optional.of("c.txt"), Optional.empty(), Optional.empty())))
                .hasMessage("the run has no file 'c.txt'");
    }

    @Test
    void aFileThatBecameTheSameAsAnotherIsItsDuplicate() {
        Workplace place = Workplace.in(folder)
                .put("a.txt", slip("Ann", "1", "10.00"))
                .put("b.txt", "!permanent\n")
                .put("c.txt", "!permanent\n ")
                .put("d.txt", slip("Ann", "1", "10.00"));
        place.run("r1");
        place.put("b.txt", slip("Ben", "2", "10.00")).put("c.txt", slip("Ben", "2", "10.00"));

        assertThat(place.rerun("r1", new Rerun(true, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.rerun("r1", new Rerun(false, Optional.of("d.txt"), Optional.empty(), Optional.empty())))
                .isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.files("r1"))
                .containsEntry("b.txt", FileState.POSTED)
                .containsEntry("c.txt", FileState.DUPLICATE)
                .containsEntry("d.txt", FileState.DUPLICATE);
        assertThat(place.cause("r1", "c.txt")).isEqualTo("the same bytes as b.txt");
    }

    @Test
    void printsOfOneDocumentInOneFileAreOneDocument() {
        Workplace place = Workplace.in(folder)
                .put("copies.txt", slip("Ann", "1", "10.00") + "---\n" + slip("Ann", "1", "10.00") + "Copy: C\n");
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.documents("r1")).containsExactly(DocumentState.POSTED);
        assertThat(place.export("r1").get("documents.jsonl"))
                .contains("\"copies\":[{\"file\":\"copies.txt\",\"pages\":[2]}]");
    }

    @Test
    void stopsOnRequestAndGoesOn() throws Exception {
        Workplace place = Workplace.in(folder);
        for (int i = 0; i < 30; i++) {
            place.put("f%02d.txt".formatted(i), slip("Ann", "n" + i, "10.00"));
        }
        try (Runs runs = Runs.open(place.config());
                Runs operator = Runs.open(place.config());
                Stages stages = place.stages(100)) {
            ActiveRun run = place.start(runs, stages, Optional.of("r1"));
            assertThatThrownBy(() -> place.start(operator, stages, Optional.of("r1")))
                    .isInstanceOf(RunInUse.class)
                    .hasMessageContaining("run r1 is being worked on by process");
            assertThatThrownBy(() -> operator.rerun(
                            "r1", new Rerun(true, Optional.empty(), Optional.empty(), Optional.empty()), stages))
                    .isInstanceOf(RunInUse.class);
            Thread stopper = new Thread(() -> {
                while (operator.report().progress("r1").filesDone() < 2) {
                    Thread.onSpinWait();
                }
                assertThat(operator.stop("r1")).isTrue();
            });
            stopper.start();
            assertThat(run.work()).isEqualTo(RunOutcome.STOPPED);
            stopper.join();
            assertThat(operator.report().progress("r1").filesDone()).isBetween(2, 29);
            assertThat(operator.stop("r1")).isFalse();
        }
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.journal().stream().filter(line -> line.startsWith("parse")))
                .hasSize(30);
        assertThatThrownBy(() -> place.run("r1")).hasMessageContaining("already completed");
    }

    @Test
    void anEmptyInboxBalances() throws IOException {
        Workplace place = Workplace.in(folder);
        Files.createDirectories(place.inbox());
        assertThat(place.run("r1")).isEqualTo(RunOutcome.COMPLETED);
        assertThat(place.export("r1")).containsKey("manifest.json");
    }
}
