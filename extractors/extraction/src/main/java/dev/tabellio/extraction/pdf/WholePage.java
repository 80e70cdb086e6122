package dev.tabellio.extraction.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jspecify.annotations.Nullable;

/** A page whose content is whole or an error. */
final class WholePage extends PDPage {

    private final PDPage page;
    private final Deadline deadline;

    WholePage(PDPage page, Deadline deadline) {
        super(page.getCOSObject());
        this.page = page;
        this.deadline = deadline;
    }

    @Override
    public PDResources getResources() {
        return page.getResources();
    }

    @Override
    public ResourceCache getResourceCache() {
        return page.getResourceCache();
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() throws IOException {
        COSBase contents = getCOSObject().getDictionaryObject(COSName.CONTENTS);
        List<COSStream> parts = new ArrayList<>();
        if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                add(array.getObject(i), parts);
            }
        } else {
            add(contents, parts);
        }
        return new NonSeekableRandomAccessReadInputStream(new WholeContent(parts.iterator(), deadline));
    }

    /** Parts that the file lacks are left out, as viewers do. */
    private static void add(@Nullable COSBase part, List<COSStream> parts) throws IOException {
        if (part instanceof COSStream stream) {
            parts.add(stream);
        } else if (part instanceof COSDictionary) {
            throw new IOException("its content is damaged");
        }
    }
}
