package sightline.linkage;

/**
 * A pair that is wrong.
 *
 * @param first the number of a record
 * @param second the number of another
 * @param together whether they are together, and ought not to be; else they are apart and ought to
 *     be together
 * @param why what speaks for and against it
 */
public record PairError(int first, int second, boolean together, Explanation why) {}
