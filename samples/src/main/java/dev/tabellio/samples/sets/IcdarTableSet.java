package dev.tabellio.samples.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The layout of the ICDAR 2013 table competition: {@code NAME-str.xml} with rows, columns and text of each cell beside {@code NAME.pdf}. */
public final class IcdarTableSet {

    private static final String SUFFIX = "-str.xml";

    private IcdarTableSet() {}

    /** Whether there is such a file in the folder. */
    public static boolean recognises(Path folder) {
        try {
            return !labels(folder).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads all labels.
     *
     * @return files by name
     * @throws IOException naming the file whose labels cannot be read
     */
    public static List<TableTruth> read(Path folder) throws IOException {
        List<TableTruth> truths = new ArrayList<>();
        for (Path labels : labels(folder)) {
            String name = labels.getFileName().toString();
            Path pdf = labels.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".pdf");
            try {
                truths.add(new TableTruth(pdf, grids(labels)));
            } catch (SAXException | ParserConfigurationException | NumberFormatException e) {
                throw new IOException("%s: %s".formatted(labels, e.getMessage()), e);
            }
        }
        return truths;
    }

    private static List<Path> labels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static List<TableTruth.Grid> grids(Path labels)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList regions = factory.newDocumentBuilder().parse(labels.toFile()).getElementsByTagName("region");
        List<TableTruth.Grid> grids = new ArrayList<>();
        for (Element region : elements(regions)) {
            grids.add(new TableTruth.Grid(elements(region.getElementsByTagName("cell")).stream()
                    .map(IcdarTableSet::cell)
                    .filter(cell -> !cell.text().isBlank())
                    .toList()));
        }
        return grids;
    }

    private static TableTruth.Cell cell(Element cell) {
        int row = Integer.parseInt(cell.getAttribute("start-row"));
        int column = Integer.parseInt(cell.getAttribute("start-col"));
        NodeList content = cell.getElementsByTagName("content");
        return new TableTruth.Cell(
                row,
                end(cell, "end-row", row),
                column,
                end(cell, "end-col", column),
                content.getLength() == 0 ? "" : content.item(0).getTextContent());
    }

    private static int end(Element cell, String attribute, int start) {
        String end = cell.getAttribute(attribute);
        return end.isEmpty() ? start : Integer.parseInt(end);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
