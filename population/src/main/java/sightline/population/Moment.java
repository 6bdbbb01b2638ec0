package sightline.population;

/** A second of local time since 1970-01-01, with the draw that decides what happens then. */
record Moment(long second, Draw draw) {

    static final int DAY_SECONDS = 86_400;
    private static final int OPENS = 30_600;
    private static final int OPEN = 32_400;

    int day() {
        return (int) Math.floorDiv(second, (long) DAY_SECONDS);
    }

    /** The same day between 8.30 and 17.30, or the next Monday where it is a weekend. */
    Moment inOfficeHours() {
        int weekday = Math.floorMod(day() + 3, 7);
        int workday = day() + (weekday > 4 ? 7 - weekday : 0);
        return new Moment(workday * (long) DAY_SECONDS + OPENS + draw.below(OPEN), draw);
    }

    /** The same, and no earlier than this moment: for what answers something of that day. */
    Moment laterInOfficeHours() {
        long midnight = day() * (long) DAY_SECONDS;
        long closes = midnight + OPENS + OPEN;
        boolean weekend = Math.floorMod(day() + 3, 7) > 4;
        if (weekend || second >= closes) {
            return new Moment(midnight + DAY_SECONDS, draw).inOfficeHours();
        }
        long from = Math.max(second, midnight + OPENS);
        return new Moment(from + draw.below((int) (closes - from)), draw);
    }

    Moment plusDays(double days) {
        return new Moment(second + Math.round(days * DAY_SECONDS), draw);
    }

    static Moment onDay(int day, Draw draw) {
        return new Moment(day * (long) DAY_SECONDS + draw.below(DAY_SECONDS), draw);
    }
}
