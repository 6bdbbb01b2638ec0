package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.util.List;
import java.util.Optional;

/**
 * The hand-overs of a registered person between those who keep registers. An offer changes nothing
 * until whoever it was made to accepts; somebody else's acceptance or refusal is none. Police may
 * accept whom nobody offered here: an offer may have come another way.
 */
public final class HandOvers {
    private final Directory directory;
    private final List<Entry<HandOver>> all;
    private Optional<Offer> open = Optional.empty();
    private Optional<AgencyId> accepted = Optional.empty();

    /**
     * An offer that waits for its answer.
     *
     * @param from who offers, and answers for the person until it is accepted
     */
    public record Offer(Entry<HandOver> entry, AgencyId from, AgencyId to) {}

    private HandOvers(Directory directory, List<Entry<HandOver>> all) {
        this.directory = directory;
        this.all = all;
        all.forEach(this::take);
    }

    /** Those of the subject, by everybody. */
    static HandOvers of(Situation situation) {
        return new HandOvers(
                situation.directory(),
                situation.subject().about(HandOver.class).stream()
                        .filter(e -> e.body().what() == HandOver.Handed.REGISTERED_PERSON)
                        .toList());
    }

    /** Everything that was said about handing the person over, oldest first. */
    public List<Entry<HandOver>> all() {
        return all;
    }

    /** The offer that nobody answered or took back. */
    public Optional<Offer> open() {
        return open;
    }

    /** Whoever accepted last. */
    public Optional<AgencyId> accepted() {
        return accepted;
    }

    private void take(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        HandOverStage stage = entry.body().stage();
        switch (stage) {
            case OFFERED ->
                    addressee(fact)
                            .ifPresent(
                                    to -> open = Optional.of(new Offer(entry, fact.source(), to)));
            case ACCEPTED -> accepts(fact);
            case REFUSED -> open = open.filter(o -> !o.to().equals(fact.source()));
            case WITHDRAWN -> open = open.filter(o -> !o.from().equals(fact.source()));
        }
    }

    /** By whoever it was offered to; else police who say so, or whom they name. */
    private void accepts(Fact fact) {
        if (open.filter(o -> o.to().equals(fact.source())).isPresent()) {
            accepted = Optional.of(fact.source());
            open = Optional.empty();
        } else if (open.isEmpty() && police(fact.source())) {
            accepted = Optional.of(addressee(fact).filter(this::police).orElse(fact.source()));
        }
    }

    private static Optional<AgencyId> addressee(Fact fact) {
        return fact.references().addressees().stream()
                .filter(a -> !a.equals(fact.source()))
                .findFirst();
    }

    private boolean police(AgencyId agency) {
        return directory
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.POLICE::equals)
                .isPresent();
    }
}
