package sightline.core.screening;

import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AL-14: a number, or a name with its date of birth, of one child that stands on another living
 * child; an adult recorded with different children on each side of a journey. Sealed facts are not
 * in a neighbourhood, so no sealed link is looked at. Only children around each other are compared;
 * likenesses anywhere else are the queue of matches.
 */
public final class IdentityConflict extends ChildRule {
    static final RuleId ID = new RuleId("AL-14");
    private static final Set<IdentifierType> OF_ONE_CHILD =
            EnumSet.of(IdentifierType.NHS, IdentifierType.UPN, IdentifierType.PASSPORT);
    private static final RuleCard CARD =
            new RuleCard(
                    "One identity on two children",
                    "Southwark 2001 and trafficking reviews: a child was brought in, and registered"
                            + " with services, under another child's name and number; each office"
                            + " held papers that agreed.",
                    Set.of(
                            PersonBody.Person.class,
                            PersonBody.Relationship.class,
                            BorderEntry.class),
                    "The partnership's data steward first, without anything about the case. Social"
                            + " care's duty manager is told two things alone: that a number or"
                            + " name belongs to another living child, and the journey.",
                    "That two records carry one number or name with its date of birth, and which"
                            + " agencies wrote them: neither the number nor the name, no address"
                            + " and no service of either child. Of a journey, its days.",
                    "The same NHS number, pupil number or passport, or the same name in use with"
                            + " the same day of birth, on two living children of one family or"
                            + " household; or an adult who left with some children and came back"
                            + " with others, none of them the same.",
                    "Each agency's own record looks right; only side by side can they not both be.",
                    List.of(
                            "Sealed records (adoption, protection, a recognised change of name) are"
                                    + " taken out before anything is compared.",
                            "Records that were joined as one child; the child before birth.",
                            "A number that its sender corrected; a child who has died.",
                            "A name of birth or an alias; twins, whose names differ.",
                            "An adult who comes back alone, or with one child more.",
                            "Two children who have nothing else to do with each other: their"
                                    + " records are compared in the queue of matches."),
                    "INF");

    /** What is the same on two children: by a key that is never shown. */
    private record Same(Entry<?> own, Entry<?> theirs, String words) {
        Instant since() {
            return Order.later(own.received(), theirs.received());
        }
    }

    public IdentityConflict() {
        super(ID, CARD);
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        if (child.individual().died().isEmpty()) {
            Map<String, Entry<PersonBody.Person>> own = marksOf(child.individual());
            for (Individual other : others(child)) {
                same(own, other)
                        .filter(s -> bothChildren(child, other, s.since()))
                        .ifPresent(s -> found.from(s.since(), t -> conflict(child, s, t)));
            }
        }
        journeys(child, found);
        return found.evaluation();
    }

    private static boolean bothChildren(Child child, Individual other, Instant since) {
        LocalDate day = London.day(since);
        return child.under18At(since)
                && other.childOn(day)
                && other.died().isEmpty()
                && !other.unborn();
    }

    /** Brothers, sisters and children who were recorded at one address; never a former self. */
    private static List<Individual> others(Child child) {
        Neighbourhood around = child.situation().around();
        Map<String, Individual> others = new LinkedHashMap<>();
        // Whoever was grown when the child was first recorded is no child beside it later.
        LocalDate known = firstKnown(child.individual());
        around.siblings().forEach(i -> others.put(i.id().value(), i));
        around.sharing(child.individual().id()).stream()
                .map(c -> around.person(c.to()))
                .filter(i -> i.childOn(known))
                .forEach(i -> others.put(i.id().value(), i));
        others.remove(child.individual().id().value());
        around.formerSelves().forEach(i -> others.remove(i.id().value()));
        return List.copyOf(others.values());
    }

