package sightline.core.register;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.JusticeBody.SuspicionEnded.Ending;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Recorded.Sourced;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody was convicted of, with what later sentences and appeals made of it. */
final class Convictions {
    private final Individual person;
    private final List<Entry<Conviction>> all;

    private Convictions(Individual person) {
        this.person = person;
        this.all =
                person.all(Conviction.class)
                        .filter(e -> person.did(e.fact()))
                        .filter(e -> e.standing().counts() || acquitted(e.fact()))
                        .toList();
    }

    /** Those that somebody was convicted of themselves, in the order of the ledger. */
    static Convictions of(Individual person) {
        return new Convictions(person);
    }

    /** Every one that counts or, set aside on appeal, did until then. */
    List<Entry<Conviction>> all() {
        return all;
    }

    /** What each was, as its last sentence leaves it. */
    List<Sourced> found() {
        return all.stream().map(c -> Sourced.of(c, convicted(c))).toList();
    }

    private Convicted convicted(Entry<Conviction> of) {
        return new Convicted(of.day(), withSentence(of), Optional.empty(), number(of), dealt(of));
    }

    /** The day of the conviction, unless it said nothing of a sentence and one came later. */
    private LocalDate dealt(Entry<Conviction> of) {
        return sentences(of).stream()
                .filter(_ -> of.body().sentence().isEmpty())
                .map(s -> Period.later(s.day(), of.day()))
                .findFirst()
                .orElse(of.day());
    }

    /** Which it is of those like it in the words of its agency. */
    private int number(Entry<Conviction> of) {
        return 1
                + (int)
                        all.stream()
                                .takeWhile(c -> !c.fact().id().equals(of.fact().id()))
                                .filter(c -> c.fact().source().equals(of.fact().source()))
                                .filter(c -> alike(c, of))
                                .count();
    }

    private static boolean alike(Entry<Conviction> one, Entry<Conviction> other) {
        return one.day().equals(other.day())
                && one.body().offence().group() == other.body().offence().group();
    }

    /** The sentences that were passed later for a conviction, which they name. */
    List<Entry<Sentence>> sentences(Entry<Conviction> of) {
        return person.entries(Sentence.class).stream()
                .filter(s -> regards(s.fact(), of.fact()))
                .toList();
    }

    private Conviction withSentence(Entry<Conviction> entry) {
        Conviction body = entry.body();
        return sentences(entry).stream()
                .reduce((_, last) -> last)
                .map(Entry::body)
                .map(s ->
                        new Conviction(
                                body.offence(),
                                body.originalCharge(),
                                body.caution(),
                                Optional.of(s.kind()),
                                s.months()))
                .orElse(body);
    }

    private static boolean regards(Fact later, Fact earlier) {
        return later.references().regarding().contains(earlier.id().message());
    }

    /**
     * What was set aside on appeal. One of several convictions of a day is set aside alone; another
     * agency's record of the same one, by its day and group of offence, goes with it, whatever its
     * words. Whoever is held for that alone is free with it.
     */
    List<Sourced> setAside() {
        Set<FactId> gone = new HashSet<>();
        List<Sourced> found = new ArrayList<>();
        for (Entry<SuspicionEnded> ended : acquittals()) {
            for (Entry<Conviction> of : all) {
                if (regards(ended.fact(), of.fact()) && gone.add(of.fact().id())) {
                    found.add(quashed(ended, of));
                    again(of, ended, gone).forEach(same -> found.add(quashed(ended, same)));
                    free(ended, of, gone).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Entry<SuspicionEnded>> acquittals() {
        return person.about(SuspicionEnded.class).stream()
                .filter(e -> e.body().ending() == Ending.ACQUITTED)
                .toList();
    }

    /** What was set aside on appeal counts for nothing, and was a conviction until then. */
    private boolean acquitted(Fact conviction) {
        return acquittals().stream().anyMatch(e -> regards(e.fact(), conviction));
    }

    private Sourced quashed(Entry<SuspicionEnded> ended, Entry<Conviction> of) {
        return Sourced.of(ended, new Quashed(ended.day(), of.day(), Optional.of(withSentence(of))));
    }

    /**
     * The first like it of each other agency, recorded before it was set aside: what is recorded
     * later is another, or the same restored.
     */
    private List<Entry<Conviction>> again(
            Entry<Conviction> of, Entry<SuspicionEnded> ended, Set<FactId> gone) {
        Set<AgencyId> agencies = new HashSet<>(Set.of(of.fact().source()));
        return all.stream()
                .filter(c -> c.fact().position() < ended.fact().position())
                .filter(c -> alike(c, of))
                .filter(c -> !gone.contains(c.fact().id()))
                .filter(c -> agencies.add(c.fact().source()))
                .filter(c -> gone.add(c.fact().id()))
                .toList();
    }

    /** Where no release is recorded, the clocks of whoever is free stand no longer. */
    private Optional<Sourced> free(
            Entry<SuspicionEnded> ended, Entry<Conviction> of, Set<FactId> gone) {
        boolean heldOtherwise =
                all.stream()
                        .filter(c -> !gone.contains(c.fact().id()))
                        .filter(c -> c.standing().counts() && !c.day().isAfter(ended.day()))
                        .filter(c -> Custody.held(withSentence(c)).isPresent())
                        .anyMatch(c -> !released(c, ended));
        return Custody.held(withSentence(of))
                .filter(_ -> !released(of, ended) && !heldOtherwise)
                .map(where -> Sourced.of(ended, new Back(ended.day(), where)));
    }

    private boolean released(Entry<Conviction> from, Entry<SuspicionEnded> until) {
        return person.about(Release.class).stream()
                .anyMatch(r -> !r.day().isBefore(from.day()) && !r.day().isAfter(until.day()));
    }
}
