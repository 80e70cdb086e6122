package dev.tabellio.extraction.synthesis;

import java.io.IOException;
import java.io.StringReader;
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

/** The elements of embedded XML and the paths that {@link dev.tabellio.document.DataCitation} names them by. */
public final class DataPath {

    private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,6})])?");

    private DataPath() {}

    /**
     * The root of XML that comes from strangers: nothing outside of the text is opened.
     *
     * @throws IllegalArgumentException if the text is no XML or declares a document type, and with it entities
     */
    public static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("the embedded XML cannot be read: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of an element and all below it, with single blanks. */
    public static String text(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    /** The path of an element from its root. */
    public static String of(Element element) {
        int before = 0;
        boolean alone = true;
        for (Node other = element.getParentNode().getFirstChild(); other != null; other = other.getNextSibling()) {
            if (other instanceof Element sibling && sibling.getNodeName().equals(element.getNodeName())) {
                alone &= sibling == element;
                before += (sibling.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) == 0 ? 0 : 1;
            }
        }
        String step = "/" + element.getNodeName() + (alone ? "" : "[" + (before + 1) + "]");
        return element.getParentNode() instanceof Element parent ? of(parent) + step : step;
    }

    /** The element at a path; empty if there is none. */
    public static Optional<Element> find(Element root, String path) {
        String[] steps = path.split("/", -1);
        if (steps.length < 2 || !steps[1].equals(root.getNodeName())) {
            return Optional.empty();
        }
        Element at = root;
        for (int i = 2; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            Optional<Element> next = step.matches()
                    ? child(at, step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2)))
                    : Optional.empty();
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private static Optional<Element> child(Element parent, String name, int position) {
        int left = position;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && found.getNodeName().equals(name) && --left == 0) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
