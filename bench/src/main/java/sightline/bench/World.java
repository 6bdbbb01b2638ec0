package sightline.bench;

import sightline.console.demo.DemoDirectory;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.population.Population;
import sightline.population.Settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a load run tells: an invented population's life, people crowded at a few hub addresses, and
 * marks on babies, each of which raises an alert or makes one grow.
 */
final class World {
    /** Addresses at which this many people are recorded each: hostels and the like. */
    static final int HUBS = 4;

    static final int PEOPLE_AT_A_HUB = 60;
    private static final int BABIES = 400;
    private static final ZoneOffset UTC = ZoneOffset.UTC;

    private final Population population;
    private final DemoDirectory directory;
    private final LocalDate today;
    private final AgencyId housing;
    private final AgencyId hospital;
    private final Random random;
    private int made;

    World(long seed, int people, Instant now) {
        this.today = LocalDate.ofInstant(now, UTC);
        this.population = new Population(Settings.of(seed, people, today.minusDays(365), today));
        this.directory = new DemoDirectory(population.agencies());
        this.random = new Random(seed);
        this.housing = first(AgencyType.HOUSING);
        this.hospital = first(AgencyType.HOSPITAL);
    }

    /** The first agency of a type. */
    AgencyId first(AgencyType type) {
        return directory.agencies().stream()
                .filter(a -> a.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The first agencies of a type, at most so many. */
    List<AgencyId> some(AgencyType type, int most) {
        return directory.agencies().stream()
                .filter(a -> a.type() == type)
                .limit(most)
                .map(Agency::id)
                .toList();
    }

    DemoDirectory directory() {
        return directory;
    }

    LocalDate today() {
        return today;
    }

    LocalDate goLive() {
        return today.minusDays(365);
    }

    Traffic life() {
        return new Traffic(population);
    }

    Instant day(int daysAgo) {
        return today.minusDays(daysAgo).atStartOfDay(UTC).toInstant();
    }

    /** The people at the hubs and the babies, known before the run. */
    List<Traffic.Sent> known() {
        List<Traffic.Sent> known = new ArrayList<>();
        for (int hub = 0; hub < HUBS; hub++) {
            for (int person = 0; person < PEOPLE_AT_A_HUB; person++) {
                known.add(resident(hub, hub * PEOPLE_AT_A_HUB + person, today.minusDays(30)));
            }
        }
        for (int baby = 0; baby < BABIES; baby++) {
            known.add(birth(baby));
        }
        return known;
    }

    /** Somebody is recorded at a hub address once more. */
    Traffic.Sent atHub() {
        int hub = random.nextInt(HUBS);
        int person = hub * PEOPLE_AT_A_HUB + random.nextInt(PEOPLE_AT_A_HUB);
        return resident(hub, person, today.minusDays(1));
    }

    /** A mark on one of the babies. */
    Traffic.Sent mark() {
        return mark(random.nextInt(BABIES));
    }

    /** A mark on a baby who cannot move yet. */
    Traffic.Sent mark(int baby) {
        return sent(
                hospital,
                "injury-observed",
                """
                "when":"%s","people":[{"role":"subject","localId":"bench-baby-%d"}],
                "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}],"mobile":false}
                """
                        .formatted(today.minusDays(1), baby));
    }

    /** A baby is born, to a mother of whom nothing else is known. */
    Traffic.Sent birth(int baby) {
        return sent(
                hospital,
                "birth",
                """
                "when":"%1$s","people":[{"role":"child","localId":"bench-baby-%2$d",
                  "names":[{"given":"Wren %3$s","family":"Benchley%3$s"}],"dateOfBirth":"%1$s"},
                 {"role":"mother","localId":"bench-mother-%2$d","dateOfBirth":"%4$s",
                  "names":[{"given":"Isla %3$s","family":"Benchley%3$s"}]}],
                "place":{"line":"%5$d Bench Row","postcode":"WM7 %6$dAB"},"body":{"injuryAtBirth":false}
                """
                        .formatted(
                                today.minusDays(40 + baby % 60),
                                baby,
                                letters(baby),
                                today.minusYears(20).minusDays(baby * 7L),
                                1 + baby,
                                1 + baby % 9));
    }

    private Traffic.Sent resident(int hub, int person, LocalDate when) {
        String address =
                "{\"line\":\"%d Hub House, Westmarsh\",\"postcode\":\"WM9 %dHB\"}"
                        .formatted(hub + 1, hub + 1);
        return sent(
                housing,
                "residence",
                """
                "when":"%s","people":[{"role":"subject","localId":"bench-hub-%d",
                  "names":[{"given":"Ash %s","family":"Hubbard%s"}],"dateOfBirth":"%s"}],
                "place":%s,"body":{"stay":"temporary"}
                """
                        .formatted(
                                when,
                                person,
                                letters(person),
                                letters(person),
                                today.minusYears(18).minusDays(person * 31L),
                                address));
    }

    /** A message of a kind, with a fresh id. */
    Traffic.Sent sent(AgencyId sender, String kind, String rest) {
        String id = "bench-" + made++;
        String body =
                "{\"sender\":\"%s\",\"id\":\"%s\",\"sentAt\":\"%sT12:00:00Z\",\"kind\":\"%s\",%s}"
                        .formatted(sender.value(), id, today.minusDays(1), kind, rest);
        return new Traffic.Sent(sender, id, day(1), body);
    }

    /** A number in letters, so that names differ. */
    static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + 27; left > 0; left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }
}
