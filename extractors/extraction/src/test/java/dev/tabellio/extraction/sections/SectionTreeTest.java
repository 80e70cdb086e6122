package dev.tabellio.extraction.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tabellio.document.Page;
import dev.tabellio.extraction.TypedDocument;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SectionTreeTest {

    @Test
    void numbersNestByTheirRows() {
        assertThat(outline("""
                SUPPLY AGREEMENT

                This Agreement is made on May 1, 2019.

                1. Definitions. In this Agreement
                   (a) "Goods" means the goods;
                   (b) "Price" means
                       (i) the list price, or
                       (ii) what the parties agree.
                2. Supply
                2.1 The Supplier shall supply the Goods.
                2.2 Quality. The Goods shall be new.
                3. Term. Two years.
                """)).isEqualTo("""
                . [SUPPLY AGREEMENT] 2
                . . 1 [Definitions] 1
                . . . 1(a) [] 1
                . . . 1(b) [] 1
                . . . . 1(b)(i) [] 1
                . . . . 1(b)(ii) [] 1
                . . 2 [Supply] 1
                . . . 2.1 [] 1
                . . . 2.2 [Quality] 1
                . . 3 [Term] 1
                """);
    }

    @Test
    void articlesHoldSectionsThatGoOnFromArticleToArticle() {
        assertThat(outline("""
                ARTICLE I
                SALE

                Section 1. Sale. The Seller sells.

                Section 2. Price. The Buyer pays.

                ARTICLE II
                TERM

                Section 3. Term. One year.
                """)).isEqualTo("""
                . ARTICLE I [SALE] 2
                . . Section 1 [Sale] 1
                . . Section 2 [Price] 1
                . ARTICLE II [TERM] 2
                . . Section 3 [Term] 1
                """);
    }

    @Test
    void aReferenceAtTheStartOfALineIsText() {
        assertThat(outline("""
                1. Payment. The Buyer pays the price that is stated in Section
                2. In no event does it pay more than the limit of Section
                2.3 of this Agreement, or
                10.5 million dollars.
                2. Delivery. At the Buyer's place.
                """)).isEqualTo("""
                . 1 [Payment] 4
                . 2 [Delivery] 1
                """);
    }

    @Test
    void aLetterAfterTheEighthIsALetterAndElseANumeral() {
        assertThat(outline("""
                4. The Supplier shall
                   (a) inspect,
                   (b) count,
                   (c) weigh,
                   (d) sort,
                   (e) wrap,
                   (f) box,
                   (g) pack,
                   (h) send, and
                   (i) insure the Goods.
                5. The Buyer shall
                   (i) pay, and
                   (ii) inspect.
                """)).isEqualTo("""
                . 4 [] 1
                . . 4(a) [] 1
                . . 4(b) [] 1
                . . 4(c) [] 1
                . . 4(d) [] 1
                . . 4(e) [] 1
                . . 4(f) [] 1
                . . 4(g) [] 1
                . . 4(h) [] 1
                . . 4(i) [] 1
                . 5 [] 1
                . . 5(i) [] 1
                . . 5(ii) [] 1
                """);
    }

    @Test
    void headingsWithoutNumbersPartTheSectionsBelowThem() {
        assertThat(outline("""
                RECITALS

                The Seller makes machines.

                SALE

                1. Sale. The Seller sells.

                2. Price. The Buyer pays.

                GENERAL

                3. Law. The law of Ohio governs.
                """)).isEqualTo("""
                . [RECITALS] 2
                . [SALE] 1
                . . 1 [Sale] 1
                . . 2 [Price] 1
                . [GENERAL] 1
                . . 3 [Law] 1
                """);
    }

    @Test
    void exhibitsBeginAnew() {
        assertThat(outline("""
                1. Sale. The Seller sells.
                2. Price. As in Exhibit A.

                EXHIBIT A

                1. Machine A: 100 dollars.
                """)).isEqualTo("""
                . 1 [Sale] 1
                . 2 [Price] 1
                . EXHIBIT A [] 1
                . . EXHIBIT A 1 [Machine A] 1
                """);
    }

    @Test
    void aTableOfContentsHasNoSections() {
        assertThat(outline("""
                TABLE OF CONTENTS

                1. Sale .............. 2
                2. Price .............. 2
                \f1. Sale. The Seller sells.
                2. Price. The Buyer pays.
                """)).isEqualTo("""
                . [TABLE OF CONTENTS] 3
                . . 1 [Sale] 1
                . . 2 [Price] 1
                """);
    }

    @Test
    void headersAndFootersAreSetApartAndNoLineIsLost() {
        String page = """
                Acme Supply Agreement - Confidential

                %1$d. The %2$s parties agree on what is said in this clause
                of number %2$s and on nothing else. They declare by
                hand that no %2$s words were said.
                They sign %2$s times,
                each of them %2$s,
                for the %2$s purpose of
                this text, of which %2$s copies
                are made, and %2$s
                words are the last.

                - %1$d -
                """;
        TypedDocument typed = TypedDocument.of(String.join(
                "\f",
                page.formatted(1, "one"),
                page.formatted(2, "two"),
                page.formatted(3, "three"),
                page.formatted(4, "four")));
        SectionTree tree = SectionTree.of(typed.file(), typed.document());

        assertThat(tree.furniture())
                .extracting(PlacedLine::text)
                .contains("- 1 -", "- 4 -")
                .filteredOn(text -> text.startsWith("Acme"))
                .hasSize(3);
        List<String> placed = Stream.concat(tree.root().allLines(), tree.furniture().stream())
                .map(line -> line.page() + "/" + line.index())
                .toList();
        List<String> all = typed.file().pages().stream()
                .flatMap(sheet -> indexes(sheet).map(i -> sheet.number() + "/" + i))
                .toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(all);
        assertThat(tree.sections().map(Section::reference))
                .filteredOn(reference -> !reference.isEmpty())
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void depthIsBounded() {
        StringBuilder hostile = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            hostile.append("(").append(i % 2 == 0 ? "a" : "i").append(") x.\n");
        }
        TypedDocument typed = TypedDocument.of(hostile.toString());
        assertThat(SectionTree.of(typed.file(), typed.document()).root().allLines())
                .hasSize(3000);
    }

    private static Stream<Integer> indexes(Page page) {
        return Stream.iterate(0, i -> i + 1).limit(page.lines().size());
    }

    /** One line for each section: depth, reference, heading, number of its own lines. */
    private static String outline(String text) {
        TypedDocument typed = TypedDocument.of(text);
        StringBuilder outline = new StringBuilder();
        SectionTree.of(typed.file(), typed.document())
                .root()
                .children()
                .forEach(section -> outline(section, ".", outline));
        return outline.toString();
    }

    private static void outline(Section section, String depth, StringBuilder outline) {
        outline.append(depth)
                .append(section.reference().isEmpty() ? "" : " " + section.reference())
                .append(" [")
                .append(section.heading())
                .append("] ")
                .append(section.lines().size())
                .append('\n');
        section.children().forEach(child -> outline(child, depth + " .", outline));
    }
}
