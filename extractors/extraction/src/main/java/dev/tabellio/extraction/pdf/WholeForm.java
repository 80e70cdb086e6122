package dev.tabellio.extraction.pdf;

import java.util.List;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A form whose content is whole or an error. */
final class WholeForm extends PDFormXObject {

    private final PDFormXObject form;
    private final Deadline deadline;

    WholeForm(PDFormXObject form, Deadline deadline) {
        super(form.getStream());
        this.form = form;
        this.deadline = deadline;
    }

    @Override
    public PDResources getResources() {
        return form.getResources();
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() {
        return new NonSeekableRandomAccessReadInputStream(
                new WholeContent(List.of(getCOSObject()).iterator(), deadline));
    }
}
