package sightline.core.register;

import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The hand-overs of somebody: of a registered person between those who keep registers, of a
 * supervision to whoever watches next, of a case between areas. What is said is taken in the order
 * in which it came, by one table:
 *
 * <ul>
 *   <li>an offer opens, in place of one that is open, by whoever has what they offer; by anybody
 *       else it counts for nothing
 *   <li>whoever it was made to accepts or refuses it, whoever made it takes it back: that closes it
 *   <li>an answer that names offers counts for those alone, one that names none for what is open
 *   <li>what an area that is not here tells whoever offered a registered person is an acceptance
 *       once a second person of theirs, by another name, confirms it; a case or a supervision is
 *       accepted by nobody else's word
 *   <li>an acceptance that nothing here asks for counts where its agency may say so unasked: the
 *       offer may have come another way
 * </ul>
 *
 * <p>Whoever handed over answers until the other accepts, and nobody else's word changes it.
 */
public final class HandOvers {
    /** How long whoever was offered somebody, and does not answer, reads what is recorded. */
    public static final Duration UNANSWERED = Duration.ofDays(180);

    private final Predicate<AgencyId> unasked;
    private final Holding holding;
    private final Optional<AgencyId> first;
    private final List<Entry<HandOver>> all;
    private final Set<MessageRef> offers;
    private final Set<FactId> idle = new HashSet<>();
    private final List<Acceptance> acceptances = new ArrayList<>();
    private Optional<AgencyId> holder;
    private Optional<Offer> open = Optional.empty();
    private Optional<Entry<HandOver>> told = Optional.empty();

    /**
     * An offer that waits for its answer.
     *
     * @param from who offers, and answers for the person until it is accepted
     */
    public record Offer(Entry<HandOver> entry, AgencyId from, AgencyId to) {
        /** Until when whoever was asked reads what is recorded, if they never answer. */
        public Instant readUntil() {
            return entry.received().plus(UNANSWERED);
        }
    }

    /**
     * That somebody answers from then on.
     *
     * @param offer what was accepted; empty where it came another way
     */
    public record Acceptance(Entry<HandOver> entry, Optional<Offer> offer, AgencyId by) {
        /** Whether whoever accepted cannot say so here, and two people of the others did. */
        public boolean elsewhere() {
            return entry.body().stage() == HandOverStage.ACCEPTANCE_CONFIRMED;
        }
    }

    /** Who has somebody otherwise than by having accepted them. */
    @FunctionalInterface
    public interface Holding {
        /** Anybody: for whoever does not look at who has them. */
        Holding ANYBODY = (_, _, _) -> true;

        /**
         * Whether an agency has them by what was recorded before it offered: what is recorded later
         * makes no earlier offer count, nor less.
         *
         * @param since the last acceptance, after which they would have them anew; nothing where
         *     nobody accepted
         * @param before the position of the offer
         */
        boolean has(AgencyId agency, Optional<Acceptance> since, long before);
    }

    private HandOvers(
            List<Entry<HandOver>> all,
            Predicate<AgencyId> unasked,
            Holding holding,
            Optional<AgencyId> first,
            Optional<AgencyId> holder) {
        this.all = all;
        this.unasked = unasked;
        this.holding = holding;
        this.first = first;
        this.holder = holder;
        this.offers =
                all.stream()
                        .filter(e -> e.body().stage() == HandOverStage.OFFERED)
                        .map(e -> e.fact().id().message())
                        .collect(Collectors.toSet());
        all.forEach(this::take);
    }

    /**
     * Those of a registered person or of a supervision.
     *
     * @param unasked who may accept what nobody offered here
     * @param holding who may offer, beside whoever accepted last
     * @param first who had the person before anybody accepted, where that is known
     */
    public static HandOvers of(
            Individual person,
            HandOver.Handed what,
            Predicate<AgencyId> unasked,
            Holding holding,
            Optional<AgencyId> first) {
        return new HandOvers(said(person, what), unasked, holding, first, Optional.empty());
    }

    /**
     * Who has somebody's case: whoever had it at a moment, until somebody to whom they offered it
     * accepts.
     *
     * @param selves the child, and the unborn child that it was
     * @param since when they had it, as they wrote it down
     */
    public static AgencyId holderOfCase(List<Individual> selves, AgencyId first, Instant since) {
        return ofCase(selves, Optional.of(first), since).holder.orElse(first);
    }

