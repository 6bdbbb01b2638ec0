package sightline.core.duties;

import sightline.core.facts.Fact;
import sightline.core.kernel.Due;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Stopped;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.register.Happening;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Obligation;
import sightline.core.register.Obligation.Standing;
import sightline.core.register.Recorded.Sourced;
import sightline.core.register.VisitOwed;
import sightline.core.screening.Registers;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What registers ask of the subject, and of those who keep them, as clocks of the keeper. When each
 * starts, stops and is due is the register's own reckoning; who owes it and who is told is the
 * clock's.
 */
final class RegisterDuties {

    /**
     * One thing that is owed.
     *
     * @param due nothing while its clock stands
     * @param met the notice, or the visit, that discharged it
     * @param over what ended the period before it was due
     * @param held since when the person is in custody or hospital and can tell nobody anything
     */
    record Owing(
            String title,
            Start start,
            Optional<Due> due,
            Optional<Fact> met,
            Optional<Fact> over,
            Optional<Happening.Gone> held) {}

    private final Situation situation;

    RegisterDuties(Situation situation) {
        this.situation = situation;
    }

    /** Everything that the registers make of one clock, oldest first. */
    List<Owing> of(ClockDefinition clock) {
        return situation
                .registers()
                .covering()
                .flatMap(s ->
                        switch (clock.byRegister().orElseThrow()) {
                            case NOTICE ->
                                    s.registration().obligations().stream()
                                            .flatMap(o -> notice(s, o).stream());
                            case VISIT -> visits(s).stream();
                        })
                .toList();
    }

    private Optional<Owing> notice(Registers.Standing standing, Obligation owed) {
        return standing.recorded()
                .basis(owed)
                .map(basis ->
                        new Owing(
                                "%s (%s): see that it is told, or decide what follows"
                                        .formatted(owed.notice().title(), standing.pack().title()),
                                start(
                                        standing,
                                        owed.notice().slug(),
                                        owed.start(),
                                        basis.fact(),
                                        "%s, from %s"
                                                .formatted(
                                                        owed.notice().words(),
                                                        Words.day(owed.start()))),
                                due(owed).map(due -> resting(due, held(standing))),
                                standing.recorded().met(owed),
                                owed.standing() == Standing.LAPSED
                                                || owed.standing() == Standing.HANDED_OVER
                                        ? Optional.of(over(standing, basis.fact()))
                                        : Optional.empty(),
                                held(standing)));
    }

    /** None while its clock stands. */
    private static Optional<Due> due(Obligation owed) {
        return switch (owed.due()) {
            case Due due -> Optional.of(due);
            case Stopped _ -> Optional.empty();
        };
    }

    /** With a line that says so where the person is held. */
    private static Due resting(Due due, Optional<Happening.Gone> held) {
        return held.map(gone -> resting(due, gone)).orElse(due);
    }

    private static Due resting(Due due, Happening.Gone held) {
        List<String> counted = new ArrayList<>(due.dayByDay());
        counted.add(
                "%s since %s as recorded: repeated every four weeks, and daily from the release."
                        .formatted(
                                held.where() == Away.HOSPITAL ? "In hospital" : "In custody",
                                Words.day(held.day())));
        return new Due(due.at(), due.lastDay(), counted);
    }

    private static Optional<Happening.Gone> held(Registers.Standing standing) {
        return standing.registration().away().filter(gone -> gone.where() != Away.ABROAD);
    }

    /** What ended the period; where that is only its last day, what began it said so. */
    private static Fact over(Registers.Standing standing, Fact basis) {
        return standing.recorded().sourced().stream()
                .filter(s ->
                        s.happening() instanceof EntryEnded
                                || s.happening() instanceof HandedOver
                                || s.happening() instanceof OrderEnded
                                || s.happening() instanceof Quashed
                                || s.happening() instanceof SetAside)
                .map(Sourced::fact)
                .reduce((_, last) -> last)
                .orElse(basis);
    }

    private List<Owing> visits(Registers.Standing standing) {
        return VisitOwed.of(
                        standing.pack(),
                        standing.recorded().life(),
                        standing.registration(),
                        situation.today())
                .stream()
                .flatMap(v -> visit(standing, v).stream())
                .toList();
    }

    private Optional<Owing> visit(Registers.Standing standing, VisitOwed owed) {
        return began(standing, owed)
                .map(basis ->
                        new Owing(
                                "See the person, unannounced, where they live (%s)"
                                        .formatted(standing.pack().title()),
                                start(
                                        standing,
                                        "visit",
                                        owed.from(),
                                        basis,
                                        "risk %s in the police's plan"
                                                .formatted(
                                                        owed.level()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', ' '))),
                                Optional.of(resting(due(owed), held(standing))),
                                owed.met().flatMap(day -> seen(standing, day)),
                                Optional.empty(),
                                held(standing)));
    }

    private static Due due(VisitOwed owed) {
        return new Due(
                London.endOf(owed.due()),
                owed.due(),
                List.of("From %s to %s.".formatted(Words.day(owed.from()), Words.day(owed.due()))));
    }

    private static Optional<Fact> began(Registers.Standing standing, VisitOwed owed) {
        return seen(standing, owed.from())
                .or(() ->
                        standing.recorded().sourced().stream()
                                .filter(s -> !s.happening().day().isAfter(owed.from()))
                                .map(Sourced::fact)
                                .findFirst());
    }

    private static Optional<Fact> seen(Registers.Standing standing, LocalDate day) {
        return standing.recorded().sourced().stream()
                .filter(s -> s.happening() instanceof Visited v && v.seen() && v.day().equals(day))
                .map(Sourced::fact)
                .findFirst();
    }

    private Start start(
            Registers.Standing standing, String what, LocalDate from, Fact basis, String because) {
        Instant received = basis.times().received();
        Instant began = London.startOf(from);
        String reference = "register/%s/%s/%s".formatted(standing.pack().key(), what, from);
        List<FactId> evidence = List.of(basis.id());
        return new Start(
                reference,
                received.isAfter(began) ? received : began,
                began,
                basis.position(),
                new Text(because),
                Optional.of(basis),
                evidence,
                Optional.empty(),
                Set.of(situation.registers().keeper()));
    }
}
