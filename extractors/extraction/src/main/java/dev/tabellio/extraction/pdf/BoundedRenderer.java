package dev.tabellio.extraction.pdf;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * PDFBox's renderer in bounded time and memory: it ends between two operators when its time is over, and images and masks
 * that are far finer than the picture are decoded at the size that the picture needs.
 */
final class BoundedRenderer extends PDFRenderer {

    private final Deadline deadline;

    BoundedRenderer(PDDocument document, Deadline deadline) {
        super(document);
        this.deadline = deadline;
        setSubsamplingAllowed(true);
    }

    /**
     * Draws a page.
     *
     * @param number from 1
     * @param frame of that page; PDFBox takes the unit of every page for a point
     * @throws IOException if it is damaged or not done in time
     */
    BufferedImage drawn(int number, PageFrame frame, int dpi, ImageType type) throws IOException {
        BufferedImage image = renderImage(number - 1, (float) (dpi / 72.0 * frame.unit()), type);
        // PDFBox goes on after an operator that draws a form or an image has failed, so the last one may have hidden
        // it.
        deadline.check();
        return image;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new BoundedDrawer(parameters, deadline);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    private static final class BoundedDrawer extends PageDrawer {

        private final Deadline deadline;

        BoundedDrawer(PageDrawerParameters parameters, Deadline deadline) throws IOException {
            super(parameters);
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            deadline.check();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            Graphics2D graphics = getGraphics();
            AffineTransform place =
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            AffineTransform onDevice = new AffineTransform(graphics.getTransform());
            onDevice.concatenate(place);
            int step = FineImage.step(image, Math.abs(onDevice.getDeterminant()));
            if (step == 1) {
                super.drawImage(image);
                return;
            }
            BufferedImage coarse = FineImage.coarse(image, step, image.isStencil() ? getNonStrokingPaint() : null);
            graphics.setComposite(getGraphicsState().getNonStrokingJavaComposite());
            setClip();
            place.scale(1.0 / coarse.getWidth(), -1.0 / coarse.getHeight());
            place.translate(0, -coarse.getHeight());
            graphics.drawImage(coarse, place, null);
        }
    }
}
