package dev.tabellio.extraction.pdf;

import dev.tabellio.document.Attachment;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.HiddenText.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a PDF carries beside its pages.
 *
 * @param read XML files, in the order of their names in the file's tree, then as they are met
 * @param unread other files, and content that the pages only stand for, which comes first
 */
public record EmbeddedFiles(List<Attachment> read, List<HiddenText> unread) {

    /** A file without any. */
    public static final EmbeddedFiles NONE = new EmbeddedFiles(List.of(), List.of());

    /** XML files that are read. */
    private static final int MOST_READ = 10;

    /** Files that are named; of more only the number is. */
    private static final int MOST_NAMED = 50;

    private static final int LONGEST_NAME = 200;

    public EmbeddedFiles {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    /**
     * A file inside the file.
     *
     * @param page that it is attached to, from 1; 0 if it is attached to the file
     * @param name as the file gives it
     * @param mediaType in lower case; empty if the file does not say
     */
    record Embedded(int page, String name, String mediaType, COSStream content) {

        String says() {
            String shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            String kind = mediaType.isEmpty() ? "" : mediaType + ", ";
            return "%s (%s%d bytes as stored)".formatted(shortName, kind, content.getLength());
        }
    }

    /** What can be told; damaged parts are left out. */
    static EmbeddedFiles of(PDDocument document, List<PDPage> pages) {
        List<Attachment> read = new ArrayList<>();
        List<HiddenText> others = new ArrayList<>();
        List<Embedded> files;
        try {
            files = new EmbeddedFileSearch(document, pages).found();
        } catch (RuntimeException e) {
            files = List.of();
            others.add(new HiddenText(0, Why.ATTACHED_FILE, "files that cannot be listed: " + e, null));
        }
        int unnamed = 0;
        for (Embedded file : files) {
            Optional<Attachment> xml = read.size() < MOST_READ ? EmbeddedXml.of(file) : Optional.empty();
            if (xml.isPresent()) {
                read.add(xml.get());
            } else if (others.size() < MOST_NAMED) {
                others.add(new HiddenText(file.page(), Why.ATTACHED_FILE, file.says(), null));
            } else {
                unnamed++;
            }
        }
        if (unnamed > 0) {
            others.add(new HiddenText(0, Why.ATTACHED_FILE, "%d more files".formatted(unnamed), null));
        }
        List<HiddenText> unread = new ArrayList<>();
        if (StandInPages.ofDynamicForm(document)) {
            unread.add(elsewhere("a dynamic XFA form, which is built when it is opened"));
        }
        if (StandInPages.ofPortfolio(document)) {
            unread.add(elsewhere("a portfolio of %d %s, of which the pages are the cover"
                    .formatted(files.size(), files.size() == 1 ? "file" : "files")));
        }
        unread.addAll(others);
        return new EmbeddedFiles(read, unread);
    }

    private static HiddenText elsewhere(String says) {
        return new HiddenText(0, Why.CONTENT_ELSEWHERE, says, null);
    }

    /** As written in a PDF. */
    static String mediaType(String subtype) {
        return subtype.strip().toLowerCase(Locale.ROOT);
    }
}
