package sightline.core.classification;

import sightline.core.classification.Sign.Group;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Entry;
import sightline.core.kernel.Certainty;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether what a log says can be an incident between its parties. A tie on record needs little
 * more: unless its words give another account, a person is asked, also where all was calm. A tie
 * that only the log speaks of needs conduct as well. An account with somebody from outside, or of
 * something else, outweighs a row that was only heard, unless somebody was not free to speak.
 */
final class Judgement {
    /** How two people stand to each other in a log. */
    enum Sides {
        /** One is suspected of something done to the other. */
        AGAINST,
        /** Both are named. */
        NAMED
    }

    /** Classes in which being named together says little. */
    private static final Set<LogClass> SAYS_LITTLE =
            EnumSet.of(LogClass.THEFT, LogClass.TRAFFIC, LogClass.CONCERN_FOR_CHILD);

    /** Classes that are themselves of conduct that can be abuse. */
    private static final Set<LogClass> CONDUCT =
            EnumSet.of(
                    LogClass.DOMESTIC,
                    LogClass.VIOLENCE,
                    LogClass.ASSAULT,
                    LogClass.THREAT,
                    LogClass.DAMAGE,
                    LogClass.HARASSMENT,
                    LogClass.DISPUTE);

    private final Incident incident;
    private final List<LogReading> readings;

    Judgement(Incident incident) {
        this.incident = incident;
        this.readings = readings(incident);
    }

    static List<LogReading> readings(Incident incident) {
        return incident.logs().stream().flatMap(l -> reading(l)).toList();
    }

    private static Stream<LogReading> reading(Entry<PoliceIncident> log) {
        return log.body().narrative().stream().filter(n -> !n.isBlank()).map(LogReading::of);
    }

    /** Between two people whom records connect. */
    boolean ofConnected(Sides sides, Certainty tie) {
        if (tie == Certainty.POSSIBLE && has(Group.UNRELATED)) {
            return false;
        }
        if (sides == Sides.AGAINST) {
            return true;
        }
        if (classes(SAYS_LITTLE::contains) && !classes(c -> !SAYS_LITTLE.contains(c))) {
            return has(Group.CONDUCT) && !has(Group.OUTSIDER) && (tie() || has(Group.GUARDED));
        }
        if (has(Group.OUTSIDER)) {
            return has(Group.GUARDED);
        }
        if (has(Group.OTHERWISE)) {
            return has(Group.CONDUCT) || has(Group.GUARDED);
        }
        // That all was calm when police came is how it is told where somebody is not free to speak.
        return true;
    }

    /** Between people of whom only the log says that they are connected. */
    boolean byWords() {
        if (!tie() || has(Group.OUTSIDER) || has(Group.UNRELATED)) {
            return false;
        }
        if (has(Group.OTHERWISE)) {
            return has(Group.CONDUCT);
        }
        boolean couple = has(Group.COUPLE);
        boolean said = has(Group.CONDUCT) || has(Group.ROW);
        boolean byClass = classes(CONDUCT::contains);
        return couple
                ? said || byClass || (has(Group.GUARDED) && !classes(SAYS_LITTLE::contains))
                : relativeDid() || (byClass && has(Group.GUARDED));
    }

    /** The logs whose words tie the parties. */
    List<Entry<PoliceIncident>> logsThatTie() {
        return incident.logs().stream()
                .filter(l -> reading(l).anyMatch(r -> r.has(Group.COUPLE) || r.has(Group.RELATIVE)))
                .toList();
    }

    private boolean tie() {
        return has(Group.COUPLE) || has(Group.RELATIVE);
    }

    private boolean relativeDid() {
        return readings.stream()
                .anyMatch(r ->
                        r.together(Group.RELATIVE, Group.CONDUCT)
                                || r.together(Group.RELATIVE, Group.ROW));
    }

    private boolean has(Group group) {
        return readings.stream().anyMatch(r -> r.has(group));
    }

    private boolean classes(Predicate<LogClass> which) {
        return incident.logs().stream().map(l -> l.body().logClass()).anyMatch(which);
    }
}
