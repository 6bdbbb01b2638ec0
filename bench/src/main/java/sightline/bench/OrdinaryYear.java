package sightline.bench;

import sightline.console.demo.DemoDirectory;
import sightline.console.demo.LifeEventMessages;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.FixedDirectory;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Participant;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.IdentityChange;
import sightline.core.identity.InMemoryIdentityIndex;
import sightline.core.identity.InMemoryPlaces;
import sightline.core.identity.LiveIdentity;
import sightline.core.identity.PersonIds;
import sightline.core.identity.PlaceKey;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;
import sightline.population.LifeEvent;
import sightline.population.LifeEvents;
import sightline.population.Person;
import sightline.population.Person.Residence;
import sightline.population.Population;
import sightline.population.RecordId;
import sightline.population.Settings;
import sightline.population.Truth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A year of an invented population in whose lives nothing happens but life, every rule on: the
 * alerts of that year, once a child and matter, and what is true of each.
 */
final class OrdinaryYear {
    static final LocalDate UNTIL = LocalDate.of(2026, 3, 2);
    private static final byte[] KEY =
            "for measuring, and no secret....".getBytes(StandardCharsets.UTF_8);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryIdentityIndex index = new InMemoryIdentityIndex();
    private final Set<SourceRecord> records = new TreeSet<>();
    private final List<Raised> alerts = new ArrayList<>();
    private final Map<PersonId, Map<String, String>> children = new HashMap<>();
    private final Map<PersonId, String> homes = new HashMap<>();
    private final Map<FactId, Fact> byId = new HashMap<>();

    /** Whether an alert points at something that is so in the invented lives. */
    enum True {
        YES,
        NO,
        /** The lives do not say. */
        NOT_JUDGED
    }

    /**
     * One alert.
     *
     * @param headlines what its findings say
     * @param home of the subject, so that brothers and sisters are told from other families
     */
    record Raised(String rule, PersonId subject, String home, List<String> headlines, True isTrue) {
        Raised {
            headlines = List.copyOf(headlines);
        }
    }

    /** Lives the year. */
    static OrdinaryYear of(int people, long seed) {
        OrdinaryYear year = new OrdinaryYear();
        Population population =
                new Population(Settings.of(seed, people, UNTIL.minusYears(1), UNTIL));
        DemoDirectory directory = new DemoDirectory(population.agencies());
        LifeEvents events = population.events();
        year.read(events, types(directory));
        year.look(year.neighbourhoods(), directory, events.truth());
        return year;
    }

    /** What is recorded round each child at the end of such a year. */
    static List<Neighbourhood> children(int people, long seed) {
        OrdinaryYear year = new OrdinaryYear();
        Population population =
                new Population(Settings.of(seed, people, UNTIL.minusYears(1), UNTIL));
        year.read(population.events(), types(new DemoDirectory(population.agencies())));
        return year.neighbourhoods().values().stream()
                .filter(n -> n.subject().childOn(UNTIL))
                .sorted(Comparator.comparing(n -> n.subject().id().value()))
                .toList();
    }

    /** The alerts of the year. */
    List<Raised> alerts() {
        return alerts;
    }

    /** Each child, by the groups that it is of: the kind of group, and which. */
    Map<PersonId, Map<String, String>> children() {
        return children;
    }

