package sightline.core.duties;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which facts count: a kind, the codes that its body must have, who says it and about whom.
 *
 * @param kind the kind's name on the wire
 * @param where code name to the values that count; {@code *} counts any value that is there
 * @param by the types of agency that count; empty counts any
 * @param sayer who must say it, of those whom the start names
 * @param to the types of agency of which another than the sender must be addressed; empty counts
 *     any
 * @param of whose facts are looked at, seen from the subject
 * @param role the roles in which that person must stand; empty counts any
 * @param withinDays the fact must have happened at most so many days before it was received; a fact
 *     without a date counts as recent
 * @param regardingStart it counts only if it names the message that started the clock
 * @param same codes that must have the values that they have in the fact that started the clock
 * @param answersFinding an answer to an alert counts only if the alert tells of the finding that
 *     started the clock; an assessment, if it takes up the question that the finding shows
 * @param childThere it counts only if it names a child whom the start names, or who lives where the
 *     subject of the start lives or was found
 * @param answering it counts only if it names the message of a fact that meets this, and that came
 *     after the start
 * @param unless what narrows it further
 */
record Condition(
        String kind,
        Map<String, Set<String>> where,
        Set<AgencyType> by,
        Sayer sayer,
        Set<AgencyType> to,
        Of of,
        Set<String> role,
        Optional<Integer> withinDays,
        boolean regardingStart,
        Set<String> same,
        boolean answersFinding,
        boolean childThere,
        Optional<Condition> answering,
        Unless unless) {

    /**
     * What narrows it further.
     *
     * @param notBy the types of agency whose word does not count
     * @param notTo a fact that addresses such an agency does not count
     * @param weekend it counts only on a Saturday or a Sunday
     * @param beside it counts only where a fact that meets one of these came before it; empty asks
     *     for none
     * @param besideByDay what stood beside it by its day counts as well, though it was told later:
     *     for what is decided somewhere and only then told, such as a plan; not for what is the
     *     fact's own answer or comes of it, such as a receipt
     * @param serious an injury counts only where it is a serious one, with all that is told of it
     * @param settledBy a serious injury counts no more once a fact that meets one of these came, on
     *     its day or later; empty asks for none
     * @param sameInjury it counts only where it tells of the injury that started the clock; what
     *     began it may end it
     * @param unheld an offer of a case counts only where another has the case
     * @param daysBefore it counts as well where it happened up to so many days before the start
     */
    record Unless(
            Set<AgencyType> notBy,
            Set<AgencyType> notTo,
            boolean weekend,
            List<Condition> beside,
            boolean besideByDay,
            boolean serious,
            List<Condition> settledBy,
            boolean sameInjury,
            boolean unheld,
            int daysBefore) {
        Unless {
            notBy = Set.copyOf(notBy);
            notTo = Set.copyOf(notTo);
            beside = List.copyOf(beside);
            settledBy = List.copyOf(settledBy);
        }
    }

    /** Who says what counts, seen from the start; whoever took an agency's place stands in it. */
    enum Sayer {
        ANYBODY,
        /** Whoever owes the duty, where each to whom the start was sent owes their own. */
        ADDRESSEE,
        /** Whoever sent the start. */
        SOURCE;

        /** Those that a pack names among the types of agency, as it writes them. */
        static final Set<String> NAMED = Set.of("addressee", "source");
    }

    /** Whose facts. */
    enum Of {
        SUBJECT,
        /** The subject, where the fact names it first: of several people in it, one is enough. */
        NAMED_FIRST,
        PARENT,
        SIBLING,
        HOUSEHOLD_ADULT,
        /** Whom police investigate, while they do, with the subject as victim or witness. */
        SUSPECT,
        /** Those under 18 who live where the subject lives or stays. */
        HOUSEHOLD_CHILD,
        CARER
    }

    Condition {
        where = Map.copyOf(where);
        by = Set.copyOf(by);
        to = Set.copyOf(to);
        role = Set.copyOf(role);
        same = Set.copyOf(same);
    }

    /** Whether the fact agrees with the one that started the clock in every code that must. */
    boolean agrees(Fact start, Fact fact) {
        if (same.isEmpty()) {
            return true;
        }
        Map<String, String> first = Codes.of((Record) start.body());
        Map<String, String> later = Codes.of((Record) fact.body());
        return same.stream()
                .allMatch(c -> first.containsKey(c) && first.get(c).equals(later.get(c)));
    }

    /** Whether any value of a code is named that counts. */
    boolean names(String code, String value) {
        return where.getOrDefault(code, Set.of()).contains(value);
    }

    /** Whether kind and codes fit; who says it and about whom is asked elsewhere. */
    boolean fits(Fact fact) {
        if (!fact.kind().equals(kind)) {
            return false;
        }
        if (where.isEmpty()) {
            return true;
        }
        Map<String, String> codes = Codes.of((Record) fact.body());
        return where.entrySet().stream().allMatch(e -> fits(codes.get(e.getKey()), e.getValue()));
    }

    private static boolean fits(
            @org.jspecify.annotations.Nullable String code, Set<String> wanted) {
        if (code == null) {
            return wanted.contains("none");
        }
        List<String> values = Arrays.asList(code.split(",", -1));
        return wanted.contains("*") || values.stream().anyMatch(wanted::contains);
    }
}
