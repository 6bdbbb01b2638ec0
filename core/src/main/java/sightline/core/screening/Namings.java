package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every occasion on which somebody was named in the subject's home, pregnancy, birth or care:
 * directly, or through a parent or carer (two hops, overlapping in time).
 */
final class Namings {
    private static final int APPLICATION_MONTHS = 12;
    private static final Set<Kind> CARE =
            EnumSet.of(Kind.PARENT, Kind.STEP_PARENT, Kind.CARER, Kind.SUPERVISOR);

    /** Of whom none of these is recorded, no rule asks when they were named. */
    private static final List<Class<? extends Body>> ON_RECORD =
            List.of(
                    JusticeBody.Conviction.class,
                    JusticeBody.RegisterNotification.class,
                    JusticeBody.Supervision.class,
                    JusticeBody.Release.class,
                    JusticeBody.RiskMarker.class,
                    JusticeBody.ChildRemoved.class,
                    JusticeBody.ChildHarmedInCare.class,
                    JusticeBody.Arrest.class,
                    JusticeBody.Bail.class,
                    PersonBody.ContactOrder.class);

    /**
     * An occasion, and by which bond it reaches the subject, where not directly: what is over by
     * one bond may go on by another.
     */
    private record Key(PersonId person, FactId item, Optional<Bond> by) {}

    private record Bond(PersonId with, FactId link) {
        static Bond of(Anchor anchor) {
            return new Bond(anchor.id(), anchor.link().id());
        }
    }

    private final Neighbourhood around;
    private final SharedHomes homes;
    private final List<Individual> selves;
    private final List<Anchor> anchors;
    private final Map<Key, Naming> found = new LinkedHashMap<>();
    private final Map<PersonId, Boolean> onRecord = new HashMap<>();

    private record ByPerson(Map<PersonId, List<Naming>> namings) {}

    private record Living(Map<PersonId, List<Naming>> namings) {}

    /**
     * All occasions of those on record for harm or under restraint, oldest first; one that reaches
     * the subject by several bonds stands there by each.
     */
    static Map<PersonId, List<Naming>> byPerson(Situation situation) {
        return situation
                .once(ByPerson.class, () -> new ByPerson(new Namings(situation).byPerson()))
                .namings();
    }

    /** Only those that put somebody in the home or the care of the subject. */
    static Map<PersonId, List<Naming>> living(Situation situation) {
        return situation
                .once(Living.class, () -> new Living(new Namings(situation).living()))
                .namings();
    }

    private Namings(Situation situation) {
        this.around = situation.around();
        this.homes = SharedHomes.in(situation);
        this.selves = around.selves();
        this.anchors = Anchor.bonds(around);
    }

    /** Whether a rule may ask of them; most of those around a child are on record for nothing. */
    private boolean onRecord(PersonId person) {
        Boolean known = onRecord.get(person);
        if (known == null) {
            known =
                    Stream.concat(
                                    Stream.of(around.person(person)),
                                    around.undecided(person).stream())
                            .anyMatch(Namings::anythingOnRecord);
            onRecord.put(person, known);
        }
        return known;
    }

    private static boolean anythingOnRecord(Individual individual) {
        return ON_RECORD.stream().anyMatch(kind -> !individual.entries(kind).isEmpty());
    }

    private Map<PersonId, List<Naming>> byPerson() {
        for (Individual self : selves) {
            named(self, HealthBody.PregnancyBooked.class);
            named(self, HealthBody.Birth.class);
            cared(self, _ -> true);
            homes(self.id(), Optional.empty());
            shared(self, Optional.empty());
        }
        List<Anchor> all =
                Stream.concat(anchors.stream(), Anchor.leftWith(around).stream()).toList();
        for (Anchor anchor : all) {
            homes(anchor.id(), Optional.of(anchor));
            shared(anchor.person(), Optional.of(anchor));
        }
        selves.forEach(this::connected);
        all.forEach(this::partners);
        return sorted();
    }

    private Map<PersonId, List<Naming>> living() {
        for (Individual self : selves) {
            cared(self, e -> !supervises(e));
            shared(self, Optional.empty());
        }
        anchors.forEach(a -> shared(a.person(), Optional.of(a)));
        return sorted();
    }

    private void shared(Individual near, Optional<Anchor> anchor) {
        homes.namings(near, anchor, this::onRecord).forEach(n -> add(n, anchor));
    }

    private Map<PersonId, List<Naming>> sorted() {
        Map<PersonId, List<Naming>> sorted = new LinkedHashMap<>();
        found.values().stream()
                .sorted(Comparator.comparing(Naming::since).thenComparing(Naming::item))
                .forEach(n -> sorted.computeIfAbsent(n.person(), _ -> new ArrayList<>()).add(n));
        return sorted;
    }

