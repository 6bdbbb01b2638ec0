package sightline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.FixedDirectory;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Participant;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.IdentityChange;
import sightline.core.identity.InMemoryIdentityIndex;
import sightline.core.identity.LiveIdentity;
import sightline.core.identity.PersonIds;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.Places;
import sightline.core.identity.WrittenAddress;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Uprn;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;
import sightline.population.LifeEvent;
import sightline.population.Population;
import sightline.population.Settings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules cost families in whose lives nothing happens but life: alerts per 1,000 children
 * and year over an invented population, every rule on. {@code -Dordinary.people=} takes another
 * number of people, {@code -Dseed=} other ones.
 */
final class OrdinaryLifeTest {
    private static final int PEOPLE =
            Integer.getInteger("ordinary.people", TestSize.chosen().of(1_000, 1_500, 20_000));
    private static final long SEED = Long.getLong("seed", 11);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 2);

    /** Rules that ordinary life does not touch: together fewer than this per 1,000 and year. */
    private static final Set<String> SELDOM = Set.of("AL-14", "AL-17", "AL-20", "AL-21", "AL-22");

    private static final int SELDOM_AT_MOST = 2;
    private static final byte[] KEY =
            "for tests only, and no secret...".getBytes(StandardCharsets.UTF_8);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryIdentityIndex index = new InMemoryIdentityIndex();
    private final Set<SourceRecord> records = new TreeSet<>();

    @Test
    void ordinaryLifeRaisesFewAlerts() {
        Population population =
                new Population(Settings.of(SEED, PEOPLE, UNTIL.minusYears(1), UNTIL));
        DemoDirectory directory = new DemoDirectory(population.agencies());
        read(population.events(), types(directory));
        Map<PersonId, Neighbourhood> around = neighbourhoods();
        Instant now = UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant();

        Map<String, Set<String>> raised = new TreeMap<>();
        long children = 0;
        for (Neighbourhood one : around.values()) {
            Situation situation =
                    new Situation(
                            one, now, FixedDirectory.of(directory.entries()), Parameters.DEFAULT);
            children += one.subject().childOn(UNTIL) ? 1 : 0;
            for (Finding finding : Catalogue.screening().evaluate(situation).findings()) {
                if (finding.alerts() && finding.since().isAfter(yearAgo())) {
                    raised.computeIfAbsent(finding.rule().value(), _ -> new HashSet<>())
                            .add(finding.subject() + "|" + finding.matter());
                }
            }
        }
        int alerts = raised.values().stream().mapToInt(Set::size).sum();
        String figures =
                "%d children, %d alerts, %.2f per 1,000 children and year, -Dseed=%d: %s"
                        .formatted(
                                children, alerts, 1000.0 * alerts / children, SEED, sizes(raised));
        System.out.println(figures);

        assertThat(children).as(figures).isGreaterThan(PEOPLE / 10);
        assertThat(raised.keySet()).as(figures).isNotEmpty();
        int seldom = SELDOM.stream().mapToInt(r -> raised.getOrDefault(r, Set.of()).size()).sum();
        assertThat((double) seldom).as(figures).isLessThanOrEqualTo(allowed(children));
    }

    /** The bound, and what chance adds to so few: three standard deviations of a count. */
    private static double allowed(long children) {
        double expected = SELDOM_AT_MOST * children / 1000.0;
        return expected + 3 * Math.sqrt(expected);
    }

    private static Instant yearAgo() {
        return UNTIL.minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Map<String, Integer> sizes(Map<String, Set<String>> raised) {
        Map<String, Integer> sizes = new TreeMap<>();
        raised.forEach((rule, keys) -> sizes.put(rule, keys.size()));
        return sizes;
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
        Map<Address, PlaceId> places = places();
        InMemoryKnownFacts known =
                new InMemoryKnownFacts(
                        ledger,
                        record -> java.util.Objects.requireNonNull(people.get(record)),
                        address -> Objects.requireNonNull(places.get(address)));
        return new NeighbourhoodReader(known, Bounds.DEFAULT)
                .read(new ArrayList<>(new HashSet<>(people.values())));
    }

    /** As the running system resolves them: flats, spellings, renumbered houses. */
    private Map<Address, PlaceId> places() {
        Map<Address, PlaceKey> keys = new HashMap<>();
        all().stream()
                .flatMap(f -> f.place().stream())
                .distinct()
                .forEach(a ->
                        keys.put(
                                a,
                                PlaceKey.parse(
                                        new WrittenAddress(
                                                a.line().value(),
                                                a.postcode(),
                                                a.uprn().map(Uprn::new),
                                                a.communal()))));
        Map<PlaceKey, PlaceId> resolved = new HashMap<>();
        new Places(new PersonIds(KEY))
                .resolve(keys.values(), List.of())
                .places()
                .forEach(p -> p.addresses().forEach(k -> resolved.put(k, p.id())));
        Map<Address, PlaceId> places = new HashMap<>();
        keys.forEach((a, k) -> places.put(a, Objects.requireNonNull(resolved.get(k))));
        return places;
    }
}
