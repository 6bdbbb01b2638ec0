package sightline.web.view.chart;

/**
 * How much one field speaks for or against two records being one person, as a bar from an axis.
 * Fields that are not known weigh nothing and are drawn as a dashed stub.
 *
 * @param from left edge of the bar
 * @param width of the bar; 0 when the field weighs nothing
 */
public record Weighing(int from, int width, boolean against) {

    private static final int AXIS = 60;
    private static final int FOR_MAX = 160;
    private static final int AGAINST_MAX = 56;

    /** Draws a weight between -1 (strongest against) and 1 (strongest for). */
    public static Weighing of(double weight) {
        double held = Math.clamp(weight, -1.0, 1.0);
        if (held < 0) {
            int width = (int) Math.max(4, Math.round(-held * AGAINST_MAX));
            return new Weighing(AXIS - width, width, true);
        }
        return new Weighing(AXIS, (int) Math.max(4, Math.round(held * FOR_MAX)), false);
    }

    /** A field that is not known on one side. */
    public static Weighing none() {
        return new Weighing(AXIS, 0, false);
    }

    public boolean known() {
        return width > 0;
    }

    public String css() {
        return against ? "against" : "for";
    }
}
