package sightline.core.kernel;

import java.util.BitSet;

/**
 * The local authority codes of the Department for Education. Facts of the department's lists: the
 * list of January 2011, then Dorset 838 to 839, Northamptonshire 940 to 941, Cumbria 942 to 943,
 * Wales 660 to 681, the islands and forces' schools 701 to 708, and the pseudo codes 001 to 005.
 */
final class SchoolAuthorityCodes {
    private static final int[][] RANGES = {
        {1, 5}, {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373},
        {380, 384}, {390, 394}, {420, 420}, {660, 681}, {701, 708}, {800, 803}, {805, 808},
        {810, 813}, {815, 816}, {821, 823}, {825, 826}, {830, 831}, {835, 841}, {845, 846},
        {850, 852}, {855, 857}, {860, 861}, {865, 874}, {876, 896}, {908, 909}, {916, 916},
        {919, 919}, {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938},
        {940, 943}
    };
    private static final BitSet KNOWN = known();

    private SchoolAuthorityCodes() {}

    static boolean known(int code) {
        return KNOWN.get(code);
    }

    private static BitSet known() {
        var codes = new BitSet();
        for (var range : RANGES) {
            codes.set(range[0], range[1] + 1);
        }
        return codes;
    }
}
