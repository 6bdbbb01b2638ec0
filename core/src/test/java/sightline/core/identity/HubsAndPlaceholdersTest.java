package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;
import static sightline.core.identity.Fixtures.always;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.nhs;
import static sightline.core.identity.Fixtures.place;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What very many people share tells nobody apart and joins nobody, and what is written where
 * nothing is known is no name. Written down before it was run.
 */
final class HubsAndPlaceholdersTest {
    private static final long SEED = Long.getLong("seed", 41L);
    private static final String[] GIVEN = {"Orla", "Maja", "Freya", "Karim", "Ivo", "Leo", "Zofia"};
    private static final String[] FAMILY = {"Smith", "Jones", "Penhallow", "Hussain", "Tregear"};

    private final Random random = new Random(SEED);

    @Test
    void aHostelOfFourHundredFlatsIsFourHundredPeopleInEveryOrder() {
        var records = new ArrayList<RecordDetails>();
        for (var flat = 1; flat <= 400; flat++) {
            var home =
                    place("Flat %d, Kings Court, 1 Mill Lane, Westmarsh, WM1 4AB".formatted(flat));
            // Whoever has one name was born at least two digits apart.
            var born =
                    date("%d-%02d-%02d".formatted(1950 + flat % 47, 1 + flat % 12, 2 + flat % 27));
            var given = GIVEN[flat % GIVEN.length];
            var family = FAMILY[flat / GIVEN.length % FAMILY.length];
            for (var agency : List.of("housing", "police")) {
                records.add(
                        at(agency, "f" + flat)
                                .named(given, family)
                                .born(born)
                                .at(home, always())
                                .phone("01632 960000")
                                .build());
            }
        }

        var groups = assertSameInEveryOrder(records);

        assertThat(groups).as("seed %d", SEED).hasSize(400).allMatch(group -> group.size() == 2);
    }

    @Test
    void thePhoneOfAnAgencyJoinsNobodyBelowAndAboveItsLimit() {
        for (var size :
                List.of(40, BlockingKeys.DETAIL_LIMIT, BlockingKeys.DETAIL_LIMIT + 1, 150)) {
            var records = new ArrayList<RecordDetails>();
            for (var i = 0; i < size; i++) {
                records.add(
                        at("agency" + i % 5, "p" + i)
                                .named(one(GIVEN), one(FAMILY))
                                .born(date("%d-%02d-03".formatted(1930 + i % 90, 1 + i % 12)))
                                .phone("01632 960000")
                                .email("office@example.org")
                                .build());
            }
            assertThat(assertSameInEveryOrder(records)).as("%d, seed %d", size, SEED).hasSize(size);
        }
    }

    @Test
    void aFirstOfJanuaryAndACommonNameAreForAPersonToDecide() {
        var one = at("police", "1").named("Mohammed", "Ali").born(date("1990-01-01"));
        var other = at("housing", "2").named("Mohammed", "Ali").born(date("1990-01-01"));
        var home = place("Flat 3, 12 Heron Way, Westmarsh, WM1 4AB");

        assertThat(groups(one.build(), other.build())).hasSize(2);
        assertThat(groups(one.at(home, always()).build(), other.at(home, always()).build()))
                .hasSize(1);
    }

