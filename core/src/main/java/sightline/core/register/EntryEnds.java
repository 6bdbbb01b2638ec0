package sightline.core.register;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.EntryAskedAbout;
import sightline.core.facts.SystemBody.EntryHeldElsewhere;
import sightline.core.facts.SystemBody.EntryTakenOver;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Recorded.Sourced;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it means that an agency says that an entry on one register ended.
 *
 * <p>Whoever keeps the register may end its own entry, and no order or sentence. Where it gives the
 * last day of the period, that is over. Otherwise, where another area is known to have to do with
 * the person, the end is a hand-over: it takes effect on the day on which that area answers that it
 * holds an entry, and until then nothing has ended. Nor has it while an area of this installation,
 * to which the keeper offered the person before, has not answered.
 */
final class EntryEnds {
    private final Individual person;
    private final HandOvers handOvers;
    private final List<Entry<RegisterNotification>> said;
    private Optional<Fact> waits = Optional.empty();

    /**
     * For one register.
     *
     * @param said every notice under it, in the order of the ledger
     */
    EntryEnds(Individual person, HandOvers handOvers, List<Entry<RegisterNotification>> said) {
        this.person = person;
        this.handOvers = handOvers;
        this.said = said;
    }

    /** The person was entered, whatever ended before. */
    void enteredAgain() {
        waits = Optional.empty();
    }

    /** What an end changes, if it changes anything yet. */
    Optional<Sourced> take(Entry<RegisterNotification> ended) {
        Fact fact = ended.fact();
        Optional<HandOvers.Acceptance> away = acceptedElsewhere(fact);
        if (away.isPresent()) {
            return Optional.of(
                    Sourced.of(
                            ended,
                            new HandedOver(
                                    Period.later(
                                            London.day(away.get().entry().received()),
                                            ended.day()))));
        }
        Optional<HandOverStage> handed = handedHere(fact);
        if (ofSecondForce(fact.source())
                || handed.filter(HandOverStage.ACCEPTED::equals).isPresent()) {
            return Optional.empty();
        }
        if (ended.body().periodEnds().isPresent()) {
            return Optional.of(over(ended));
        }
        Optional<Entry<EntryTakenOver>> taken = takenOver(ended);
        if (taken.isPresent()) {
            Entry<EntryTakenOver> by = taken.get();
            return Optional.of(Sourced.of(by, new HandedOver(Period.later(by.day(), ended.day()))));
        }
        waits = acceptedSince(fact) ? Optional.empty() : Optional.of(fact);
        return Optional.of(ended)
                .filter(_ -> handed.isEmpty() && !knownElsewhere(ended))
                .map(EntryEnds::over);
    }

    /**
     * That the keeper said that the entry ended, while nobody is known to have taken over and the
     * person was not entered again: whether anything still runs is for whoever asks.
     */
    Optional<Fact> waits() {
        return waits;
    }

    private static Sourced over(Entry<RegisterNotification> ended) {
        return Sourced.of(ended, new EntryEnded(ended.day()));
    }

    private Optional<Entry<EntryTakenOver>> takenOver(Entry<RegisterNotification> ended) {
        return person.about(EntryTakenOver.class).stream()
                .filter(t -> !t.received().isBefore(ended.received()))
                .filter(t -> !enteredBetween(ended.fact(), t.fact()))
                .findFirst();
    }

    private boolean enteredBetween(Fact before, Fact after) {
        return said(NotificationType.ENTERED)
                .map(e -> e.fact().position())
                .anyMatch(at -> at > before.position() && at < after.position());
    }

    /** Whether another installation asked about the person, or said that it holds an entry. */
    private boolean knownElsewhere(Entry<RegisterNotification> before) {
        return Stream.<Class<? extends SystemBody>>of(
                        EntryAskedAbout.class, EntryHeldElsewhere.class, EntryTakenOver.class)
                .flatMap(kind -> person.about(kind).stream())
                .anyMatch(e -> !e.received().isAfter(before.received()));
    }

    /**
     * How the agency handed the person to another area here: offered before the end and not
     * answered yet; or accepted, by such an offer or unasked, be it after the end. Who has the
     * person from another, or is answered for by another, ends nothing.
     */
    private Optional<HandOverStage> handedHere(Fact ended) {
        Optional<AgencyId> holder =
                handOvers.acceptances().stream()
                        .filter(a -> a.entry().fact().position() < ended.position())
                        .reduce((_, last) -> last)
                        .filter(a -> !(a.elsewhere() && enteredBetween(a.entry().fact(), ended)))
                        .map(HandOvers.Acceptance::by);
        boolean others = holder.filter(h -> !h.equals(ended.source())).isPresent();
        boolean accepted =
                handOvers.acceptances().stream()
                        .filter(a -> a.entry().fact().position() > ended.position())
                        .findFirst()
                        .filter(a -> !a.by().equals(ended.source()))
                        .filter(a -> a.offer().map(o -> offeredBefore(o, ended)).orElse(true))
                        .isPresent();
        return others || accepted
                ? Optional.of(HandOverStage.ACCEPTED)
                : handOvers
                        .open()
                        .filter(o -> offeredBefore(o, ended))
                        .map(_ -> HandOverStage.OFFERED);
    }

    /**
     * That an area which is not here accepted the person, of whom the end tells, from whoever ends
     * the entry, and still has them: offered before the end, and not entered here again before it.
     */
    private Optional<HandOvers.Acceptance> acceptedElsewhere(Fact ended) {
        return handOvers
                .acceptance()
                .filter(HandOvers.Acceptance::elsewhere)
                .filter(a -> a.offer().filter(o -> offeredBefore(o, ended)).isPresent())
                .filter(a -> !enteredBetween(a.entry().fact(), ended));
    }

    private static boolean offeredBefore(HandOvers.Offer offer, Fact ended) {
        return offer.from().equals(ended.source())
                && offer.entry().fact().position() < ended.position();
    }

    /** Whether another area here accepted the person after the end, whoever had offered. */
    private boolean acceptedSince(Fact ended) {
        return handOvers.acceptances().stream()
                .map(a -> a.entry().fact())
                .anyMatch(f -> f.position() > ended.position());
    }

    /**
     * Whether an agency entered the person after another had, and never took them over: where it
     * ends its own entry, the first still stands.
     */
    private boolean ofSecondForce(AgencyId agency) {
        boolean tookOver = handOvers.acceptances().stream().anyMatch(a -> a.by().equals(agency));
        List<AgencyId> entered =
                said(NotificationType.ENTERED).map(e -> e.fact().source()).distinct().toList();
        return !tookOver
                && entered.indexOf(agency) > 0
                && said(NotificationType.ENDED)
                        .noneMatch(e -> e.fact().source().equals(entered.getFirst()));
    }

    private Stream<Entry<RegisterNotification>> said(NotificationType type) {
        return said.stream().filter(e -> e.body().type() == type);
    }
}
