package sightline.core.screening;

import sightline.core.facts.CareBody.CarerArranged;
import sightline.core.facts.CareBody.CarerArranged.Arrangement;
import sightline.core.facts.CareBody.ReturnedHome;
import sightline.core.facts.PersonBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the subject, whose home somebody shares on paper, is placed with another, or that person
 * stays elsewhere: what was last arranged goes before the address.
 */
final class Whereabouts {
    private final Neighbourhood around;
    private final List<Entry<?>> arranged = new ArrayList<>();

    Whereabouts(Neighbourhood around) {
        this.around = around;
        for (Individual self : around.selves()) {
            self.about(CarerArranged.class).stream()
                    .filter(e -> e.body().arrangement() != Arrangement.SUPERVISOR)
                    .forEach(arranged::add);
            arranged.addAll(self.about(ReturnedHome.class));
        }
        arranged.sort(
                Comparator.comparing((Entry<?> e) -> e.day())
                        .thenComparingLong(e -> e.fact().position()));
    }

    /** Whether the two were apart at that moment, as far as anybody had recorded. */
    boolean apart(Individual person, Instant moment) {
        PersonId subject = around.subject().id();
        return withAnother(person, moment)
                || staysAway(subject, person.id(), moment, lastReturn(moment))
                || staysAway(person.id(), subject, moment, LocalDate.MIN);
    }

    /** Whether the subject was last placed with the person, or returned to them, by that day. */
    boolean caredForBy(Individual person, LocalDate day) {
        return last(e -> !e.day().isAfter(day))
                .filter(e -> !ended(e))
                .flatMap(Whereabouts::carer)
                .flatMap(around::whose)
                .filter(person::equals)
                .isPresent();
    }

    private Optional<Entry<?>> last(Instant moment) {
        LocalDate day = London.day(moment);
        return last(e -> !e.received().isAfter(moment) && !e.day().isAfter(day));
    }

    private Optional<Entry<?>> last(Predicate<Entry<?>> counts) {
        return arranged.stream().filter(counts).reduce((_, later) -> later);
    }

    private static boolean ended(Entry<?> entry) {
        return entry.body() instanceof CarerArranged c && c.ended();
    }

    /** In the care of another, in whose home the person does not live. */
    private boolean withAnother(Individual person, Instant moment) {
        return last(moment)
                .filter(e -> e.body() instanceof CarerArranged c && !c.ended())
                .flatMap(Whereabouts::carer)
                .flatMap(around::whose)
                .filter(c -> !c.equals(person))
                .filter(c -> !around.household(c.id(), London.day(moment)).contains(person))
                .filter(_ -> !togetherSince(person, moment))
                .isPresent();
    }

    /** Whether the child was recorded to stay with the person after it was given to another. */
    private boolean togetherSince(Individual person, Instant moment) {
        LocalDate day = London.day(moment);
        LocalDate arrangedOn = last(moment).map(Entry::day).orElse(LocalDate.MIN);
        return around.stays(around.subject().id()).stream()
                .filter(s -> s.openOn(day) && !s.basis().times().received().isAfter(moment))
                .filter(s -> away(s.kind()))
                .filter(s -> s.days().from().filter(arrangedOn::isBefore).isPresent())
                .anyMatch(s -> with(person.id(), s, day));
    }

    private static Optional<SourceRecord> carer(Entry<?> entry) {
        return entry.fact().participants().stream().skip(1).findFirst().map(p -> p.record());
    }

    private LocalDate lastReturn(Instant moment) {
        return last(moment)
                .filter(e -> e.body() instanceof ReturnedHome)
                .map(Entry::day)
                .orElse(LocalDate.MIN);
    }

    /** Staying where the other is not, and not recorded at home or with the other since. */
    private boolean staysAway(PersonId who, PersonId other, Instant moment, LocalDate since) {
        LocalDate day = London.day(moment);
        List<Stay> open =
                around.stays(who).stream()
                        .filter(s -> s.openOn(day))
                        .filter(s -> !s.basis().times().received().isAfter(moment))
                        .toList();
        Optional<LocalDate> back =
                open.stream()
                        .filter(s -> s.kind() == PersonBody.Stay.HOME || with(other, s, day))
                        .flatMap(s -> s.days().from().stream())
                        .max(Comparator.naturalOrder());
        return open.stream()
                .filter(s -> away(s.kind()))
                .filter(s -> !with(other, s, day))
                .flatMap(s -> s.days().from().stream())
                .filter(from -> !from.isBefore(since))
                .anyMatch(from -> back.filter(b -> b.isAfter(from)).isEmpty());
    }

    private boolean with(PersonId other, Stay stay, LocalDate day) {
        return around.at(stay.place(), day).stream().anyMatch(o -> o.person().equals(other));
    }

    private static boolean away(PersonBody.Stay kind) {
        return kind == PersonBody.Stay.STAYING
                || kind == PersonBody.Stay.TEMPORARY
                || kind == PersonBody.Stay.PLACEMENT
                || kind == PersonBody.Stay.BAIL_ADDRESS;
    }

    /** The moments after one at which an arrangement was ended. */
    Stream<Instant> endsAfter(Instant moment) {
        return arranged.stream()
                .filter(Whereabouts::ended)
                .map(Entry::received)
                .filter(moment::isBefore)
                .sorted();
    }
}
