package dev.tabellio.extraction.pdf;

import dev.tabellio.document.HiddenText.Why;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Interprets the content of one page once and keeps its glyphs, lines and images. Nothing is rendered: patterns, shadings,
 * soft masks and the outlines of Type 3 glyphs are not looked into.
 */
final class ContentCollector extends PDFGraphicsStreamEngine {

    /** Stands for a glyph that has no known character. */
    private static final String UNKNOWN = "?";

    private static final int DEEPEST_FORM = 24;

    private final PageFrame frame;
    private final GlyphMaker glyphMaker;
    private final FontWitness witness = new FontWitness();
    private final Ink ink = new Ink();
    private final Drawing drawing = new Drawing();
    private final Sight sight = new Sight(ink, drawing.background());
    private final PathShape path;
    private final LayerNesting layers;
    private final Deadline deadline;
    private final Completeness completeness;

    private final List<Glyph> visible = new ArrayList<>();
    private final Map<Why, List<Glyph>> hidden = new EnumMap<>(Why.class);
    private final List<Rectangle2D.Double> unmapped = new ArrayList<>();
    private final List<PlacedImage> images = new ArrayList<>();
    private final Set<COSBase> openForms = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Clips clips;
    private boolean onlyGrounds;
    private int order;
    private int shapes;

    ContentCollector(PDPage page, PageFrame frame, Layers layers, Deadline deadline) {
        super(page);
        this.frame = frame;
        this.layers = new LayerNesting(layers);
        this.deadline = deadline;
        completeness = new Completeness(deadline);
        glyphMaker = new GlyphMaker(frame);
        path = new PathShape(frame.toDisplay());
        clips = new Clips(pageBox());
    }

    private Rectangle2D.Double pageBox() {
        return new Rectangle2D.Double(0, 0, frame.width(), frame.height());
    }

    List<Glyph> visible() {
        return visible;
    }

    /** What nobody sees, by the reason. */
    Map<Why, List<Glyph>> hidden() {
        return hidden;
    }

    List<PlacedImage> images() {
        return images;
    }

    Drawing drawing() {
        return drawing;
    }

    /** Strokes and fills. */
    int shapes() {
        return shapes;
    }

    /** Places of glyphs without a known character, and of those that their fonts know as another one. */
    List<Rectangle2D.Double> unmapped() {
        return unmapped;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        completeness.operator();
        super.processOperator(operator, operands);
    }

    Completeness completeness() {
        return completeness;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        clips.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        clips.restore();
    }

    private Rectangle2D.Double clip() {
        return clips.current();
    }

    @Override
    public void beginText() throws IOException {
        super.beginText();
        completeness.text(true);
    }

    @Override
    public void endText() throws IOException {
        super.endText();
        completeness.text(false);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (openForms.size() >= DEEPEST_FORM || !completeness.form() || !openForms.add(form.getCOSObject())) {
            return;
        }
        boolean off = layers.enter(form.getCOSObject());
        Deque<Rectangle2D.Double> outside = clips.enter(bounds(form));
        try {
            super.showForm(new WholeForm(form, deadline));
        } catch (IOException e) {
            completeness.damage(e);
            throw e;
        } finally {
            openForms.remove(form.getCOSObject());
            clips.leave(outside);
            layers.leave(off);
        }
    }

    /** Where a form may paint, on the displayed page. */
    private Rectangle2D bounds(PDFormXObject form) {
        PDRectangle box = form.getBBox();
        if (box == null) {
            return clip();
        }
        Matrix matrix = Matrix.concatenate(getGraphicsState().getCurrentTransformationMatrix(), form.getMatrix());
        return frame.displayed(box.transform(matrix).getBounds2D());
    }

    @Override
    protected void processAnnotation(PDAnnotation annotation, PDAppearanceStream appearance) throws IOException {
        boolean off = layers.enter(annotation.getCOSObject());
        PDRectangle box = annotation.getRectangle();
        Deque<Rectangle2D.Double> outside = clips.enter(
                box == null ? pageBox() : frame.displayed(box.toGeneralPath().getBounds2D()));
        try {
            super.processAnnotation(annotation, appearance);
        } finally {
            clips.leave(outside);
            layers.leave(off);
        }
    }

