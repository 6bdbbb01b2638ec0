package sightline.core;

import java.util.Locale;

/**
 * How large a test that knows several sizes should be. Everyday is the default; {@code -Pci} and
 * {@code -Pfull} choose the others by the system property {@code sightline.size}.
 *
 * <p>A test that has more than one size is tagged {@code ci}, so that it runs again at that size.
 */
public enum TestSize {
    /** What every build runs. */
    EVERYDAY,
    /** What a merge is judged by. */
    CI,
    /** Long runs: many seeds, many kills, large worlds. */
    FULL;

    /** The size asked for in this run. */
    public static TestSize chosen() {
        return named(System.getProperty("sightline.size", "everyday"));
    }

    static TestSize named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The number that belongs to this size. */
    public int of(int everyday, int ci, int full) {
        return switch (this) {
            case EVERYDAY -> everyday;
            case CI -> ci;
            case FULL -> full;
        };
    }
}