    private void add(Naming naming, Optional<Anchor> anchor) {
        if (selves.stream().noneMatch(s -> s.id().equals(naming.person()))) {
            found.merge(
                    new Key(naming.person(), naming.item(), anchor.map(Bond::of)),
                    naming,
                    (a, b) -> b.since().isBefore(a.since()) ? b : a);
        }
    }

    /** Named in a booking or a birth notice of the subject. */
    private <B extends Body> void named(Individual self, Class<B> kind) {
        for (Entry<B> entry : self.entries(kind)) {
            for (Participant other : entry.fact().participants()) {
                if (named(other.role())) {
                    String words = words(entry.fact(), other.role());
                    other(other, self).ifPresent(p -> direct(entry, p, self, words));
                }
            }
        }
    }

    private static boolean named(PersonRole role) {
        return switch (role) {
            case SUBJECT,
                    MOTHER,
                    FATHER,
                    PARENT,
                    STEP_PARENT,
                    CARER,
                    SUPERVISOR,
                    PARTNER,
                    GRANDPARENT,
                    RELATIVE,
                    FRIEND,
                    OCCUPANT,
                    TENANT,
                    APPLICANT,
                    OTHER ->
                    true;
            case CHILD,
                    UNBORN_CHILD,
                    EX_PARTNER,
                    SIBLING,
                    SUSPECT,
                    VICTIM,
                    WITNESS,
                    CALLER,
                    PARTY,
                    OFFENDER,
                    REFERRER,
                    PRACTITIONER ->
                    false;
        };
    }

    private static String words(Fact fact, PersonRole role) {
        boolean birth = fact.body() instanceof HealthBody.Birth;
        String where = birth ? " at this child's birth" : " in this pregnancy";
        return switch (role) {
            case FATHER -> "named as father" + where;
            case MOTHER, SUBJECT -> "named as mother" + where;
            case PARENT -> "named as a parent" + where;
            case PARTNER -> "named as the mother's partner" + where;
            default -> "named" + where;
        };
    }

    /** The child is placed with somebody, goes back to them, or is watched over by them. */
    private void cared(Individual self, Predicate<Entry<CareBody.CarerArranged>> counts) {
        for (Entry<CareBody.ReturnedHome> entry : self.about(CareBody.ReturnedHome.class)) {
            second(entry, self)
                    .ifPresent(p -> direct(entry, p, self, "somebody to whom this child returns"));
        }
        List<Entry<CareBody.CarerArranged>> all = self.about(CareBody.CarerArranged.class);
        for (Entry<CareBody.CarerArranged> entry : all) {
            if (!ended(entry) && counts.test(entry)) {
                second(entry, self)
                        .ifPresent(p -> add(arranged(entry, p, self, all), Optional.empty()));
            }
        }
    }

    private Naming arranged(
            Entry<CareBody.CarerArranged> entry,
            Individual person,
            Individual self,
            List<Entry<CareBody.CarerArranged>> all) {
        Predicate<LocalDate> open =
                day ->
                        all.stream()
                                .filter(Namings::ended)
                                .filter(e -> e.fact().position() > entry.fact().position())
                                .filter(e -> second(e, self).filter(person::equals).isPresent())
                                .noneMatch(e -> e.day().isBefore(day));
        return naming(entry.fact(), person, self, "named as carer of this child", open);
    }

    private static boolean supervises(Entry<CareBody.CarerArranged> entry) {
        return entry.body().arrangement() == CareBody.CarerArranged.Arrangement.SUPERVISOR;
    }

    private static boolean ended(Entry<CareBody.CarerArranged> entry) {
        return entry.body().ended();
    }

    private Optional<Individual> second(Entry<?> entry, Individual self) {
        return entry.fact().participants().stream()
                .skip(1)
                .limit(1)
                .flatMap(p -> other(p, self).stream())
                .findFirst();
    }

    /** Named beside somebody in an application for a home, or said to live with them. */
    private void homes(PersonId whose, Optional<Anchor> anchor) {
        Individual near = around.person(whose);
        for (var entry : near.entries(HousingBody.HousingApplication.class)) {
            LocalDate day = entry.latestDay();
            beside(
                    entry,
                    near,
                    anchor,
                    "named in an application for a home",
                    d -> !day.isBefore(d.minusMonths(APPLICATION_MONTHS)));
        }
        for (var entry : near.entries(PersonBody.HouseholdMemberSeen.class)) {
            if (entry.fact().place().isEmpty()) {
                beside(entry, near, anchor, "said to be in the household", _ -> true);
            }
        }
    }

    private void beside(
            Entry<?> entry,
            Individual near,
            Optional<Anchor> anchor,
            String words,
            Predicate<LocalDate> open) {
        for (Participant other : entry.fact().participants()) {
            if (other.role() == PersonRole.SUBJECT || named(other.role())) {
                other(other, near)
                        .map(p -> naming(entry.fact(), p, near, words, open))
                        .map(n -> anchor.map(a -> through(n, a)).orElse(n))
                        .ifPresent(n -> add(n, anchor));
            }
        }
    }