    private static LocalDate firstKnown(Individual child) {
        return child.facts().stream()
                .map(f -> London.day(f.times().received()))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** Numbers and names with days of birth, each with the entry that first carried it. */
    private static Map<String, Entry<PersonBody.Person>> marksOf(Individual child) {
        Map<String, Entry<PersonBody.Person>> marks = new LinkedHashMap<>();
        child.about(PersonBody.Person.class).stream()
                .sorted(
                        Comparator.<Entry<PersonBody.Person>, Instant>comparing(Entry::received)
                                .thenComparingLong(e -> e.fact().position()))
                .forEach(e -> keys(e.body()).forEach(k -> marks.putIfAbsent(k, e)));
        return marks;
    }

    private static Stream<String> keys(PersonBody.Person person) {
        Stream<String> numbers =
                person.identifiers().stream()
                        .filter(i -> OF_ONE_CHILD.contains(i.type()))
                        .map(i -> i.type().title() + "|" + i.matchKey());
        Optional<LocalDate> born =
                person.dateOfBirth()
                        .filter(b -> b.earliest().equals(b.latest()))
                        .map(b -> b.earliest());
        Stream<String> names =
                born.stream()
                        .flatMap(day ->
                                person.names().stream()
                                        .filter(n -> n.use() == PersonName.Use.CURRENT)
                                        .filter(n -> !n.given().isEmpty() && !n.family().isBlank())
                                        .map(n -> "Name and date of birth|" + written(n) + day));
        return Stream.concat(numbers, names);
    }

    private static String written(PersonName name) {
        return (String.join(" ", name.given()) + "|" + name.family()).toLowerCase(Locale.ROOT);
    }

    /** The first that both carry. */
    private static Optional<Same> same(
            Map<String, Entry<PersonBody.Person>> own, Individual other) {
        List<Same> both = new ArrayList<>();
        marksOf(other)
                .forEach((key, theirs) -> {
                    Entry<PersonBody.Person> mine = own.get(key);
                    if (mine != null) {
                        both.add(new Same(mine, theirs, key.substring(0, key.indexOf('|'))));
                    }
                });
        return both.stream().min(Comparator.comparing(Same::since).thenComparing(Same::words));
    }

    private Finding conflict(Child child, Same same, Instant since) {
        Found found =
                Found.of(this, child, Found.id(same.own()).text(), Found.id(same.theirs()).text());
        found.entry(same.own(), same.words() + " on this child's record");
        found.fact(
                same.theirs().fact(),
                same.theirs().certainty(),
                "The same on the record of another living child");
        return told(child, found)
                .notShown("Which of the two it belongs to.")
                .notShown("Whether somebody only wrote down the wrong line.")
                .finding(
                        since,
                        same.words() + " on record belongs to another living child",
                        sharing());
    }

    private void journeys(Child child, Timed found) {
        for (Entry<BorderEntry> entry : child.individual().entries(BorderEntry.class)) {
            for (Individual adult : adultsOf(child, entry)) {
                otherSide(child, adult, entry)
                        .filter(o -> child.under18At(Order.later(o.received(), entry.received())))
                        .ifPresent(o ->
                                found.from(
                                        Order.later(o.received(), entry.received()),
                                        t -> journey(child, entry, o, t)));
            }
        }
    }

    private static List<Individual> adultsOf(Child child, Entry<BorderEntry> entry) {
        return people(child, entry).stream().filter(p -> !p.childOn(Order.day(entry))).toList();
    }

    private static List<Individual> people(Child child, Entry<BorderEntry> entry) {
        return entry.fact().participants().stream()
                .map(Participant::record)
                .flatMap(r -> child.situation().around().whose(r).stream())
                .distinct()
                .toList();
    }

    /** The adult's next crossing the other way, or the one before, with other children alone. */
    private static Optional<Entry<BorderEntry>> otherSide(
            Child child, Individual adult, Entry<BorderEntry> entry) {
        Comparator<Entry<?>> near = Order.OLDEST_FIRST;
        Set<String> here = childrenOf(child, entry);
        List<Entry<BorderEntry>> opposite =
                adult.entries(BorderEntry.class).stream()
                        .filter(e -> e.body().entering() != entry.body().entering())
                        .toList();
        Optional<Entry<BorderEntry>> side =
                entry.body().entering()
                        ? opposite.stream().filter(e -> Order.follows(entry, e)).max(near)
                        : opposite.stream().filter(e -> Order.follows(e, entry)).min(near);
        return side.filter(e -> {
            Set<String> there = new TreeSet<>(childrenOf(child, e));
            boolean some = !there.isEmpty() && !here.isEmpty();
            there.retainAll(here);
            return some && there.isEmpty();
        });
    }

    /** Who crossed as a child: by person where known here, else by record. */
    private static Set<String> childrenOf(Child child, Entry<BorderEntry> entry) {
        Neighbourhood around = child.situation().around();
        LocalDate day = Order.day(entry);
        return entry.fact().participants().stream()
                .filter(p ->
                        around.whose(p.record())
                                .map(i -> i.childOn(day))
                                .orElse(p.role() == sightline.core.facts.PersonRole.CHILD))
                .map(p ->
                        around.whose(p.record()).map(i -> i.id().value()).orElse(p.record().text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding journey(
            Child child, Entry<BorderEntry> here, Entry<BorderEntry> there, Instant since) {
        List<Entry<BorderEntry>> sides = new ArrayList<>(List.of(here, there));
        sides.sort(Order.OLDEST_FIRST);
        Found found =
                Found.of(this, child, Found.id(sides.getFirst()).text(), Found.id(there).text());
        found.entry(here, crossing(here) + ", this child among those with the adult");
        found.fact(
                there.fact(),
                there.certainty(),
                crossing(there) + " of the same adult, with other children and without this one");
        return told(child, found)
                .notShown("Where each child is now.")
                .finding(
                        since,
                        "An adult was recorded with this child on one side of a journey, and with"
                                + " other children on the other",
                        sharing());
    }

    private static String crossing(Entry<BorderEntry> entry) {
        return entry.body().entering() ? "Came into the country" : "Left the country";
    }

    private static Found told(Child child, Found found) {
        return found.tell(child.situation().recipients().steward())
                .tell(Told.socialCareManager(child));
    }

    private static Sharing sharing() {
        return new Sharing(
                List.of(
                        "the partnership's data steward, who looks at the records side by side",
                        "social care, that a number or name belongs to another living child, and"
                                + " the journey"),
                List.of(
                        "the family, before social care has decided who asks and how",
                        "either child's services, what the other child's record holds"),
                List.of("the data steward about the records; social care about the children"));
    }
}