    @Test
    void threeHundredOfOneFirstOfJanuaryStayWhoTheyAre() {
        var records = new ArrayList<RecordDetails>();
        for (var i = 0; i < 300; i++) {
            records.add(
                    at("agency" + i % 4, "j" + i)
                            .named(
                                    GIVEN[i % GIVEN.length],
                                    "Family" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                            .born(date("1990-01-01"))
                            .build());
        }
        assertThat(assertSameInEveryOrder(records)).as("seed %d", SEED).hasSize(300);
    }

    @Test
    void babyOfSaysTheMothersNameAndNotTheChilds() {
        for (var written :
                List.of(
                        "Baby of Maja",
                        "BABY OF MAJA",
                        "B/O Maja",
                        "Infant of Maja",
                        "Twin of Maja",
                        "Baby girl of Maja",
                        "Newborn of Maja Louise")) {
            var unnamed = newborn("maternity", "c1", written);
            var named = newborn("gp", "c2", "Orla");
            var mother =
                    at("maternity", "m1")
                            .named("Maja", "Penhallow")
                            .born(date("1996-02-11"))
                            .build();

            assertThat(Prepared.of(unnamed).hasGiven()).as(written).isFalse();
            assertThat(groups(unnamed, named, mother)).as(written).hasSize(2);
        }
        assertThat(Prepared.of(newborn("gp", "c2", "Orla of Tyne")).hasGiven()).isTrue();
    }

    @Test
    void unknownMaleIsNoName() {
        for (var name :
                List.of(
                        List.of("Unknown", "Male"),
                        List.of("Unknown Male"),
                        List.of("", "Unknown Female"),
                        List.of("Baby", "Boy"),
                        List.of("Unknown", "Unknown"),
                        List.of("Female", "Infant"),
                        List.of("Not Known", "Not Known"),
                        List.of("Unidentified", "Male"))) {
            var records = new ArrayList<RecordDetails>();
            for (var agency : List.of("police", "hospital", "ambulance")) {
                records.add(
                        at(agency, "u1")
                                .named(name.toArray(String[]::new))
                                .born(date("1990-01-01"))
                                .sex(Sex.MALE)
                                .build());
            }
            assertThat(groups(records)).as(name.toString()).hasSize(3);
            assertThat(people(records).undecided()).as(name.toString()).isEmpty();
        }
        assertThat(
                        Prepared.of(at("gp", "1").named("Orla", "Male").build())
                                .names()
                                .getFirst()
                                .family())
                .isEqualTo("MALE");
    }

    /** The number was typed for the wrong twin: whose it is, a person says. */
    @Test
    void oneNhsNumberTypedForTwinsJoinsNoTwins() {
        var orla = twin("school", "1", "Orla", Sex.FEMALE).identifier(nhs(1)).build();
        var freya = twin("school", "2", "Freya", Sex.FEMALE).identifier(nhs(1)).build();
        var gpOrla = twin("gp", "8", "Orla", Sex.FEMALE).identifier(nhs(1)).build();
        var gpFreya = twin("gp", "9", "Freya", Sex.FEMALE).identifier(nhs(2)).build();

        var groups = assertSameInEveryOrder(List.of(orla, freya, gpOrla, gpFreya));

        assertThat(groups).noneMatch(group -> both(group, orla, freya));
        assertThat(groups).noneMatch(group -> both(group, freya, gpOrla));
        assertThat(groups).anyMatch(group -> both(group, orla, gpOrla));
        assertThat(people(List.of(orla, freya)).undecided()).hasSize(1);
    }

    @Test
    void oneNhsNumberTypedForABrotherAndASisterBornOnOneDayIsForAPersonToDecide() {
        var orla = twin("school", "1", "Orla", Sex.FEMALE).identifier(nhs(1)).build();
        var karim = twin("hospital", "2", "Karim", Sex.MALE).identifier(nhs(1)).build();

        assertThat(groups(orla, karim)).hasSize(2);
        assertThat(people(List.of(orla, karim)).undecided()).hasSize(1);
    }

    private static RecordDetails.Builder twin(String agency, String id, String given, Sex sex) {
        return at(agency, id)
                .named(given, "Penhallow")
                .born(date("2014-05-03"))
                .sex(sex)
                .at(place("12 Heron Way, Westmarsh, WM1 4AB"), always());
    }

    private static RecordDetails newborn(String agency, String id, String given) {
        return at(agency, id)
                .named(given, "Penhallow")
                .born(date("2026-05-20"))
                .mother(Fixtures.mother("maternity:m1"))
                .at(place("12 Heron Way, Westmarsh, WM1 4AB"), always())
                .build();
    }

    private String one(String[] names) {
        return names[random.nextInt(names.length)];
    }

    /** All at once, and in three other orders in portions; the groups. */
    private Set<Set<SourceRecord>> assertSameInEveryOrder(List<RecordDetails> records) {
        var expected = people(records);
        for (var portion : List.of(1, 100)) {
            var changes = new ArrayList<IdentityChange>();
            records.forEach(it -> changes.add(new IdentityChange.Recorded(it)));
            Collections.shuffle(changes, random);
            var index = new InMemoryIdentityIndex();
            var live = new LiveIdentity(index, IDS);
            for (var from = 0; from < changes.size(); from += portion) {
                live.apply(changes.subList(from, Math.min(changes.size(), from + portion)));
            }
            var all = new TreeSet<SourceRecord>();
            for (var person : expected.people()) {
                all.addAll(person.records());
                assertThat(index.records(Set.of(person.id())))
                        .as("seed %d portion %d", SEED, portion)
                        .isEqualTo(Map.of(person.id(), person.records()));
            }
            assertThat(index.undecided(all))
                    .as("seed %d portion %d", SEED, portion)
                    .containsExactlyInAnyOrderElementsOf(expected.undecided());
        }
        return groups(records);
    }

    private static Resolution people(List<RecordDetails> records) {
        return new People(IDS).resolve(records, List.of());
    }

    private static Set<Set<SourceRecord>> groups(RecordDetails... records) {
        return groups(List.of(records));
    }

    private static Set<Set<SourceRecord>> groups(List<RecordDetails> records) {
        return people(records).people().stream()
                .map(person -> Set.copyOf(person.records()))
                .collect(Collectors.toSet());
    }

    private static boolean both(Set<SourceRecord> group, RecordDetails a, RecordDetails b) {
        return group.contains(a.record()) && group.contains(b.record());
    }
}