    /**
     * Those of somebody's case: only an offer that was made is accepted, and only whoever has the
     * case makes one.
     *
     * @param first who had it at a moment; empty where nobody here is known to
     * @param since that moment, as they wrote it down
     */
    public static HandOvers ofCase(
            List<Individual> selves, Optional<AgencyId> first, Instant since) {
        return ofCase(selves, first, since, Long.MAX_VALUE);
    }

    /** Who had somebody's case when a fact came, of whoever had it at a moment before. */
    public static AgencyId holderOfCaseBefore(
            List<Individual> selves, AgencyId first, Instant since, Fact fact) {
        return ofCase(selves, Optional.of(first), since, fact.position()).holder.orElse(first);
    }

    private static HandOvers ofCase(
            List<Individual> selves, Optional<AgencyId> first, Instant since, long before) {
        List<Entry<HandOver>> after =
                selves.stream()
                        .flatMap(s -> said(s, HandOver.Handed.CASE).stream())
                        .sorted(Comparator.comparingLong(e -> e.fact().position()))
                        .filter(e -> !e.fact().times().recorded().isBefore(since))
                        .filter(e -> e.fact().position() < before)
                        .toList();
        return new HandOvers(after, _ -> false, Holding.ANYBODY, Optional.empty(), first);
    }

    /**
     * Whether what a fact says of a hand-over is said by whoever can: an answer, by whom the last
     * offer of anybody was made to, and of no earlier one; that it is taken back, by whoever made
     * one. Where nobody offered anything here, it may have come another way.
     *
     * @param said in the fact
     * @param speaks whether whoever says the fact speaks for an agency
     */
    public static boolean rightful(
            Individual person, HandOver said, Fact fact, Predicate<AgencyId> speaks) {
        List<Fact> offers =
                said(person, said.what()).stream()
                        .filter(e -> e.body().stage() == HandOverStage.OFFERED)
                        .map(Entry::fact)
                        .filter(f -> f.position() < fact.position())
                        .toList();
        if (said.stage() == HandOverStage.WITHDRAWN) {
            return offers.isEmpty() || offers.stream().map(Fact::source).anyMatch(speaks);
        }
        Map<AgencyId, Fact> last = new HashMap<>();
        offers.forEach(f -> last.put(f.source(), f));
        List<MessageRef> named = fact.references().regarding();
        boolean names = offers.stream().anyMatch(f -> named.contains(f.id().message()));
        return offers.isEmpty()
                || last.values().stream()
                        .filter(f -> !names || named.contains(f.id().message()))
                        .flatMap(f -> addressee(f).stream())
                        .anyMatch(speaks);
    }

    private static List<Entry<HandOver>> said(Individual person, HandOver.Handed what) {
        return person.about(HandOver.class).stream().filter(e -> e.body().what() == what).toList();
    }

    /** Everything that was said about handing over, oldest first. */
    public List<Entry<HandOver>> all() {
        return all;
    }

    /** Whether an entry offers what another has, and so offers nothing. */
    public boolean idle(Entry<HandOver> entry) {
        return idle.contains(entry.fact().id());
    }

    /**
     * The newest offer of an agency, where it counts for nothing and they have not taken it back.
     *
     * @param speaks whether whoever said it speaks for the agency, as one whose place it took does
     */
    public Optional<Entry<HandOver>> idleOf(Predicate<AgencyId> speaks) {
        return all.stream()
                .filter(e -> speaks.test(e.fact().source()))
                .filter(e ->
                        e.body().stage() == HandOverStage.OFFERED
                                || e.body().stage() == HandOverStage.WITHDRAWN)
                .reduce((_, later) -> later)
                .filter(this::idle);
    }

    /** To whom an offer was made. */
    public static Optional<AgencyId> to(Entry<HandOver> offer) {
        return addressee(offer.fact());
    }

    /** The offer that nobody answered or took back. */
    public Optional<Offer> open() {
        return open;
    }

    /** Who has the case; empty of anything else, which others than its holder offer. */
    public Optional<AgencyId> holder() {
        return holder;
    }

