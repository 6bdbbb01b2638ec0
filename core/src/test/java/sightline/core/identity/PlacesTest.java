package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;
import static sightline.core.identity.Fixtures.MONDAY;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Uprn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

@Tag("ci")
final class PlacesTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);

    private final Places places = new Places(IDS);

    private final PlaceKey written = PlaceKey.parse("12 Heron Way, Westmarsh, WM1 4AB");
    private final PlaceKey shortened = PlaceKey.parse("12 Herron Wy, WM1 4AB");
    private final PlaceKey numbered = withUprn("12 Heron Way, Westmarsh, WM1 4AB", "74023685");
    private final PlaceKey renumbered = withUprn("48 Heron Way, Westmarsh, WM1 4AB", "74023685");
    private final PlaceKey neighbour = PlaceKey.parse("14 Heron Way, Westmarsh, WM1 4AB");

    @Test
    void spellingsOfOneAddressAreOnePlace() {
        var resolution = places.resolve(List.of(written, shortened, neighbour), List.of());

        assertThat(groups(resolution))
                .containsExactlyInAnyOrder(Set.of(written, shortened), Set.of(neighbour));
        assertThat(placeOf(resolution, written).certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void oneUprnIsOnePlaceAlsoForTheSameWordsWithoutIt() {
        var resolution = places.resolve(List.of(renumbered, numbered, written), List.of());

        assertThat(resolution.places()).hasSize(1);
        assertThat(resolution.places().getFirst().certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    void wordsSentWithTwoUprnsBelongToNeither() {
        var other = withUprn("12 Heron Way, Westmarsh, WM1 4AB", "74023686");

        assertThat(places.resolve(List.of(numbered, other, written), List.of()).places())
                .hasSize(3);
    }

    @Test
    void aDwellingIsNotItsBuilding() {
        var building = PlaceKey.parse("14 High Street, Westmarsh, WM1 1AA");
        var flat = PlaceKey.parse("Flat 2, 14 High Street, Westmarsh, WM1 1AA");
        var other = PlaceKey.parse("Flat 3, 14 High Street, Westmarsh, WM1 1AA");

        assertThat(places.resolve(List.of(building, flat, other), List.of()).places()).hasSize(3);
    }

    @Test
    void whatIsNoPlaceIsOnePlaceWithNobody() {
        var nowhere = PlaceKey.parse("No fixed abode");
        var townless = PlaceKey.parse("12 Heron Way");
        var resolution = places.resolve(List.of(nowhere, townless, written), List.of());

        assertThat(resolution.places()).hasSize(3);
        assertThat(placeOf(resolution, nowhere).certainty()).isEqualTo(Certainty.NOT_KNOWN);
        assertThat(placeOf(resolution, townless).certainty()).isEqualTo(Certainty.NOT_KNOWN);
        assertThat(resolution.undecided()).isEmpty();
    }

    @Test
    void decisionsJoinSeparateAndAreUndone() {
        var range = PlaceKey.parse("10-12 Heron Way, Westmarsh, WM1 4AB");
        var all = List.of(written, shortened, range);
        var open = places.resolve(all, List.of());
        var join = decision(range, Verdict.JOIN, written, 0);
        var part = decision(shortened, Verdict.NOT_THE_SAME, written, 1);

        assertThat(open.undecided())
                .extracting(pair -> pair.comparison().reason())
                .contains(AddressComparison.Reason.RANGE);
        assertThat(groups(places.resolve(all, List.of(join)))).hasSize(1);
        assertThat(groups(places.resolve(all, List.of(join, part)))).hasSize(2);
        assertThat(places.resolve(all, List.of())).isEqualTo(open);
    }

    @Test
    void couldNotTellKeepsApartAndStaysListed() {
        var open =
                places.resolve(
                        List.of(written, shortened),
                        List.of(decision(written, Verdict.CANNOT_TELL, shortened, 0)));

        assertThat(open.places()).hasSize(2);
        assertThat(open.undecided()).hasSize(1);
    }

    @Test
    void theOrderOfArrivalMeansNothing() {
        var addresses = addresses(400);
        var decisions = decisions(addresses);
        var expected = places.resolve(addresses, decisions);
        for (var order = 0; order < TestSize.chosen().of(20, 100, 1_000); order++) {
            var random = new Random(SEED + order);
            Collections.shuffle(addresses, random);
            Collections.shuffle(decisions, random);

            assertThat(places.resolve(addresses, decisions))
                    .as("seed %d order %d", SEED, order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatCanBeReachedFromAnAddressResolvesItAsAllWould() {
        var addresses = addresses(400);
        var decisions = decisions(addresses);
        var all = places.resolve(addresses, decisions);

        for (var address : addresses.subList(0, 60)) {
            var some = places.resolve(reachable(address, addresses, decisions), decisions);

            assertThat(placeOf(some, address)).isEqualTo(placeOf(all, address));
        }
    }

    private static Set<PlaceKey> reachable(
            PlaceKey from, List<PlaceKey> all, List<PlaceDecision> decisions) {
        var reached = new HashSet<>(Set.of(from));
        var grown = true;
        while (grown) {
            var keys = reached.stream().flatMap(it -> Places.keys(it).stream()).toList();
            grown =
                    reached.addAll(
                            all.stream()
                                    .filter(it -> !Collections.disjoint(Places.keys(it), keys))
                                    .toList());
            for (var decision : decisions) {
                if (reached.contains(decision.first()) || reached.contains(decision.second())) {
                    grown |= reached.addAll(List.of(decision.first(), decision.second()));
                }
            }
        }
        return reached;
    }

    private static List<PlaceKey> addresses(int count) {
        var random = new Random(SEED);
        var streets = List.of("Heron Way", "Heron Wy", "Mill Lane", "Mil Lane", "High St");
        var towns = List.of(", Westmarsh", ", Nunhaven", "", ", WM1 4AB", ", Westmarsh, WM1 4AB");
        var before =
                List.of("", "", "Flat 2, ", "Flat B, ", "Tern House, ", "Flat 2, Tern House, ");
        var addresses = new ArrayList<PlaceKey>();
        for (var i = 0; i < count; i++) {
            var line =
                    one(before, random)
                            + (1 + random.nextInt(8))
                            + (random.nextInt(9) == 0 ? "B " : " ")
                            + one(streets, random)
                            + one(towns, random);
            addresses.add(
                    random.nextInt(5) == 0
                            ? withUprn(line, "7402" + random.nextInt(30))
                            : PlaceKey.parse(line));
        }
        return new ArrayList<>(new HashSet<>(addresses).stream().sorted(byText()).toList());
    }

    private static Comparator<PlaceKey> byText() {
        return Comparator.comparing(PlaceKey::text);
    }

    private static List<PlaceDecision> decisions(List<PlaceKey> addresses) {
        var random = new Random(SEED);
        var decisions = new ArrayList<PlaceDecision>();
        for (var i = 0; i < 20; i++) {
            var at = random.nextInt(addresses.size() - 1);
            var verdict =
                    one(List.of(Verdict.JOIN, Verdict.NOT_THE_SAME, Verdict.CANNOT_TELL), random);
            decisions.add(decision(addresses.get(at), verdict, addresses.get(at + 1), i / 3));
        }
        return decisions;
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static PlaceKey withUprn(String line, String uprn) {
        return PlaceKey.parse(
                new WrittenAddress(
                        line, Optional.empty(), Optional.of(Uprn.parse(uprn).orThrow()), false));
    }

    private static PlaceDecision decision(PlaceKey a, Verdict verdict, PlaceKey b, int later) {
        return new PlaceDecision(a, b, verdict, "worker-7", MONDAY.plusSeconds(later));
    }

    private static Set<Set<PlaceKey>> groups(PlaceResolution resolution) {
        return resolution.places().stream()
                .map(place -> Set.copyOf(place.addresses()))
                .collect(Collectors.toSet());
    }

    private static ResolvedPlace placeOf(PlaceResolution resolution, PlaceKey address) {
        return resolution.places().stream()
                .filter(place -> place.addresses().contains(address))
                .findFirst()
                .orElseThrow();
    }
}
