package sightline.core.duties;

import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.screening.Finding;
import sightline.core.screening.RuleId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One clock as a pack defines it.
 *
 * @param key its name
 * @param rule the rule of the catalogue whose ladder it is, where there is one
 * @param title what is owed, in plain words, as an instruction
 * @param work the heading under which a list of work finds it, such as "Visits"
 * @param whose about which subjects it can be owed
 * @param survivesDeath whether the subject's death leaves it standing
 * @param startsOn facts that start it
 * @param startsOnRules rules whose alerts start it
 * @param startsOnShown findings that raise nothing and start it
 * @param byRegister what of a register it is: when it starts, ends and is due is worked out by the
 *     register's own pack
 * @param per whether each start has its own duty, each addressee of it, or one duty runs at a time
 * @param repeats whether a discharge starts the next run at once, until something ends it
 * @param from whether it counts from when the start happened, from when it was received, or from
 *     the referral that it decides
 * @param limit how long; zero hours is due at once
 * @param counting how its law counts
 * @param owedBy who owes it; several where each side has its part, as telling and opening
 * @param dischargedBy facts after the start that discharge it; each group must be met by one
 * @param endedBy facts that end it undischarged, because it no longer applies
 * @param ladder who is told when it is late, in order; the last rung repeats daily
 * @param law the source, with its mark
 * @param inForce the days on which a start counts under this definition
 * @param course what it says beyond a limit that runs once from its start
 * @param ground where it holds
 */
public record ClockDefinition(
        ClockKey key,
        Optional<RuleId> rule,
        String title,
        String work,
        Whose whose,
        boolean survivesDeath,
        List<Condition> startsOn,
        Set<RuleId> startsOnRules,
        Set<ShownStart> startsOnShown,
        Optional<ByRegister> byRegister,
        Per per,
        boolean repeats,
        From from,
        Limit limit,
        Counting counting,
        List<Owner> owedBy,
        List<List<Condition>> dischargedBy,
        List<Condition> endedBy,
        List<Rung> ladder,
        Provision law,
        Period inForce,
        Course course,
        Ground ground) {

    /** Which subjects a clock is about. */
    public enum Whose {
        /** A child, born or not. */
        CHILD,
        ADULT,
        ANYBODY
    }

    /** How many duties several starts make. */
    public enum Per {
        /** One for each start, whoever owes it. */
        START,
        /** One at a time for the subject. */
        SUBJECT,
        /**
         * One at a time for each who owes it: what makes it good makes good all that came
         * meanwhile.
         */
        OWNER,
        /**
         * One for each addressee of each start, who owes that one alone: an answer is nobody's but
         * theirs. A start that names one addressee, or none, has one.
         */
        ADDRESSEE
    }

    /** From which time of the start it counts. */
    public enum From {
        HAPPENED,
        RECEIVED,
        /** When the referral was received that the start decides; where none is, as it happened. */
        REFERRED
    }

    /** What of a register a clock is. */
    public enum ByRegister {
        /** What the person is to tell. */
        NOTICE,
        /** When the police are to see the person. */
        VISIT
    }

    public ClockDefinition {
        startsOn = List.copyOf(startsOn);
        owedBy = List.copyOf(owedBy);
        startsOnRules = Set.copyOf(startsOnRules);
        startsOnShown = Set.copyOf(startsOnShown);
        dischargedBy = dischargedBy.stream().map(List::copyOf).toList();
        endedBy = List.copyOf(endedBy);
        ladder = List.copyOf(ladder);
        boolean onFindings = !startsOnRules.isEmpty() || !startsOnShown.isEmpty();
        if (byRegister.isPresent() && (onFindings || !startsOn.isEmpty())) {
            throw new IllegalArgumentException(
                    key.value() + " is a register's: nothing else starts it");
        }
        if (byRegister.isEmpty() && startsOn.isEmpty() != onFindings) {
            throw new IllegalArgumentException(
                    key.value() + " starts on facts or on rules, one of the two");
        }
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException(
                    key.value() + " has no ladder: nobody would be told");
        }
        if (course.to().isPresent()) {
            Counting.checkBackwards(counting, limit);
        } else if (!counting.accepts(limit)) {
            throw new IllegalArgumentException(
                    "%s counts %s by %s, which does not go together"
                            .formatted(key.value(), limit.text(), counting.slug()));
        }
    }

    /** The same definition for starts of any day. */
    ClockDefinition always() {
        return new ClockDefinition(
                key,
                rule,
                title,
                work,
                whose,
                survivesDeath,
                startsOn,
                startsOnRules,
                startsOnShown,
                byRegister,
                per,
                repeats,
                from,
                limit,
                counting,
                owedBy,
                dischargedBy,
                endedBy,
                ladder,
                law,
                Period.always(),
                course,
                ground);
    }

    /** Whether a finding starts it. */
    boolean startsOn(Finding finding) {
        return finding.alerts()
                ? startsOnRules.contains(finding.rule())
                : startsOnShown.stream().anyMatch(s -> s.is(finding));
    }

    /** Whether any finding of the rule starts it. */
    public boolean startsOn(RuleId found) {
        return startsOnRules.contains(found)
                || startsOnShown.stream().anyMatch(s -> s.rule().equals(found));
    }

    /** By how much a named person may put it off at most, before it is late. */
    public Optional<Limit> extension() {
        return course.extension();
    }

    /** Whether it counts starts of that day. */
    boolean inForceOn(LocalDate day) {
        return inForce.contains(day);
    }
}
