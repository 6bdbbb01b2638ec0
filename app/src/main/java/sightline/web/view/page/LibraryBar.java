package sightline.web.view.page;

/** Four parts of a bar, as wide as their numbers; words beside it say the same. */
public record LibraryBar(int verified, int partWay, int noEvidence, int slipped) {
    private static final int WIDTH = 1000;

    private int all() {
        return Math.max(1, verified + partWay + noEvidence + slipped);
    }

    /** Where a part begins, of 1,000. */
    public int from(int part) {
        int before = 0;
        int[] numbers = {verified, partWay, noEvidence, slipped};
        for (int i = 0; i < part; i++) {
            before += numbers[i];
        }
        return before * WIDTH / all();
    }

    /** How wide it is. */
    public int width(int part) {
        return from(part + 1) - from(part);
    }
}