    /** First recorded as parent or carer in any other entry, or as partner of the child itself. */
    private void connected(Individual self) {
        for (Connection own : around.connections(self.id())) {
            Fact first = own.basis().getFirst();
            if ((CARE.contains(own.kind()) || own.kind() == Kind.PARTNER)
                    && onRecord(own.to())
                    && !isNaming(first, own.to())) {
                String role =
                        switch (own.kind()) {
                            case PARENT -> "a parent";
                            case PARTNER -> "partner";
                            default -> "a carer";
                        };
                Predicate<LocalDate> open =
                        d -> own.kind() == Kind.PARENT || !own.when().endedBefore(d);
                Individual person = around.person(own.to());
                add(
                        naming(first, person, self, "recorded as " + role + " of this child", open),
                        Optional.empty());
            }
        }
    }

    /** Whether the fact stands for an occasion of theirs already, by whatever way. */
    private boolean isNaming(Fact fact, PersonId person) {
        return found.keySet().stream()
                .anyMatch(k -> k.person().equals(person) && k.item().equals(fact.id()));
    }

    /** Recorded as partner of a parent or carer, until recorded as former partner. */
    private void partners(Anchor anchor) {
        for (Connection tie : around.connections(anchor.id(), Kind.PARTNER)) {
            if (!onRecord(tie.to())) {
                continue;
            }
            List<Fact> ends =
                    around.connections(anchor.id(), Kind.EX_PARTNER).stream()
                            .filter(c -> c.to().equals(tie.to()))
                            .flatMap(c -> c.basis().stream())
                            .sorted(Comparator.comparingLong(Fact::position))
                            .toList();
            long before = -1;
            for (Fact fact : tie.basis()) {
                long previous = before;
                boolean again =
                        ends.stream()
                                .anyMatch(e ->
                                        e.position() > previous && e.position() < fact.position());
                if ((previous < 0 || again) && !isNaming(fact, tie.to(), anchor)) {
                    add(through(partner(fact, tie, anchor, ends), anchor), Optional.of(anchor));
                }
                before = fact.position();
            }
        }
    }

    /** Whether it does so directly, or by this bond. */
    private boolean isNaming(Fact fact, PersonId person, Anchor anchor) {
        return Stream.of(Optional.<Bond>empty(), Optional.of(Bond.of(anchor)))
                .anyMatch(by -> found.containsKey(new Key(person, fact.id(), by)));
    }

    private Naming partner(Fact fact, Connection tie, Anchor anchor, List<Fact> ends) {
        Optional<LocalDate> over =
                ends.stream()
                        .filter(e -> e.position() > fact.position())
                        .findFirst()
                        .map(Namings::dayOf);
        Predicate<LocalDate> open =
                d -> !tie.when().endedBefore(d) && over.filter(o -> o.isBefore(d)).isEmpty();
        return naming(
                fact,
                around.person(tie.to()),
                anchor.person(),
                "recorded as partner of this child's " + anchor.word(),
                open);
    }

    private static LocalDate dayOf(Fact fact) {
        return fact.times()
                .happened()
                .latest()
                .orElseGet(() -> London.day(fact.times().recorded()));
    }

    private void direct(Entry<?> entry, Individual person, Individual self, String words) {
        add(naming(entry.fact(), person, self, words, _ -> true), Optional.empty());
    }

    private Naming naming(
            Fact fact,
            Individual person,
            Individual near,
            String words,
            Predicate<LocalDate> open) {
        Certainty certainty = Sure.that(fact, person, near);
        List<Step> steps =
                new PathOf()
                        .fact(
                                fact,
                                certainty,
                                Words.capital(words) + ", in " + Anchor.recordWords(fact) + ".")
                        .steps();
        return new Naming(person.id(), fact.id(), fact.times().received(), open, words, steps);
    }

    /** The same occasion as it reaches the subject: through a parent or carer. */
    static Naming through(Naming naming, Anchor anchor) {
        List<Step> steps = new ArrayList<>();
        steps.addAll(
                new PathOf()
                        .fact(
                                anchor.link(),
                                Sure.of(anchor.link(), anchor.person()),
                                "This child's "
                                        + anchor.word()
                                        + " is named in "
                                        + Anchor.recordWords(anchor.link())
                                        + ".")
                        .steps());
        steps.addAll(naming.steps());
        Instant since = latest(naming.since(), anchor.since());
        return new Naming(
                naming.person(),
                naming.item(),
                since,
                day -> naming.open().test(day) && anchor.openOn(day),
                naming.words(),
                steps);
    }

    static Instant latest(Instant... moments) {
        return Arrays.stream(moments).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Somebody else who is named, where they are on record. */
    private Optional<Individual> other(Participant other, Individual self) {
        return self.has(other.record())
                ? Optional.empty()
                : around.whose(other.record())
                        .filter(p -> !p.records().isEmpty() && onRecord(p.id()));
    }
}
