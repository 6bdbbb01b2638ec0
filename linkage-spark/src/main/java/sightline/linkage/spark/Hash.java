package sightline.linkage.spark;

/** Spreads numbers evenly, the same on every machine. */
final class Hash {
    private Hash() {}

    static long of(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long of(int number, long other) {
        return of(of(number) ^ other);
    }

    /** A part from 0 to below {@code parts}. */
    static int part(long hash, int parts) {
        return (int) Long.remainderUnsigned(hash, parts);
    }
}
