package sightline.core.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts numbered things into groups step by step, never across a pair that must stay apart. The
 * result depends on the order in which pairs are offered, so callers offer them in a fixed order.
 */
final class Agglomeration {
    /** Whether two things must stay apart. */
    interface Apart {
        boolean apart(int a, int b);
    }

    private final int[] group;
    private final List<List<Integer>> members = new ArrayList<>();
    private final Set<Long> parted = new HashSet<>();

    Agglomeration(int size) {
        group = new int[size];
        for (var i = 0; i < size; i++) {
            group[i] = i;
            members.add(new ArrayList<>(List.of(i)));
        }
    }

    /** The number of a thing's group: that of one of its members. */
    int groupOf(int thing) {
        return group[thing];
    }

    List<Integer> membersOf(int thing) {
        return members.get(group[thing]);
    }

    boolean together(int a, int b) {
        return group[a] == group[b];
    }

    /** Joins the groups of two things whatever speaks against it. */
    void join(int a, int b) {
        if (together(a, b)) {
            return;
        }
        var larger = membersOf(a).size() >= membersOf(b).size() ? group[a] : group[b];
        var smaller = larger == group[a] ? group[b] : group[a];
        var moving = members.get(smaller);
        for (var thing : moving) {
            group[thing] = larger;
        }
        members.get(larger).addAll(moving);
        members.set(smaller, List.of());
    }

    /** Joins unless some pair across the two groups must stay apart, or the group got too large. */
    boolean joinUnless(Apart apart, int a, int b, int sizeMax) {
        if (together(a, b)) {
            return true;
        }
        if (membersOf(a).size() + membersOf(b).size() > sizeMax || anyApart(apart, a, b)) {
            return false;
        }
        join(a, b);
        return true;
    }

    private boolean anyApart(Apart apart, int a, int b) {
        for (var x : membersOf(a)) {
            for (var y : membersOf(b)) {
                if (areParted(x, y) || apart.apart(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Keeps two things apart from now on. */
    void part(int a, int b) {
        parted.add(pair(a, b));
    }

    boolean areParted(int a, int b) {
        return parted.contains(pair(a, b));
    }

    /**
     * Follows what a person decided about two things, before any automatic step. "Cannot tell"
     * keeps nothing apart here: a person's join through a third thing goes before it.
     *
     * @return false, and nothing done, if decisions already followed contradict it
     */
    boolean follow(Verdict verdict, int a, int b) {
        return switch (verdict) {
            case CANNOT_TELL -> true;
            case JOIN -> {
                var possible = !groupsParted(a, b);
                if (possible) {
                    join(a, b);
                }
                yield possible;
            }
            case NOT_THE_SAME -> {
                var possible = !together(a, b);
                if (possible) {
                    part(a, b);
                }
                yield possible;
            }
        };
    }

    /** Whether some pair across the groups of two things was kept apart. */
    boolean groupsParted(int a, int b) {
        return anyApart((x, y) -> false, a, b);
    }

    /** One thing of each group, the smallest, in order. */
    List<Integer> firsts() {
        var seen = new BitSet(group.length);
        var firsts = new ArrayList<Integer>();
        for (var thing = 0; thing < group.length; thing++) {
            if (!seen.get(group[thing])) {
                seen.set(group[thing]);
                firsts.add(thing);
            }
        }
        return firsts;
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }
}
