package sightline.core.duties;

import sightline.core.kernel.Explanation;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is owed about one subject because of one start, as it stands at a moment.
 *
 * @param rule the rule whose ladder it is, where there is one
 * @param title what is owed, as an instruction
 * @param subject whom it is about
 * @param start a stable reference to what started it: a fact's id, or a finding's rule and item
 * @param startedAt when the clock started for those who owe it: the start was received, or found
 * @param due the first moment at which it is late
 * @param because what started it, in words
 * @param counted how the due date was counted, a line a day
 * @param evidence the facts that started it
 * @param owedBy who owes it
 * @param state where it stands
 * @param rungs who was told and when, and who is told next, as far as the moment reaches plus one
 * @param ladder whom each rung names, the first first; empty once nobody owes it
 */
public record Duty(
        ClockKey clock,
        Optional<RuleId> rule,
        String title,
        PersonId subject,
        String start,
        Instant startedAt,
        Instant due,
        Text because,
        List<String> counted,
        List<FactId> evidence,
        Set<Recipient> owedBy,
        State state,
        List<Told> rungs,
        List<Set<Recipient>> ladder) {

    /**
     * Where a duty stands.
     *
     * <p>Running becomes Overdue when the due time passes; both become Discharged by a fact, or
     * Ended by a fact or a named person with a reason. Nothing leaves Discharged or Ended.
     */
    public sealed interface State {
        /** Not yet due. */
        record Running() implements State {}

        /** Late, and on which rung of the ladder; 0 before the first rung. */
        record Overdue(int rung) implements State {}

        /** Done by a fact. */
        record Discharged(FactId by, Instant at, boolean late) implements State {}

        /**
         * No longer applies. Without a fact, its time had run out before the sender of what started
         * it went live: it is listed for review, and nobody is told that it is late.
         */
        record Ended(Optional<FactId> by, Instant at) implements State {}

        /** Whether somebody still owes it. */
        default boolean open() {
            return this instanceof Running || this instanceof Overdue;
        }
    }

    /**
     * One rung: at that moment, they are told.
     *
     * @param day 0 on the ladder; after its last rung 1, 2, 3 … for each day that it is repeated
     */
    public record Told(int rung, Instant at, Set<Recipient> to, int day) {
        public Told {
            to = Set.copyOf(to);
        }

        /** The repetition of that day, at the same time by the clock. */
        private Told on(int later) {
            var then = London.time(at).plusDays(later - (long) day);
            return new Told(rung - day + later, then.toInstant(), to, later);
        }
    }

    public Duty {
        counted = Explanation.kept(counted);
        evidence = List.copyOf(evidence);
        owedBy = Set.copyOf(owedBy);
        rungs = List.copyOf(rungs);
        ladder = ladder.stream().map(Set::copyOf).toList();
    }

    /** Those who owe it, and those who have been told by now that it is late. */
    public Set<Recipient> told() {
        if (!(state instanceof State.Overdue(int reached))) {
            return owedBy;
        }
        return Stream.concat(
                        owedBy.stream(),
                        rungs.stream()
                                .filter(rung -> rung.rung() <= reached)
                                .flatMap(rung -> rung.to().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is history that somebody should look at once. */
    public boolean forReview() {
        return state instanceof State.Ended(var by, var _) && by.isEmpty();
    }

    /** Days between two repetitions of what nobody can do for now: a release may go untold. */
    private static final int SELDOM = 28;

    /** The same, repeated every four weeks and not daily: of what nobody can do for now. */
    Duty seldom() {
        return rungs.stream().filter(t -> t.day() > 0).findFirst().map(this::seldom).orElse(this);
    }

    private Duty seldom(Told daily) {
        int before = daily.rung() - daily.day();
        int days = state instanceof State.Overdue(int reached) ? Math.max(0, reached - before) : 0;
        int newest = days / SELDOM * SELDOM;
        List<Told> kept = new ArrayList<>(rungs.stream().filter(t -> t.day() == 0).toList());
        if (newest > 0) {
            kept.add(daily.on(newest));
        }
        kept.add(daily.on(newest + SELDOM));
        State then = days > 0 ? new State.Overdue(before + newest) : state;
        return new Duty(
                clock, rule, title, subject, start, startedAt, due, because, counted, evidence,
                owedBy, then, kept, ladder);
    }

    /** A reference within the subject that is the same whenever the duty is worked out again. */
    public String key() {
        return key(clock, start);
    }

    static String key(ClockKey clock, String start) {
        return clock.value() + "|" + start;
    }
}
