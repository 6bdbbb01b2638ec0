package sightline.web.view.chart;

/**
 * A place on the body as recorded, with where it lies on the two figures. Distances are from the
 * middle line; the side is the child's own.
 */
public enum BodySite {
    TOP_OF_HEAD(Face.FRONT, 0, 28, 0, 16),
    FOREHEAD(Face.FRONT, 8, 40, 12, 28),
    TEMPLE(Face.FRONT, 28, 42, 36, 34),
    EYE(Face.FRONT, 12, 52, 17, 46),
    EAR(Face.FRONT, 41, 62, 51, 56),
    NOSE(Face.FRONT, 0, 62, 0, 58),
    CHEEK(Face.FRONT, 22, 66, 27, 64),
    LIP(Face.FRONT, 0, 75, 0, 72),
    INSIDE_MOUTH(Face.FRONT, 0, 76, 0, 74),
    JAW(Face.FRONT, 22, 80, 30, 82),
    CHIN(Face.FRONT, 0, 86, 0, 90),
    NECK(Face.FRONT, 8, 98, 10, 100),
    SHOULDER(Face.FRONT, 34, 112, 36, 108),
    CHEST(Face.FRONT, 14, 128, 16, 122),
    ABDOMEN(Face.FRONT, 10, 160, 12, 150),
    SIDE_OF_TRUNK(Face.FRONT, 26, 146, 30, 138),
    GENITALS(Face.FRONT, 0, 190, 0, 180),
    UPPER_ARM(Face.FRONT, 43, 130, 45, 116),
    ELBOW(Face.FRONT, 49, 148, 56, 126),
    FOREARM(Face.FRONT, 55, 160, 66, 140),
    WRIST(Face.FRONT, 59, 174, 74, 152),
    HAND(Face.FRONT, 62, 186, 78, 160),
    THIGH(Face.FRONT, 18, 212, 34, 192),
    KNEE(Face.FRONT, 20, 238, 42, 206),
    SHIN(Face.FRONT, 21, 254, 43, 222),
    ANKLE(Face.FRONT, 22, 268, 38, 240),
    FOOT(Face.FRONT, 23, 280, 36, 248),
    BACK_OF_HEAD(Face.BACK, 0, 50, 0, 46),
    NAPE(Face.BACK, 0, 92, 0, 98),
    UPPER_BACK(Face.BACK, 14, 126, 16, 120),
    LOWER_BACK(Face.BACK, 10, 166, 10, 156),
    BUTTOCK(Face.BACK, 14, 190, 18, 176),
    BACK_OF_ARM(Face.BACK, 45, 136, 46, 118),
    BACK_OF_HAND(Face.BACK, 62, 186, 78, 160),
    BACK_OF_THIGH(Face.BACK, 18, 214, 36, 194),
    CALF(Face.BACK, 21, 248, 44, 220),
    HEEL(Face.BACK, 23, 278, 37, 246),
    /** Written down without a place: drawn beneath the figures. */
    NOT_RECORDED(Face.NEITHER, 0, 0, 0, 0);

    private static final double HEAD_OF_OLDER = 0.85;
    private static final double BODY_OF_OLDER = 1.25;
    private static final int RAISED_OF_OLDER = 37;

    private final Face face;
    private final int childX;
    private final int childY;
    private final int infantX;
    private final int infantY;

    BodySite(Face face, int childX, int childY, int infantX, int infantY) {
        this.face = face;
        this.childX = childX;
        this.childY = childY;
        this.infantX = infantX;
        this.infantY = infantY;
    }

    Face face() {
        return face;
    }

    /** Distance from the middle line on the figure. */
    int across(BodyMap.Figure figure) {
        return switch (figure) {
            case INFANT -> infantX;
            case CHILD -> childX;
            case OLDER -> head() ? (int) Math.round(childX * HEAD_OF_OLDER) : childX;
        };
    }

    /** Distance from the top of the figure: an older child's head is smaller, the body longer. */
    int down(BodyMap.Figure figure) {
        return switch (figure) {
            case INFANT -> infantY;
            case CHILD -> childY;
            case OLDER ->
                    (int)
                            Math.round(
                                    head()
                                            ? childY * HEAD_OF_OLDER
                                            : childY * BODY_OF_OLDER - RAISED_OF_OLDER);
        };
    }

    private boolean head() {
        return childY <= CHIN.childY;
    }

    enum Face {
        FRONT,
        BACK,
        NEITHER
    }
}
