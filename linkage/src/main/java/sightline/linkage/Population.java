package sightline.linkage;

import sightline.linkage.FieldKind.Sharing;

import java.util.Locale;

/**
 * The kinds of pair that the model tells apart. Two different people are strangers, neighbours,
 * members of one household, twins, or strangers whose names are of one origin; the records of one
 * person were made at one address and under one name, or between them the person moved, changed
 * name, or both, or both records are full of errors. Within a kind, columns are independent of each
 * other: what makes them depend in the whole is which kind a pair is of.
 */
enum Population {
    STRANGERS(0, false),
    NEIGHBOURS(1, false),
    HOUSEHOLD(2, false),
    NAMESAKES(3, false),
    TWINS(4, false),
    SAME(5, true),
    MOVED(6, true),
    RENAMED(7, true),
    MOVED_AND_RENAMED(8, true),
    GARBLED(9, true);

    /** How often two values of one column are at each level. */
    enum Habit {
        /** As between two drawn at random. */
        CHANCE(0),
        /** As of one person. */
        KEPT(1),
        /** As of one person after what it says has changed. */
        CHANGED(2),
        /** As of one household. */
        HOUSEHOLD(3),
        /** As of near neighbours. */
        NEAR(4),
        /** As of one person in two bad records. */
        GARBLED(5),
        /** As of two strangers whose names come from one place and time. */
        ALIKE(6);

        static final int COUNT = values().length;

        /** Its place in arrays. */
        final int index;

        Habit(int index) {
            this.index = index;
        }
    }

    static final int COUNT = values().length;

    /** Its place in arrays; from {@link #SAME} on they are of one person. */
    final int index;

    private final boolean onePerson;

    Population(int index, boolean onePerson) {
        this.index = index;
        this.onePerson = onePerson;
    }

    /** Its name in settings and reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOnePerson() {
        return onePerson;
    }

    Habit habit(FieldKind field) {
        Sharing sharing = field.sharing();
        boolean place = sharing == Sharing.HOME || sharing == Sharing.AREA;
        return switch (this) {
            case STRANGERS -> Habit.CHANCE;
            case NEIGHBOURS -> sharing == Sharing.AREA ? Habit.NEAR : Habit.CHANCE;
            case HOUSEHOLD -> Habit.HOUSEHOLD;
            case NAMESAKES ->
                    field.isName() || sharing == Sharing.ORIGIN ? Habit.ALIKE : Habit.CHANCE;
            case TWINS -> twins(field);
            case SAME -> Habit.KEPT;
            case MOVED -> place ? Habit.CHANGED : Habit.KEPT;
            case RENAMED -> sharing == Sharing.FAMILY ? Habit.CHANGED : Habit.KEPT;
            case MOVED_AND_RENAMED ->
                    place || sharing == Sharing.FAMILY ? Habit.CHANGED : Habit.KEPT;
            case GARBLED -> Habit.GARBLED;
        };
    }

    private static Habit twins(FieldKind field) {
        return switch (field) {
            case BIRTH_DATE, YEAR -> Habit.KEPT;
            case GIVEN_NAME, MIDDLE_NAME, IDENTIFIER, EMAIL, SEX -> Habit.CHANCE;
            default -> Habit.HOUSEHOLD;
        };
    }
}
