package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Arrest;
import sightline.core.facts.JusticeBody.Bail;
import sightline.core.facts.JusticeBody.Bail.BailCondition;
import sightline.core.facts.JusticeBody.Bail.BailStage;
import sightline.core.facts.JusticeBody.ChargingDecision;
import sightline.core.facts.PersonBody.ContactOrder;
import sightline.core.facts.PersonBody.ContactOrder.OrderTerms;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.InvestigationPlan;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands between the subject and one person. A suspicion that ended, by acquittal or without
 * further action, is not read.
 */
final class Restraints {
    private static final Set<BailCondition> APART =
            EnumSet.of(
                    BailCondition.NO_CONTACT_WITH_CHILD,
                    BailCondition.NO_UNSUPERVISED_CONTACT,
                    BailCondition.NOT_LIVE_WITH_CHILD,
                    BailCondition.NOT_AT_ADDRESS);
    private static final Set<OrderTerms> ORDERED_APART =
            EnumSet.of(
                    OrderTerms.NO_CONTACT,
                    OrderTerms.SUPERVISED_CONTACT,
                    OrderTerms.NON_MOLESTATION);

    private static final Set<PersonRole> PROTECTED =
            EnumSet.of(PersonRole.VICTIM, PersonRole.CHILD, PersonRole.WITNESS);
    private static final Set<PersonRole> NOT_BOUND =
            EnumSet.of(
                    PersonRole.CHILD,
                    PersonRole.UNBORN_CHILD,
                    PersonRole.VICTIM,
                    PersonRole.SUPERVISOR,
                    PersonRole.PRACTITIONER);

    private final Neighbourhood around;
    private final Individual person;

    Restraints(Neighbourhood around, Individual person) {
        this.around = around;
        this.person = person;
    }

    List<Restraint> all() {
        List<Restraint> all = new ArrayList<>();
        arrests().map(this::investigation).forEach(all::add);
        bails().stream().flatMap(run -> bail(run).stream()).forEach(all::add);
        orders().forEach(all::add);
        return all;
    }

    /** Arrests of the person with the subject as victim or child. */
    private Stream<Entry<Arrest>> arrests() {
        return person.entries(Arrest.class).stream()
                .filter(e -> person.did(e.fact()) && harmed(e.fact()));
    }

    private boolean harmed(Fact fact) {
        return Stream.of(PersonRole.VICTIM, PersonRole.CHILD)
                .flatMap(fact::in)
                .anyMatch(r -> around.selves().stream().anyMatch(s -> s.has(r)));
    }

    private boolean names(Fact fact) {
        return around.selves().stream()
                .anyMatch(s -> s.records().stream().anyMatch(fact::mentions));
    }

    private Restraint investigation(Entry<Arrest> arrest) {
        return new Restraint(
                arrest.fact(),
                arrest.fact(),
                arrest.certainty(),
                arrest.received(),
                closed(arrest),
                Optional.empty(),
                "Arrested in an investigation with this child as victim; it is open."
                        + KnownRisks.disputed(arrest));
    }

    /** Closed by police, or not to be charged. */
    private Optional<Instant> closed(Entry<Arrest> arrest) {
        Stream<Instant> notCharged =
                person.entries(ChargingDecision.class).stream()
                        .filter(e -> !e.body().charge() && follows(e, arrest))
                        .map(Entry::received);
        Stream<Instant> closed =
                person.entries(InvestigationPlan.class).stream()
                        .filter(e -> e.body().step() == InvestigationPlan.PlanStep.CLOSED)
                        .filter(e -> follows(e, arrest))
                        .map(Entry::received);
        return Stream.concat(notCharged, closed).min(Comparator.naturalOrder());
    }

    private static boolean follows(Entry<?> later, Entry<?> arrest) {
        var regarding = later.fact().references().regarding();
        return later.fact().position() > arrest.fact().position()
                && (regarding.isEmpty() || regarding.contains(arrest.fact().id().message()));
    }

    /**
     * Whoever is on it: a named suspect or offender; else the first, unless a victim or a child.
     */
    private boolean bailed(Fact fact) {
        return person.did(fact)
                || (fact.in(PersonRole.SUSPECT).findAny().isEmpty()
                        && fact.in(PersonRole.OFFENDER).findAny().isEmpty()
                        && fact.participants().stream()
                                .limit(1)
                                .filter(p -> !PROTECTED.contains(p.role()))
                                .anyMatch(p -> person.has(p.record())));
    }

    /** Bail from set to ended, with what changed it. */
    private List<List<Entry<Bail>>> bails() {
        List<List<Entry<Bail>>> runs = new ArrayList<>();
        List<Entry<Bail>> own =
                person.entries(Bail.class).stream().filter(e -> bailed(e.fact())).toList();
        for (Entry<Bail> entry : own) {
            boolean goesOn =
                    !runs.isEmpty()
                            && entry.body().stage() != BailStage.SET
                            && runs.getLast().getLast().body().stage() != BailStage.ENDED;
            if (goesOn) {
                runs.getLast().add(entry);
            } else if (entry.body().stage() != BailStage.ENDED) {
                runs.add(new ArrayList<>(List.of(entry)));
            }
        }
        return runs;
    }