    /** Every acceptance that counts, oldest first. */
    public List<Acceptance> acceptances() {
        return List.copyOf(acceptances);
    }

    /** The last of them. */
    public Optional<Acceptance> acceptance() {
        return acceptances.isEmpty() ? Optional.empty() : Optional.of(acceptances.getLast());
    }

    /** Whoever accepted last. */
    public Optional<AgencyId> accepted() {
        return acceptance().map(Acceptance::by);
    }

    /** What an area that is not here is said to have accepted, and nobody has confirmed. */
    public Optional<Entry<HandOver>> told() {
        return told.filter(_ -> open.isPresent());
    }

    private void take(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        switch (entry.body().stage()) {
            case OFFERED -> offered(entry);
            case ACCEPTED -> accepts(entry);
            case REFUSED -> open = open.filter(o -> !answers(fact, o));
            case WITHDRAWN -> open = open.filter(o -> !offerers(fact, o));
            case ACCEPTANCE_TOLD -> {
                if (entry.body().what() == HandOver.Handed.REGISTERED_PERSON
                        && entry.body().told().isPresent()
                        && entry.body().by().isPresent()) {
                    told = open.filter(o -> offerers(fact, o)).map(_ -> entry).or(() -> told);
                }
            }
            case ACCEPTANCE_CONFIRMED -> confirms(entry);
        }
    }

    private void offered(Entry<HandOver> entry) {
        AgencyId from = entry.fact().source();
        if (has(from, entry.fact().position())) {
            addressee(entry.fact())
                    .ifPresent(to -> {
                        open = Optional.of(new Offer(entry, from, to));
                        told = Optional.empty();
                    });
        } else {
            idle.add(entry.fact().id());
        }
    }

    private boolean has(AgencyId agency, long before) {
        if (holder.isPresent()) {
            return holder.get().equals(agency);
        }
        return accepted().filter(agency::equals).isPresent()
                || holding.has(agency, acceptance(), before);
    }

    /** Two people of whoever offered say so: the second names what the first was told. */
    private void confirms(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        boolean second =
                told.filter(t -> t.fact().source().equals(fact.source()))
                        .filter(t ->
                                fact.references().regarding().contains(t.fact().id().message()))
                        .filter(_ -> entry.body().by().isPresent())
                        .filter(t -> !t.body().by().equals(entry.body().by()))
                        .isPresent();
        if (second) {
            open.ifPresent(o -> accepted(new Acceptance(entry, open, o.to())));
        }
    }

    private boolean offerers(Fact fact, Offer offer) {
        return offer.from().equals(fact.source()) && means(fact, offer);
    }

    /**
     * By whoever it was offered to; else by those who may say so unasked, or by another whom they
     * name, if that is not whoever has the person.
     */
    private void accepts(Entry<HandOver> entry) {
        Fact fact = entry.fact();
        if (open.filter(o -> answers(fact, o)).isPresent()) {
            accepted(new Acceptance(entry, open, fact.source()));
        } else if (open.isEmpty() && named(fact).isEmpty() && unasked.test(fact.source())) {
            Optional<AgencyId> has = accepted().or(() -> first);
            AgencyId by =
                    addressee(fact)
                            .filter(unasked)
                            .filter(a -> has.filter(a::equals).isEmpty())
                            .orElse(fact.source());
            accepted(new Acceptance(entry, Optional.empty(), by));
        }
    }

    private void accepted(Acceptance acceptance) {
        acceptances.add(acceptance);
        holder = holder.map(_ -> acceptance.by());
        open = Optional.empty();
        told = Optional.empty();
    }

    private boolean answers(Fact fact, Offer offer) {
        return offer.to().equals(fact.source()) && means(fact, offer);
    }

    private boolean means(Fact fact, Offer offer) {
        List<MessageRef> named = named(fact);
        return named.isEmpty() || named.contains(offer.entry().fact().id().message());
    }

    /** The offers that it names. */
    private List<MessageRef> named(Fact fact) {
        return fact.references().regarding().stream().filter(offers::contains).toList();
    }

    private static Optional<AgencyId> addressee(Fact fact) {
        return fact.references().addressees().stream()
                .filter(a -> !a.equals(fact.source()))
                .findFirst();
    }
}
