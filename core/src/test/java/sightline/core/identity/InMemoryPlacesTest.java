package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.facts.Address;
import sightline.core.kernel.Text;

import java.util.List;
import java.util.Optional;

@Tag("ci")
final class InMemoryPlacesTest {
    private final InMemoryPlaces places = new InMemoryPlaces(IDS);

    @Test
    void oneFlatIsOnePlaceHoweverItIsWrittenAndWhenItIsLearnt() {
        Address written = address("Flat 1/2, 88 Shore Street, Strathoran");
        Address shortened = address("1/2, 88 Shore St, Strathoran");
        Address neighbour = address("Flat 1/3, 88 Shore Street, Strathoran");

        places.learn(List.of(written));
        places.learn(List.of(shortened, neighbour));

        assertThat(places.placeOf(written)).isPresent().isEqualTo(places.placeOf(shortened));
        assertThat(places.placeOf(neighbour)).isPresent().isNotEqualTo(places.placeOf(written));
    }

    @Test
    void aHostelIsOnePlaceWhoeverMarksIt() {
        Address marked =
                new Address(
                        new Text("7 Lamp Yard, Westmarsh"),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        Address plain = address("7 Lamp Yard, Westmarsh");

        places.learn(List.of(marked, plain));

        assertThat(places.placeOf(marked)).isPresent().isEqualTo(places.placeOf(plain));
    }

    @Test
    void whatNamesNoPlaceIsNone() {
        Address nowhere = address("No fixed abode");

        places.learn(List.of(nowhere));

        assertThat(places.placeOf(nowhere)).isEmpty();
        assertThat(places.placeOf(address("3 Mill Row, Westmarsh"))).isEmpty();
    }

    private static Address address(String line) {
        return new Address(new Text(line), Optional.empty(), Optional.empty(), false);
    }
}
