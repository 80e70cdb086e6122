package dev.tabellio.extraction.pdf;

import dev.tabellio.document.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The XML files that a PDF carries in its tree of embedded files, as electronic invoices do. Other files are left alone. */
final class EmbeddedXml {

    /** Bytes of the longest one that is read: line items of a large invoice, with attached pictures, take a megabyte. */
    private static final int LONGEST = 8 << 20;

    private static final int MOST = 10;

    private static final int DEEPEST = 8;

    private EmbeddedXml() {}

    /** In the order of their names; damaged ones are left out. */
    static List<Attachment> of(PDDocument document) {
        Map<String, PDComplexFileSpecification> files = new TreeMap<>();
        try {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
            if (tree != null) {
                collect(tree, files, 0);
            }
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>();
        for (PDComplexFileSpecification file : files.values()) {
            String name = file.getFilename() == null ? "" : file.getFilename();
            if (attachments.size() < MOST && name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                add(name, file, attachments);
            }
        }
        return attachments;
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node, Map<String, PDComplexFileSpecification> into, int depth)
            throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            into.putAll(names);
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids != null && depth < DEEPEST) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
                collect(kid, into, depth + 1);
            }
        }
    }

    private static void add(String name, PDComplexFileSpecification file, List<Attachment> into) {
        PDEmbeddedFile embedded =
                file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
        if (embedded == null) {
            return;
        }
        try (InputStream in = embedded.createInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length <= LONGEST) {
                String type = embedded.getSubtype() == null ? "text/xml" : embedded.getSubtype();
                into.add(new Attachment(name, type, text(bytes)));
            }
        } catch (IOException | RuntimeException e) {
            // A damaged attachment is as good as none: the pages are read all the same.
            return;
        }
    }

    private static String text(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(120, bytes.length), StandardCharsets.ISO_8859_1);
        Charset charset = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")
                ? StandardCharsets.UTF_16
                : head.toLowerCase(Locale.ROOT).matches("(?s).*encoding=[\"']iso-8859-1[\"'].*")
                        ? StandardCharsets.ISO_8859_1
                        : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
