package sightline.core.screening;

import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a rule that counts has counted of a child by now: the entries, and how many by each agency.
 * Counts are of what was recorded; they are no measure of a child or of anybody who works with one.
 *
 * @param what of what the numbers are, in the plural
 * @param raisesFrom the number from which the rule may raise anything
 * @param things what was counted, each with the entries that tell it, the oldest first
 */
public record Counted(RuleId rule, String what, int raisesFrom, List<List<Entry<?>>> things) {
    /** What the card of each rule that counts says of it (core.facts.SaidAgain). */
    static final String SENT_TWICE =
            "One entry that its sender sent twice: the same people, words and time, and known to the"
                    + " moment or written down at the same moment. It counts once.";

    private static final RuleId NOT_SEEN = new RuleId("AL-10");
    private static final int INJURIES = 2;

    public Counted {
        things = things.stream().map(List::copyOf).toList();
    }

    /** How many. */
    public int number() {
        return things.size();
    }

    /** How many things each agency told; one thing that two told counts once for each. */
    public SequencedMap<AgencyId, Long> byAgency() {
        SequencedMap<AgencyId, Long> counts =
                new TreeMap<>(java.util.Comparator.comparing(AgencyId::value));
        for (List<Entry<?>> thing : things) {
            thing.stream()
                    .map(e -> e.fact().source())
                    .distinct()
                    .forEach(a -> counts.merge(a, 1L, Long::sum));
        }
        return counts;
    }

    /** The facts of the entries that were counted. */
    public Set<FactId> facts() {
        Set<FactId> facts = new HashSet<>();
        things.forEach(t -> t.forEach(e -> facts.add(e.fact().id())));
        return facts;
    }

    /**
     * What each counting rule has counted of the subject, with its area's numbers, as far as the
     * situation knows; rules that counted nothing, or are off there, are left out.
     */
    public static List<Counted> of(Situation situation, RuleSettings settings) {
        Set<RuleId> off = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        situation
                .recipients()
                .area()
                .ifPresent(area ->
                        Catalogue.rules().stream()
                                .flatMap(r -> settings.current(area, r.id()).stream())
                                .forEach(set -> {
                                    if (!set.on()) {
                                        off.add(set.rule());
                                    }
                                    set.numbers()
                                            .forEach((name, number) ->
                                                    numbers.put(
                                                            set.rule().value() + "." + name,
                                                            number));
                                }));
        Situation here = situation.with(new Parameters(numbers));
        return Child.in(here).map(Counted::of).orElse(List.of()).stream()
                .filter(c -> c.number() > 0 && !off.contains(c.rule()))
                .toList();
    }

    private static List<Counted> of(Child child) {
        return List.of(injuries(child), referrals(child), closings(child), notBrought(child));
    }

    private static Counted injuries(Child child) {
        RuleId rule = RepeatedOrUnexplainedInjury.ID;
        var reasons = new InjuryReasons(child, rule, Injuries.of(child));
        List<List<Entry<?>>> things = new ArrayList<>();
        reasons.counted().stream()
                .max(
                        java.util.Comparator.comparing(Injury::day)
                                .thenComparing(Injury::first, Order.OLDEST_FIRST))
                .ifPresent(newest -> {
                    reasons.before(newest).forEach(i -> things.add(List.copyOf(i.tellings())));
                    things.add(List.copyOf(newest.tellings()));
                });
        return new Counted(
                rule,
                "injuries within the window for this age, ordinary ones not counted",
                INJURIES,
                things);
    }

    private static Counted referrals(Child child) {
        List<ReferralCase> cases = Referrals.of(child);
        List<List<Entry<?>>> things = new ArrayList<>();
        if (!cases.isEmpty()) {
            ThirdReferralInAYear.within(child, cases, cases.getLast())
                    .forEach(c -> things.add(c.entries()));
        }
        return new Counted(
                ThirdReferralInAYear.ID,
                "referrals to social care, with those that came within the months before",
                ThirdReferralInAYear.REFERRALS,
                things);
    }

    private static Counted closings(Child child) {
        List<List<Entry<?>>> things = new ArrayList<>();
        new NotSeenReasons(child).closedWithoutSeeing().forEach(e -> things.add(List.of(e)));
        return new Counted(
                NOT_SEEN, "closings by a service that had not seen the child", 1, things);
    }

    private static Counted notBrought(Child child) {
        List<List<Entry<?>>> things = new ArrayList<>();
        NotBrought.newest(child).forEach(e -> things.add(List.of(e)));
        return new Counted(
                ThirdAppointmentNotBrought.ID,
                "appointments to which the child was not brought, all services together",
                NotBrought.APPOINTMENTS,
                things);
    }
}
