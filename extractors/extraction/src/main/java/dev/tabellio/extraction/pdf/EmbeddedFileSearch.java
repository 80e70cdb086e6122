package dev.tabellio.extraction.pdf;

import dev.tabellio.extraction.pdf.EmbeddedFiles.Embedded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files inside a PDF wherever it may name them: in its tree of embedded files, as associated files of the document
 * or a page, and in annotations (ISO 32000-2, 7.11.4, 14.13 and 12.5.6.15). A file that is named twice is one.
 */
final class EmbeddedFileSearch {

    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName FILE = COSName.getPDFName("FS");
    private static final COSName ATTACHMENT = COSName.getPDFName("FileAttachment");
    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");

    private static final int DEEPEST = 8;

    /** Files beyond which nobody looks for more. */
    private static final int MOST = 10_000;

    private final List<Embedded> found = new ArrayList<>();
    private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());

    EmbeddedFileSearch(PDDocument document, List<PDPage> pages) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            Map<String, COSBase> named = new TreeMap<>();
            collect(names.getDictionaryObject(EMBEDDED_FILES), named, 0);
            named.values().forEach(file -> take(0, file));
        }
        takeAll(0, catalog.getDictionaryObject(ASSOCIATED));
        for (int i = 0; i < pages.size(); i++) {
            COSDictionary page = pages.get(i).getCOSObject();
            takeAll(i + 1, page.getDictionaryObject(ASSOCIATED));
            if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
                annotated(i + 1, annotations);
            }
        }
    }

    List<Embedded> found() {
        return List.copyOf(found);
    }

    private void annotated(int page, COSArray annotations) {
        for (int i = 0; i < annotations.size() && found.size() < MOST; i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                takeAll(page, annotation.getDictionaryObject(ASSOCIATED));
                if (ATTACHMENT.equals(annotation.getCOSName(COSName.SUBTYPE))) {
                    take(page, annotation.getDictionaryObject(FILE));
                }
            }
        }
    }

    private void collect(@Nullable COSBase node, Map<String, COSBase> into, int depth) {
        if (!(node instanceof COSDictionary branch) || depth > DEEPEST) {
            return;
        }
        if (branch.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
            for (int i = 0; i + 1 < pairs.size() && into.size() < MOST; i += 2) {
                if (pairs.getObject(i) instanceof COSString name
                        && pairs.getObject(i + 1) instanceof COSDictionary file) {
                    into.put(name.getString(), file);
                }
            }
        }
        if (branch.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size() && into.size() < MOST; i++) {
                collect(kids.getObject(i), into, depth + 1);
            }
        }
    }

    /** @param files an array of file specifications, or one */
    private void takeAll(int page, @Nullable COSBase files) {
        if (files instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                take(page, several.getObject(i));
            }
        } else {
            take(page, files);
        }
    }

    private void take(int page, @Nullable COSBase file) {
        if (file instanceof COSDictionary specification
                && specification.getDictionaryObject(COSName.EF) instanceof COSDictionary versions
                && found.size() < MOST
                && content(versions) instanceof COSStream content
                && known.add(content)) {
            String subtype = content.getNameAsString(COSName.SUBTYPE, "");
            found.add(new Embedded(page, name(specification), EmbeddedFiles.mediaType(subtype), content));
        }
    }

    private static @Nullable COSBase content(COSDictionary versions) {
        COSBase unicode = versions.getDictionaryObject(COSName.UF);
        return unicode == null ? versions.getDictionaryObject(COSName.F) : unicode;
    }

    private static String name(COSDictionary specification) {
        String unicode = specification.getString(COSName.UF, "");
        return unicode.isEmpty() ? specification.getString(COSName.F, "") : unicode;
    }
}