    /** Takes note of what an annotation paints over, not of what is printed in it. */
    void showGround(PDAnnotation annotation) throws IOException {
        onlyGrounds = true;
        try {
            showAnnotation(annotation);
        } finally {
            onlyGrounds = false;
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        showForm(group);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        layers.begin(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        layers.end();
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) {
        if (onlyGrounds || !completeness.glyph()) {
            return;
        }
        String unicode = font.toUnicode(code);
        String text = unicode == null ? "" : WordAssembly.plain(unicode);
        if (text.isEmpty()) {
            if (unicode == null || unicode.indexOf(0xFFFD) >= 0) {
                Rectangle2D.Double box = glyphMaker
                        .glyph(rendering, font, UNKNOWN, displacement, order, 0)
                        .box();
                if (Double.isFinite(box.getCenterX()) && Double.isFinite(box.getCenterY())) {
                    unmapped.add(box);
                }
            }
            return;
        }
        Glyph glyph = glyphMaker.glyph(rendering, font, text, displacement, ++order, spacing());
        double x = glyph.box().getCenterX();
        double y = glyph.box().getCenterY();
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        Optional<Why> why = layers.isOff()
                ? Optional.of(Why.SWITCHED_OFF)
                : sight.hiddenAs(glyph, getGraphicsState(), clip(), font instanceof PDType3Font);
        if (why.isPresent()) {
            hidden.computeIfAbsent(why.get(), any -> new ArrayList<>()).add(glyph);
        } else {
            visible.add(glyph);
            if (witness.contradicts(font, code, text)) {
                unmapped.add(glyph.box());
            }
        }
    }

    /** What the text state adds to every letter, in ems. */
    private double spacing() {
        PDTextState state = getGraphicsState().getTextState();
        float size = state.getFontSize();
        return size == 0 ? 0 : state.getCharacterSpacing() / size;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo((float) p0.getX(), (float) p0.getY());
        path.lineTo((float) p1.getX(), (float) p1.getY());
        path.lineTo((float) p2.getX(), (float) p2.getY());
        path.lineTo((float) p3.getX(), (float) p3.getY());
        path.close();
    }

    @Override
    public void drawImage(PDImage image) {
        order++;
        if (onlyGrounds
                || layers.isOff()
                || image instanceof PDImageXObject object && layers.isOff(object.getCOSObject())) {
            return;
        }
        Rectangle2D unit = getGraphicsState()
                .getCurrentTransformationMatrix()
                .createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        Rectangle2D.Double box = new Rectangle2D.Double();
        Rectangle2D whole = frame.displayed(unit);
        Rectangle2D.intersect(whole, clip(), box);
        if (!(box.width > 0 && box.height > 0)) {
            return;
        }
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        boolean upright = matrix.getScaleX() > 0
                && matrix.getScaleY() > 0
                && Math.abs(matrix.getShearX()) + Math.abs(matrix.getShearY()) < 0.01
                && box.width * box.height > 0.97 * whole.getWidth() * whole.getHeight();
        images.add(new PlacedImage(box, image.getWidth(), image.getHeight(), upright && !image.isStencil(), image));
        drawing.background().picture(box, pageBox());
        cover(image, box);
    }

    private void cover(PDImage image, Rectangle2D.Double box) {
        COSDictionary dictionary = image instanceof PDImageXObject object ? object.getCOSObject() : new COSDictionary();
        if (image.isStencil() || dictionary.containsKey(COSName.MASK) || !Ink.paintsOver(getGraphicsState())) {
            return;
        }
        if (image instanceof PDImageXObject masked && dictionary.containsKey(COSName.SMASK)) {
            AffineTransform place = new AffineTransform(frame.toDisplay());
            place.concatenate(
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
            drawing.cover(new MaskedImage(box, order, masked, place));
        } else {
            drawing.cover(new Cover.Area(box, box, order));
        }
    }

    @Override
    public void clip(int windingRule) {
        Rectangle2D.Double bounds = path.bounds();
        if (bounds.width >= 0) {
            clips.narrow(bounds);
        }
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.currentPoint();
    }

    @Override
    public void closePath() {
        path.close();
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        stroke();
        path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
        fill(windingRule);
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        fill(windingRule);
        stroke();
        path.clear();
    }

    private void stroke() {
        order++;
        shapes++;
        PDGraphicsState state = getGraphicsState();
        if (!layers.isOff() && state.getAlphaConstant() > Ink.TRANSPARENT) {
            double thickness = Math.max(0.1, transformWidth(state.getLineWidth()) * frame.unit());
            drawing.stroke(path, clip(), thickness, ink.stroke(state, order));
        }
    }

    private void fill(int windingRule) {
        order++;
        shapes++;
        PDGraphicsState state = getGraphicsState();
        if (!layers.isOff() && state.getNonStrokeAlphaConstant() > Ink.TRANSPARENT) {
            drawing.fill(path, windingRule, clip(), ink.fill(state, order));
        }
    }

    @Override
    public void shadingFill(COSName shadingName) {
        order++;
        shapes++;
        drawing.background().fill(clip(), null, false);
    }
}
