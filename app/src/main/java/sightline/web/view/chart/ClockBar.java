package sightline.web.view.chart;

/**
 * A clock as a bar: what is spent, where the limit stands, what is over it. Its label says the same
 * in words.
 *
 * @param spent width of what is spent
 * @param limit place of the limit
 * @param late width of what is over the limit; 0 when nothing is
 */
public record ClockBar(int spent, int limit, int late, String label) {

    public static final int WIDTH = 160;
    private static final int LIMIT_WHEN_RUNNING = 150;
    private static final int LIMIT_WHEN_LATE = 112;
    private static final int LATE_MAX = WIDTH - LIMIT_WHEN_LATE - 2;
    private static final int VISIBLE = 4;

    /** Draws {@code elapsed} of {@code limit}, both in the unit of the clock. */
    public static ClockBar of(long elapsed, long limit, String label) {
        if (elapsed < 0 || limit < 0) {
            throw new IllegalArgumentException("a clock does not run backwards: " + elapsed);
        }
        if (elapsed > limit) {
            long over = limit == 0 ? LATE_MAX : (elapsed - limit) * LIMIT_WHEN_LATE / limit;
            int late = Math.clamp(over, VISIBLE, LATE_MAX);
            return new ClockBar(LIMIT_WHEN_LATE, LIMIT_WHEN_LATE, late, label);
        }
        long spent = limit == 0 ? 0 : elapsed * LIMIT_WHEN_RUNNING / limit;
        return new ClockBar(
                (int) Math.max(spent, elapsed == 0 ? 0 : VISIBLE), LIMIT_WHEN_RUNNING, 0, label);
    }

    public boolean over() {
        return late > 0;
    }

    public int width() {
        return WIDTH;
    }
}
