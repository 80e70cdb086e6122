package dev.tabellio.samples.fill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the XML template of a form (XFA 3.3, chapter 2, "assist") says of its fields. The template's path of a field is its
 * full name in the file.
 */
final class XfaDescriptions {

    private final Map<String, String> byField = new HashMap<>();

    private XfaDescriptions() {}

    /**
     * Descriptions by full name of the field; none if the form has no template.
     *
     * @throws IOException if the template is no XML
     */
    static Map<String, String> of(PDAcroForm form) throws IOException {
        XfaDescriptions descriptions = new XfaDescriptions();
        if (form.hasXFA()) {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                Element root = factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(form.getXFA().getBytes()))
                        .getDocumentElement();
                descriptions.walk(root, "", new HashMap<>());
            } catch (ParserConfigurationException | SAXException e) {
                throw new IOException("the form's template cannot be read: " + e.getMessage(), e);
            }
        }
        return Map.copyOf(descriptions.byField);
    }

    /** @param counts how many parts of each name the nearest part with a name has so far */
    private void walk(Element element, String path, Map<String, Integer> counts) {
        String kind = String.valueOf(element.getLocalName());
        String name = element.getAttribute("name");
        String here = path;
        Map<String, Integer> inside = counts;
        if ((kind.equals("subform") || kind.equals("field")) && !name.isEmpty()) {
            int index = counts.merge(name, 1, Integer::sum) - 1;
            here = (path.isEmpty() ? "" : path + ".") + name + "[" + index + "]";
            inside = new HashMap<>();
        }
        if (kind.equals("field")) {
            byField.put(here, description(element));
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                walk(part, here, inside);
            }
        }
    }

    private static String description(Element field) {
        for (Node child = field.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element assist && "assist".equals(assist.getLocalName())) {
                String tip = "";
                for (Node part = assist.getFirstChild(); part != null; part = part.getNextSibling()) {
                    if ("speak".equals(part.getLocalName())
                            && !part.getTextContent().isBlank()) {
                        return part.getTextContent();
                    }
                    if ("toolTip".equals(part.getLocalName())) {
                        tip = part.getTextContent();
                    }
                }
                return tip;
            }
        }
        return "";
    }
}
