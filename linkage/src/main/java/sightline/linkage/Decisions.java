package sightline.linkage;

import java.util.List;
import java.util.Set;

/**
 * What people decided, and what is known of the sources: it holds whatever the records say. Records
 * are named by their ids, or by "source:id".
 *
 * @param verdicts on pairs of records
 * @param oncePerPerson the sources that have each person once
 */
public record Decisions(List<Verdict> verdicts, Set<String> oncePerPerson) {

    /** What was decided of two records. */
    public enum Answer {
        /** They are one person. */
        SAME,
        /** They are two people. */
        NOT_THE_SAME,
        /** Nobody can tell yet: they stay apart until somebody can. */
        CANNOT_TELL_YET
    }

    /**
     * One decision.
     *
     * @param first a record
     * @param second another
     * @param answer what was decided
     */
    public record Verdict(String first, String second, Answer answer) {}

    public Decisions {
        verdicts = List.copyOf(verdicts);
        oncePerPerson = Set.copyOf(oncePerPerson);
    }

    /** The verdicts in an order of their own. */
    List<Verdict> inOrder() {
        return verdicts.stream()
                .sorted(
                        java.util.Comparator.comparing(Verdict::first)
                                .thenComparing(Verdict::second))
                .toList();
    }

    /** Nothing was decided. */
    public static Decisions none() {
        return new Decisions(List.of(), Set.of());
    }
}