    /** One restraint from each entry that sets or changes conditions. */
    private List<Restraint> bail(List<Entry<Bail>> run) {
        List<Restraint> restraints = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Entry<Bail> entry = run.get(i);
            List<Entry<Bail>> fromHere = run.subList(i, run.size());
            boolean sets = i == 0 || entry.body().stage() == BailStage.CHANGED;
            if (sets && entry.body().conditions().stream().anyMatch(APART::contains)) {
                concerns(entry).ifPresent(m -> restraints.add(bail(entry, m, fromHere)));
            }
        }
        return restraints;
    }

    /** The arrest that bail belongs to, else the bail itself; empty when it is of another child. */
    private Optional<Fact> concerns(Entry<Bail> entry) {
        Optional<Fact> arrest =
                arrests()
                        .filter(a -> a.fact().position() < entry.fact().position())
                        .filter(a -> follows(entry, a))
                        .map(Entry::fact)
                        .max(Comparator.comparingLong(Fact::position));
        boolean noChild =
                entry.fact().in(PersonRole.CHILD).findAny().isEmpty()
                        && entry.fact().in(PersonRole.VICTIM).findAny().isEmpty();
        boolean ofAnotherCase =
                !entry.fact().references().regarding().isEmpty() && arrest.isEmpty();
        return names(entry.fact()) || arrest.isPresent() || (noChild && !ofAnotherCase)
                ? Optional.of(arrest.orElse(entry.fact()))
                : Optional.empty();
    }

    private Restraint bail(Entry<Bail> entry, Fact matter, List<Entry<Bail>> fromHere) {
        Optional<Instant> until = entry.body().until().map(London::endOf);
        for (Entry<Bail> later : fromHere.subList(1, fromHere.size())) {
            until =
                    later.body().stage() == BailStage.EXTENDED
                            ? later.body().until().map(London::endOf)
                            : Optional.of(earlier(until, later.received()));
        }
        boolean oneAddress =
                entry.body().conditions().stream()
                        .filter(APART::contains)
                        .allMatch(c -> c == BailCondition.NOT_AT_ADDRESS);
        return new Restraint(
                matter,
                entry.fact(),
                entry.certainty(),
                entry.received(),
                until,
                oneAddress ? around.placeOf(entry.fact()) : Optional.<PlaceId>empty(),
                "On bail with a condition to stay apart from this child or its address."
                        + KnownRisks.disputed(entry));
    }

    private static Instant earlier(Optional<Instant> until, Instant moment) {
        return until.filter(u -> u.isBefore(moment)).orElse(moment);
    }

    private Stream<Restraint> orders() {
        List<Entry<ContactOrder>> all =
                person.entries(ContactOrder.class).stream().filter(e -> names(e.fact())).toList();
        return all.stream()
                .filter(e -> ORDERED_APART.contains(e.body().terms()) && bound(e))
                .map(e -> order(e, all));
    }

    /**
     * Whether the order keeps this person apart. It names the parent with whom the child lives as
     * well: where several grown-ups are named, those are bound who did not live with the child when
     * it was made; where all or none did, the record does not say who, and all are asked after.
     */
    private boolean bound(Entry<ContactOrder> entry) {
        List<Individual> named =
                entry.fact().participants().stream()
                        .filter(p -> !NOT_BOUND.contains(p.role()))
                        .flatMap(p -> around.whose(p.record()).stream())
                        .filter(i -> around.selves().stream().noneMatch(i::equals))
                        .distinct()
                        .toList();
        List<Individual> home = around.household(around.subject().id(), entry.day());
        List<Individual> elsewhere = named.stream().filter(i -> !home.contains(i)).toList();
        return named.contains(person) && (elsewhere.isEmpty() || elsewhere.contains(person));
    }

    private Restraint order(Entry<ContactOrder> entry, List<Entry<ContactOrder>> all) {
        Optional<Instant> replaced =
                all.stream()
                        .filter(o -> o.fact().position() > entry.fact().position())
                        .map(Entry::received)
                        .findFirst();
        Optional<Instant> until =
                Stream.of(entry.body().until().map(London::endOf), replaced)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        LocalDate start = entry.day();
        return new Restraint(
                entry.fact(),
                entry.fact(),
                entry.certainty(),
                Namings.latest(entry.received(), London.startOf(start)),
                until,
                Optional.empty(),
                "A court ordered "
                        + Found.words(entry.body().terms())
                        + " between this child and somebody."
                        + KnownRisks.disputed(entry));
    }
}
