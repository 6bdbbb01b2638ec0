package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class PlaceKeyTest {

    @Test
    void takesAnAddressApart() {
        var place = PlaceKey.parse("Flat 2b, Tern Hse, 14a Heron St, Westmarsh, WM14AB");

        assertThat(place.subUnits()).containsExactly(new SubUnit(SubUnit.Kind.FLAT, "2B"));
        assertThat(place.building()).contains("TERN HOUSE");
        assertThat(place.number()).contains(new HouseNumber(14, 14, "A"));
        assertThat(place.street()).contains("HERON STREET");
        assertThat(place.localities()).containsExactly("WESTMARSH");
        assertThat(place.postcode()).contains("WM1 4AB");
        assertThat(place.communal()).isFalse();
        assertThat(place.usable()).isTrue();
    }

    @Test
    void knowsPlacesWherePeopleAreNoHousehold() {
        assertThat(
                        List.of(
                                "Room 4, Sallow Hostel, 1 High Street, Westmarsh",
                                "The Anchor Refuge, Eastferry, EF4 1AN",
                                "Marsh View Guest House, 70 Station Road, Eastferry",
                                "HMP Fenwold, Ashcombe",
                                "Ward 7, Westmarsh Hospital, WM9 1WH",
                                "Seven Elms Care Home, 3 Mill Lane, Nunhaven"))
                .allMatch(line -> PlaceKey.parse(line).communal());
        assertThat(
                        List.of(
                                "12 Hospital Road, Westmarsh",
                                "4 Hotel Street, Eastferry",
                                "Prison Lane, Ashcombe",
                                "9 Shelter Close, Nunhaven"))
                .noneMatch(line -> PlaceKey.parse(line).communal());
        var marked =
                new WrittenAddress(
                        "9 Mill Lane, Nunhaven", Optional.empty(), Optional.empty(), true);
        assertThat(PlaceKey.parse(marked).communal()).isTrue();
    }

    @Test
    void aSeparatePostcodeCounts() {
        assertThat(PlaceKey.parse(WrittenAddress.of("9 Mill Lane", "nh12de")).postcode())
                .contains("NH1 2DE");
        assertThat(PlaceKey.parse(WrittenAddress.of("9 Mill Lane", "rubbish")).postcode())
                .isEmpty();
    }

    @Test
    void whatIsNoPlaceIsNotUsable() {
        assertThat(List.of("", "NFA", "no fixed abode", "WM1 4AB", "ZZ99 3VZ", ",,", "???"))
                .noneMatch(line -> AddressComparison.isOnePlace(PlaceKey.parse(line)));
    }

    @Test
    void anyTextIsReadAndNothingIsShown() {
        var odd = "\u0000 14///6 -- (formerly ) Flat Flat 2 2 2 No No. \u2603 99999999 1-0 ZZ";

        assertThat(PlaceKey.parse(odd).toString()).isEqualTo("PlaceKey[redacted]");
        assertThat(PlaceKey.parse("x".repeat(20_000)).text()).isNotEmpty();
        assertThat(PlaceKey.parse("1 ".repeat(5_000)).text()).isNotEmpty();
    }
}
