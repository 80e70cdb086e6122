package dev.tabellio.extraction.synthesis.invoice;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of an invoice's XML, asked by paths of local names: {@code SellerTradeParty/ID[schemeID=VA]}. */
final class InvoiceXml {

    private static final Pattern STEP = Pattern.compile("(?<name>\\w+)(?:\\[(?<attribute>\\w+)=(?<value>[^\\]]+)\\])?");

    private final Element element;

    private InvoiceXml(Element element) {
        this.element = element;
    }

    /** @throws IllegalArgumentException if the text is no XML or declares a document type */
    static InvoiceXml parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new InvoiceXml(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("the embedded XML cannot be read: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
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

    /** The first text that one of the paths leads to, with single blanks. */
    Optional<String> text(List<String> paths) {
        return paths.stream()
                .flatMap(path -> all(path).stream())
                .map(found ->
                        found.element.getTextContent().replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
