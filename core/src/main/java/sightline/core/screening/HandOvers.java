package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The hand-overs of a registered person between those who keep registers, or of a supervision to
 * whoever watches next. An offer changes nothing until whoever it was made to accepts; somebody
 * else's acceptance or refusal is none. Police (of a registered person) and probation (of a
 * supervision) may accept whom nobody offered here: an offer may have come another way.
 */
public final class HandOvers {
    private final Directory directory;
    private final AgencyType unasked;
    private final List<Entry<HandOver>> all;
    private Optional<Offer> open = Optional.empty();
    private Optional<Acceptance> accepted = Optional.empty();

    /**
     * An offer that waits for its answer.
     *
     * @param from who offers, and answers for the person until it is accepted
     */
    public record Offer(Entry<HandOver> entry, AgencyId from, AgencyId to) {}

    /** That somebody answers from then on. */
    record Acceptance(Entry<HandOver> entry, AgencyId by) {}

    private HandOvers(Directory directory, AgencyType unasked, List<Entry<HandOver>> all) {
        this.directory = directory;
        this.unasked = unasked;
        this.all = all;
        all.forEach(this::take);
    }

    /** Those of the subject as a registered person, by everybody. */
    static HandOvers of(Situation situation) {
        return of(situation, HandOver.Handed.REGISTERED_PERSON, AgencyType.POLICE);
    }

    /**
     * Who has the subject's case: whoever had it at a moment, until somebody to whom they offered
     * it accepts.
     *
     * @param since when they had it, as they wrote it down
     */
    public static AgencyId holderOfCase(Situation situation, AgencyId first, Instant since) {
        AgencyId holder = first;
        Optional<AgencyId> offered = Optional.empty();
        for (Entry<HandOver> entry : said(situation, HandOver.Handed.CASE)) {
            Fact fact = entry.fact();
            if (fact.times().recorded().isBefore(since)) {
                continue;
            }
            boolean own = fact.source().equals(holder);
            boolean theirs = offered.filter(fact.source()::equals).isPresent();
            switch (entry.body().stage()) {
                case OFFERED -> offered = own ? addressee(fact) : offered;
                case WITHDRAWN -> offered = own ? Optional.empty() : offered;
                case REFUSED -> offered = theirs ? Optional.empty() : offered;
                case ACCEPTED -> {
                    holder = theirs ? fact.source() : holder;
                    offered = theirs ? Optional.empty() : offered;
                }
            }
        }
        return holder;
    }

    private static List<Entry<HandOver>> said(Situation situation, HandOver.Handed what) {
        return situation.subject().about(HandOver.class).stream()
                .filter(e -> e.body().what() == what)
                .toList();
    }

    /** Those of the subject's supervision, by everybody. */
    static HandOvers ofSupervision(Situation situation) {
        return of(situation, HandOver.Handed.SUPERVISION, AgencyType.PROBATION);
    }

    private static HandOvers of(Situation situation, HandOver.Handed what, AgencyType unasked) {
        return new HandOvers(situation.directory(), unasked, said(situation, what));
    }

    /** Everything that was said about handing over, oldest first. */
    public List<Entry<HandOver>> all() {
        return all;
    }

    /** The offer that nobody answered or took back. */
    public Optional<Offer> open() {
        return open;
    }

    /** Whoever accepted last. */
    public Optional<AgencyId> accepted() {
        return accepted.map(Acceptance::by);
    }

    /** The same, with the entry that says so. */
    Optional<Acceptance> acceptance() {
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
            case ACCEPTED -> accepts(entry);
            case REFUSED -> open = open.filter(o -> !o.to().equals(fact.source()));
            case WITHDRAWN -> open = open.filter(o -> !o.from().equals(fact.source()));
        }
    }

    /** By whoever it was offered to; else those who may say so unasked, or whom they name. */
    private void accepts(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        if (open.filter(o -> o.to().equals(fact.source())).isPresent()) {
            accepted = Optional.of(new Acceptance(entry, fact.source()));
            open = Optional.empty();
        } else if (open.isEmpty() && mayUnasked(fact.source())) {
            accepted =
                    Optional.of(
                            new Acceptance(
                                    entry,
                                    addressee(fact)
                                            .filter(this::mayUnasked)
                                            .orElse(fact.source())));
        }
    }

    private static Optional<AgencyId> addressee(Fact fact) {
        return fact.references().addressees().stream()
                .filter(a -> !a.equals(fact.source()))
                .findFirst();
    }

    private boolean mayUnasked(AgencyId agency) {
        return directory.agency(agency).map(Agency::type).filter(unasked::equals).isPresent();
    }
}