    /** How many different homes children live in. */
    long families() {
        return homes.entrySet().stream()
                .filter(e -> children.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .count();
    }

    private void look(Map<PersonId, Neighbourhood> around, DemoDirectory directory, Truth truth) {
        Instant now = UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant from = UNTIL.minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        all().forEach(f -> byId.put(f.id(), f));
        FixedDirectory fixed = FixedDirectory.of(directory.entries());
        Screening screening = Catalogue.screening();
        Map<String, String> tenures = new HashMap<>();
        Map<String, String> sorts = new HashMap<>();
        truth.households()
                .forEach(h -> {
                    tenures.put(h.id().toString(), h.tenure());
                    sorts.put(h.id().toString(), h.sort());
                });
        for (Neighbourhood one : around.values()) {
            Optional<Person> person = person(one.subject(), truth);
            PersonId id = one.subject().id();
            String home = person.map(p -> p.household().toString()).orElse("");
            homes.put(id, home);
            if (one.subject().childOn(UNTIL)) {
                children.put(
                        id,
                        groups(
                                person,
                                tenures.getOrDefault(home, "not known"),
                                sorts.getOrDefault(home, "").equals("care")));
            }
            Map<String, List<Finding>> matters = new LinkedHashMap<>();
            screening
                    .evaluate(new Situation(one, now, fixed, Parameters.DEFAULT))
                    .findings()
                    .stream()
                    .filter(f -> f.alerts() && f.since().isAfter(from))
                    .forEach(f ->
                            matters.computeIfAbsent(
                                            f.rule().value() + "|" + f.matter(),
                                            _ -> new ArrayList<>())
                                    .add(f));
            matters.values()
                    .forEach(found ->
                            alerts.add(
                                    new Raised(
                                            found.getFirst().rule().value(),
                                            id,
                                            home,
                                            found.stream()
                                                    .map(OrdinaryYear::words)
                                                    .distinct()
                                                    .toList(),
                                            isTrue(found, person, truth))));
        }
    }

    private static String words(Finding finding) {
        StringBuilder words = new StringBuilder(London.day(finding.since()) + " ");
        words.append(finding.headline().value());
        finding.path()
                .forEach(s ->
                        words.append("\n        ")
                                .append(s.date())
                                .append(' ')
                                .append(s.source().value())
                                .append(": ")
                                .append(s.text().value()));
        return words.toString();
    }

    private static Map<String, String> groups(
            Optional<Person> person, String tenure, boolean care) {
        Map<String, String> groups = new TreeMap<>();
        groups.put(
                "name origin",
                person.map(Person::nameOrigin)
                        .map(o -> o.equals("british") ? o : "other")
                        .orElse("not known"));
        groups.put("sex", person.map(p -> p.sex().toString()).orElse("not known"));
        groups.put("tenure", tenure);
        groups.put("care", care ? "in care" : "at home");
        return groups;
    }

    private static Optional<Person> person(Individual individual, Truth truth) {
        return individual.records().stream()
                .sorted()
                .flatMap(
                        r -> truth.personOf(new RecordId(r.agency().value(), r.localId())).stream())
                .findFirst()
                .map(truth::person);
    }

    /**
     * A referral that nobody answered is unanswered. Of two records that disagree one is old where
     * the child has left its address for the newer one; of an address, somebody lives there too.
     */
    private True isTrue(List<Finding> found, Optional<Person> child, Truth truth) {
        Finding first = found.getFirst();
        return switch (first.rule().value()) {
            case "AL-19" -> True.YES;
            case "AL-09" -> child.map(c -> moved(first, c)).orElse(True.NOT_JUDGED);
            case "AL-06" -> child.map(c -> livesWith(first, c, truth)).orElse(True.NOT_JUDGED);
            default -> True.NOT_JUDGED;
        };
    }

    /**
     * Whether the child lives at the newer address that day and no longer at the older one, which
     * the rule says is not corrected: the family moved, and a record in use does not know it.
     */
    private True moved(Finding finding, Person child) {
        Optional<String> home = homeOn(child, London.day(finding.since()));
        boolean between = finding.item().equals("moved");
        Optional<String> newer = houseOf(finding, between ? 1 : 0);
        Optional<String> older = houseOf(finding, between ? 0 : 1);
        if (home.isEmpty() || newer.isEmpty() || older.isEmpty()) {
            return True.NOT_JUDGED;
        }
        return newer.equals(home) && !older.equals(home) ? True.YES : True.NO;
    }

    private Optional<String> houseOf(Finding finding, int step) {
        return evidence(finding, step).stream()
                .flatMap(f -> f.place().stream())
                .map(a -> house(a.line().value()))
                .findFirst();
    }

    /** Flat and number, which set homes of one family apart however the street is spelt. */
    private static String house(String line) {
        PlaceKey key = PlaceKey.parse(line);
        return key.subUnits().stream().map(u -> u.label()).toList()
                + " "
                + key.number().map(n -> n.from() + n.letter()).orElse("");
    }

    /** Whether any of those whom it counts at the address lives with the child that day. */
    private True livesWith(Finding finding, Person child, Truth truth) {
        LocalDate day = London.day(finding.since());
        Optional<Residence> home = residenceOn(child, day);
        return finding.path().stream()
                        .flatMap(s -> ledgerFacts(s.facts()).stream())
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .flatMap(r ->
                                truth
                                        .personOf(new RecordId(r.agency().value(), r.localId()))
                                        .stream())
                        .map(truth::person)
                        .filter(p -> !p.id().equals(child.id()))
                        .anyMatch(p ->
                                home.isPresent()
                                        && residenceOn(p, day)
                                                .filter(r ->
                                                        r.dwelling().equals(home.get().dwelling()))
                                                .isPresent())
                ? True.YES
                : True.NO;
    }

    private static Optional<String> homeOn(Person person, LocalDate day) {
        return residenceOn(person, day).map(r -> house(r.address().line()));
    }

    private static Optional<Residence> residenceOn(Person person, LocalDate day) {
        return person.residences().stream()
                .filter(r -> !r.from().isAfter(day))
                .reduce((_, later) -> later)
                .or(() -> person.residences().stream().findFirst());
    }

    private List<Fact> evidence(Finding finding, int step) {
        return ledgerFacts(finding.path().get(step).facts());
    }

    private List<Fact> ledgerFacts(List<FactId> ids) {
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static Map<AgencyId, AgencyType> types(DemoDirectory directory) {
        Map<AgencyId, AgencyType> types = new HashMap<>();
        for (Agency agency : directory.agencies()) {
            types.put(agency.id(), agency.type());
        }
        return types;
    }

    private void read(Iterator<LifeEvent> events, Map<AgencyId, AgencyType> types) {
        LifeEventMessages messages = new LifeEventMessages();
        MessageReader reader = new MessageReader();
        while (events.hasNext()) {
            LifeEvent event = events.next();
            AgencyId sender = new AgencyId(event.agencyId());
            Reading reading =
                    reader.read(
                            messages.message(event).getBytes(StandardCharsets.UTF_8),
                            sender,
                            types.getOrDefault(sender, AgencyType.OTHER),
                            event.recordedAt());
            if (reading instanceof Reading.Read read) {
                ledger.append(read.facts()).stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .forEach(records::add);
            }
        }
        DetailsOf details = new DetailsOf(all(), _ -> true);
        new LiveIdentity(index, new PersonIds(KEY))
                .apply(
                        records.stream()
                                .map(r -> new IdentityChange.Recorded(details.of(r)))
                                .toList());
    }

    private List<Fact> all() {
        return ledger.after(0, Integer.MAX_VALUE);
    }

    private Map<PersonId, Neighbourhood> neighbourhoods() {
        Map<SourceRecord, PersonId> people = index.peopleOf(records);
        InMemoryPlaces places = new InMemoryPlaces(new PersonIds(KEY));
        places.learn(all().stream().flatMap(f -> f.place().stream()).toList());
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(
                                ledger,
                                record -> Objects.requireNonNull(people.get(record)),
                                address -> places.placeOf(address).orElseThrow(),
                                _ -> Certainty.CONFIRMED,
                                this::undecided)
                        .placing(address -> places.placeOf(address).isPresent());
        return new NeighbourhoodReader(known, Bounds.DEFAULT)
                .read(new ArrayList<>(new HashSet<>(people.values())));
    }

    private Set<PersonId> undecided(PersonId person) {
        Set<SourceRecord> own = index.records(Set.of(person)).getOrDefault(person, Set.of());
        Set<PersonId> others = new HashSet<>();
        index.undecided(own)
                .forEach(pair ->
                        others.addAll(
                                index.peopleOf(Set.of(pair.first(), pair.second())).values()));
        others.remove(person);
        return others;
    }
}
