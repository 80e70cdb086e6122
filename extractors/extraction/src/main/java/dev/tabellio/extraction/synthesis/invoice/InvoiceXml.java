package dev.tabellio.extraction.synthesis.invoice;

import dev.tabellio.extraction.synthesis.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of an invoice's XML, asked by paths of local names: {@code SellerTradeParty/ID[schemeID=VA]}. */
final class InvoiceXml {

    private static final Pattern STEP = Pattern.compile("(?<name>\\w+)(?:\\[(?<attribute>\\w+)=(?<value>[^\\]]+)\\])?");

    private final Element element;

    private InvoiceXml(Element element) {
        this.element = element;
    }

    /** @throws IllegalArgumentException if the text is no XML or declares a document type */
    static InvoiceXml parse(String xml) {
        return new InvoiceXml(DataPath.root(xml));
    }

    /** The elements at the end of a path, in document order. */
    List<InvoiceXml> all(String path) {
        List<Element> at = List.of(element);
        for (String step : path.split("/", -1)) {
            Matcher matcher = STEP.matcher(step);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'%s' is not a path of element names".formatted(path));
            }
            List<Element> next = new ArrayList<>();
            for (Element parent : at) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element found
                            && matcher.group("name").equals(found.getLocalName())
                            && (matcher.group("attribute") == null
                                    || found.getAttribute(matcher.group("attribute"))
                                            .equals(matcher.group("value")))) {
                        next.add(found);
                    }
                }
            }
            at = next;
        }
        return at.stream().map(InvoiceXml::new).toList();
    }

    /** The first text that one of the paths leads to. */
    Optional<Stated> text(List<String> paths) {
        return paths.stream()
                .flatMap(path -> all(path).stream())
                .filter(found -> !DataPath.text(found.element).isEmpty())
                .findFirst()
                .map(found -> new Stated(DataPath.text(found.element), DataPath.of(found.element)));
    }

    /**
     * A text and where it stands.
     *
     * @param text with single blanks
     * @param path as {@link DataPath} names elements
     */
    record Stated(String text, String path) {}
}
