package sightline.library;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

import sightline.library.ReadDocument.How;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for text on a page that its reader does not see: under a bar, invisible, in the colour of
 * what it stands on, outside the page. A copy of the text would give it away.
 */
final class HiddenText extends PDFGraphicsStreamEngine {
    private static final int WHITE = 0xFFFFFF;
    private static final int UNKNOWN = -1;
    private static final float SEEN_THROUGH_BELOW = 0.5f;
    // A line is a bar from this width on; an underline is thinner.
    private static final float BAR_POINTS = 4;
    // Two heights of a letter, in parts of its size: a line that strikes it out covers one alone.
    private static final float LOW = 0.08f;
    private static final float HIGH = 0.42f;

    private final @Nullable PDOptionalContentProperties layers;
    private final Set<How> found = EnumSet.noneOf(How.class);
    private final List<Letter> letters = new ArrayList<>();
    private final List<Paint> paints = new ArrayList<>();
    private final List<Boolean> marked = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private int clipRule = UNKNOWN;
    private int offLayers;

    private HiddenText(PDPage page, @Nullable PDOptionalContentProperties layers) {
        super(page);
        this.layers = layers;
    }

    /** Where a letter stands. */
    private record Letter(Point2D low, Point2D high) {
        boolean under(Shape shape, Rectangle2D bounds) {
            return bounds.contains(low)
                    && bounds.contains(high)
                    && shape.contains(low)
                    && shape.contains(high);
        }
    }

    /** What was painted, and in which colour; a negative one is not known. */
    private record Paint(Shape shape, Rectangle2D bounds, int colour) {}

    /** How text is hidden on the page. */
    static Set<How> on(PDDocument document, PDPage page) throws IOException {
        HiddenText engine = new HiddenText(page, document.getDocumentCatalog().getOCProperties());
        engine.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            engine.annotation(document, annotation);
        }
        return engine.found;
    }

    private void annotation(PDDocument document, PDAnnotation annotation) throws IOException {
        PDRectangle place = annotation.getRectangle();
        if (annotation.isHidden() || annotation.isNoView() || place == null) {
            return;
        }
        if ("Redact".equals(annotation.getSubtype())) {
            // It is marked to be taken out, and has not been.
            paint(
                    new Rectangle2D.Float(
                            place.getLowerLeftX(),
                            place.getLowerLeftY(),
                            place.getWidth(),
                            place.getHeight()),
                    UNKNOWN);
            return;
        }
        if (annotation.getAppearance() == null) {
            annotation.constructAppearances(document);
        }
        int before = letters.size();
        showAnnotation(annotation);
        // The stripper reads no annotation, so what one says is not published.
        letters.subList(before, letters.size()).clear();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector moved) {
        String says = font.toUnicode(code);
        if (says == null || says.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        Letter letter =
                new Letter(
                        matrix.transformPoint(moved.getX() / 2, LOW),
                        matrix.transformPoint(moved.getX() / 2, HIGH));
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP || offLayers > 0) {
            found.add(How.INVISIBLE);
        } else if (!getGraphicsState().getCurrentClippingPath().contains(letter.low())
                && !getGraphicsState().getCurrentClippingPath().contains(letter.high())) {
            found.add(How.OUTSIDE);
        } else if (mode.isFill() && !mode.isStroke()) {
            int own = colour(getGraphicsState().getNonStrokingColor());
            if (own != UNKNOWN && own == beneath(letter)) {
                found.add(How.SAME_COLOUR);
            }
        }
        letters.add(letter);
    }

    private int beneath(Letter letter) {
        for (Paint paint : paints.reversed()) {
            if (paint.bounds().contains(letter.low()) && paint.shape().contains(letter.low())) {
                return paint.colour();
            }
        }
        return WHITE;
    }

    private static int colour(PDColor colour) {
        try {
            return colour.getColorSpace() instanceof PDPattern ? UNKNOWN : colour.toRGB();
        } catch (IOException | RuntimeException unknown) {
            return UNKNOWN;
        }
    }

    private void paint(Shape shape, int colour) {
        Rectangle2D bounds = shape.getBounds2D();
        if (letters.stream().anyMatch(l -> l.under(shape, bounds))) {
            found.add(How.COVERED);
        }
        paints.add(new Paint(shape, bounds, colour));
    }

    private void fill(Shape shape, PDColor colour) {
        boolean seenThrough =
                getGraphicsState().getNonStrokeAlphaConstant() < SEEN_THROUGH_BELOW
                        || getGraphicsState().getBlendMode() != BlendMode.NORMAL
                        || offLayers > 0;
        if (!seenThrough) {
            Area seen = new Area(shape);
            seen.intersect(getGraphicsState().getCurrentClippingPath());
            if (!seen.isEmpty()) {
                paint(seen, colour(colour));
            }
        }
    }

    private void done() {
        if (clipRule != UNKNOWN) {
            path.setWindingRule(clipRule);
            getGraphicsState().intersectClippingPath(path);
            clipRule = UNKNOWN;
        }
        path.reset();
    }

    private void stroke() {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        float width =
                getGraphicsState().getLineWidth()
                        * Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        if (width >= BAR_POINTS) {
            fill(
                    new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                            .createStrokedShape(path),
                    getGraphicsState().getStrokingColor());
        }
    }

    @Override
    public void fillPath(int rule) {
        path.setWindingRule(rule);
        fill(path, getGraphicsState().getNonStrokingColor());
        done();
    }

    @Override
    public void strokePath() {
        stroke();
        done();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        path.setWindingRule(rule);
        fill(path, getGraphicsState().getNonStrokingColor());
        stroke();
        done();
    }

    @Override
    public void shadingFill(COSName name) {
        fill(getGraphicsState().getCurrentClippingPath(), pattern());
    }

    @Override
    public void drawImage(PDImage image) {
        AffineTransform place =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        fill(place.createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1)), pattern());
    }

    private static PDColor pattern() {
        return new PDColor(COSName.P, new PDPattern(null));
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        boolean off =
                form.getOptionalContent() instanceof PDOptionalContentGroup group && isOff(group);
        offLayers += off ? 1 : 0;
        super.showForm(form);
        offLayers -= off ? 1 : 0;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        boolean off =
                COSName.OC.equals(tag)
                        && properties != null
                        && COSName.OCG.equals(properties.getCOSName(COSName.TYPE))
                        && isOff(new PDOptionalContentGroup(properties));
        marked.add(off);
        offLayers += off ? 1 : 0;
    }

    @Override
    public void endMarkedContentSequence() {
        if (!marked.isEmpty()) {
            offLayers -= marked.removeLast() ? 1 : 0;
        }
    }

    private boolean isOff(PDOptionalContentGroup group) {
        return layers != null && !layers.isGroupEnabled(group);
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        moveTo((float) a.getX(), (float) a.getY());
        lineTo((float) b.getX(), (float) b.getY());
        lineTo((float) c.getX(), (float) c.getY());
        lineTo((float) d.getX(), (float) d.getY());
        path.closePath();
    }

    @Override
    public void clip(int rule) {
        clipRule = rule;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x1, y1);
        }
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        done();
    }
}
