package dev.tabellio.extraction.classify;

/** Tells an XML text by the element at its root, without parsing it. */
final class XmlRoot {

    private XmlRoot() {}

    /** Whether the first element has the name, in any namespace. */
    static boolean is(String name, String xml) {
        int at = 0;
        while (at >= 0 && at < xml.length()) {
            int open = xml.indexOf('<', at);
            if (open < 0) {
                return false;
            }
            if (xml.startsWith("<!--", open)) {
                at = after(xml, "-->", open);
            } else if (xml.startsWith("<?", open)) {
                at = after(xml, "?>", open);
            } else {
                int end = open + 1;
                while (end < xml.length()
                        && !Character.isWhitespace(xml.charAt(end))
                        && "/>".indexOf(xml.charAt(end)) < 0) {
                    end++;
                }
                String qualified = xml.substring(open + 1, end);
                return qualified.substring(qualified.indexOf(':') + 1).equals(name);
            }
        }
        return false;
    }

    private static int after(String xml, String mark, int from) {
        int at = xml.indexOf(mark, from);
        return at < 0 ? -1 : at + mark.length();
    }
}
