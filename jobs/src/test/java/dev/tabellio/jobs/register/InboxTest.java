package dev.tabellio.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String path :
                List.of("in/a/1.pdf", "in/a/2.pdf", "in/B.pdf", "in/a.pdf", "in/out/old.csv", "other/x.pdf")) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
    }

    @Test
    void listsAFolderByPathWithoutOurOwnFolders() {
        Inbox inbox = Inbox.of(List.of(folder.resolve("in")));
        assertThat(inbox.files(List.of(folder.resolve("in/out"))))
                .extracting(InboxWalk.Found::path)
                .containsExactly("B.pdf", "a.pdf", "a/1.pdf", "a/2.pdf");
        assertThat(Inbox.parse(inbox.toString())).isEqualTo(inbox);
    }

    @Test
    void filesAreRelativeToTheirCommonFolder() {
        Inbox inbox =
                Inbox.of(List.of(folder.resolve("other/x.pdf"), folder.resolve("in/a"), folder.resolve("in/a/1.pdf")));
        assertThat(inbox.files(List.of()))
                .extracting(InboxWalk.Found::path)
                .containsExactly("in/a/1.pdf", "in/a/2.pdf", "other/x.pdf");
        assertThat(inbox.root()).isEqualTo(folder);
        assertThat(Inbox.parse(inbox.toString())).isEqualTo(inbox);
        assertThat(Inbox.of(List.of(folder.resolve("in/a/1.pdf"))).files(List.of()))
                .extracting(InboxWalk.Found::path)
                .containsExactly("1.pdf");
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThatThrownBy(() -> Inbox.of(List.of(folder.resolve("missing"))))
                .hasMessage(folder.resolve("missing") + " does not exist");
        assertThatThrownBy(() -> Inbox.of(List.of())).hasMessageContaining("no inbox given");
    }
}
