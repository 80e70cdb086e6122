package dev.tabellio.extraction.pdf;

import dev.tabellio.document.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The XML files that a PDF carries, as electronic invoices do. */
final class EmbeddedXml {

    /** Bytes of the longest one that is read: line items of a large invoice, with attached pictures, take a megabyte. */
    private static final int LONGEST = 8 << 20;

    private EmbeddedXml() {}

    /** An XML file; empty if it is another one, too long or damaged. */
    static Optional<Attachment> of(EmbeddedFiles.Embedded file) {
        String type = file.mediaType();
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".xml")
                && !type.equals("text/xml")
                && !type.equals("application/xml")) {
            return Optional.empty();
        }
        try (InputStream in = file.content().createInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            return bytes.length <= LONGEST
                    ? Optional.of(new Attachment(file.name(), type.isEmpty() ? "text/xml" : type, text(bytes)))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // A damaged attachment is as good as none: the pages are read all the same.
            return Optional.empty();
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
