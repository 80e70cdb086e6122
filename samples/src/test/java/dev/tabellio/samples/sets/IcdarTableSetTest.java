package dev.tabellio.samples.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcdarTableSetTest {

    @TempDir
    Path folder;

    @Test
    void cellsAreReadWithTheRowsAndColumnsThatTheyFill() throws IOException {
        Files.writeString(folder.resolve("one-str.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <document filename='one-str.xml'><table id='1'><region id='1' col-increment='0' row-increment='0' page='1'>
                <cell id='1' start-row='0' start-col='0' end-col='1'><bounding-box x1='7' y1='4' x2='3' y2='8'/><content>head</content></cell>
                <cell id='2' start-row='1' start-col='0'><content>left</content></cell>
                <cell id='3' start-row='1' start-col='1'><content> </content></cell>
                </region></table></document>
                """);
        assertThat(IcdarTableSet.recognises(folder)).isTrue();
        assertThat(IcdarTableSet.read(folder))
                .containsExactly(new TableTruth(
                        folder.resolve("one.pdf"),
                        List.of(new TableTruth.Grid(List.of(
                                new TableTruth.Cell(0, 0, 0, 1, "head"), new TableTruth.Cell(1, 1, 0, 0, "left"))))));
    }

    @Test
    void anotherFolderIsNotOne() {
        assertThat(IcdarTableSet.recognises(folder)).isFalse();
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("two-str.xml"), "<document>");
        assertThatThrownBy(() -> IcdarTableSet.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("two-str.xml");
    }
}
