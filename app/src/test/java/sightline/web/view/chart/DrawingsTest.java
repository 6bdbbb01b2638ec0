package sightline.web.view.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.web.view.chart.Genogram.Bond;
import sightline.web.view.chart.Genogram.Family;
import sightline.web.view.chart.Genogram.Person;
import sightline.web.view.chart.Genogram.Shape;
import sightline.web.view.chart.SwimLanes.Entry;
import sightline.web.view.chart.SwimLanes.Kind;
import sightline.web.view.chart.SwimLanes.Lane;
import sightline.web.view.part.SourceState;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Swim lanes, body map, genogram and clocks. */
final class DrawingsTest {

    private static final LocalDate FROM = LocalDate.of(2024, 10, 1);
    private static final LocalDate TO = LocalDate.of(2025, 9, 30);

    private static final List<Kind> KINDS = List.of(Kind.values());

    @Test
    void barsHaveOneMarkForEachPartThatCountsAnybodyAndNoneRunsIntoTheNext() {
        var large = bar("Westmarsh", 9_000, 0, 1, 400, 3);
        var small = bar("Eastholme", 0, 2, 0, 0, 0);

        var bars = StackedBars.draw("People", "By area", List.of(large, small, bar("None")));

        assertThat(bars.bars()).extracting(b -> b.marks().size()).containsExactly(4, 1, 0);
        for (StackedBars.Drawn bar : bars.bars()) {
            int x = StackedBars.LEFT;
            for (StackedBars.Mark mark : bar.marks()) {
                assertThat(mark.x()).isEqualTo(x);
                assertThat(mark.width()).as("wide enough to be pressed").isGreaterThanOrEqualTo(24);
                x += mark.width();
            }
            assertThat(x).isEqualTo(bar.end()).isLessThan(bars.width() - 70);
        }
        assertThat(bars.bars().getFirst().marks().getFirst().width()).isGreaterThan(600);
        assertThat(StackedBars.draw("People", "By area", List.of()).bars()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 13, 24, 60})
    void bothEndsOfALineOfMonthsAreNamedAndNoNameRunsIntoTheNext(int months) {
        List<YearMonth> all =
                IntStream.range(0, months).mapToObj(YearMonth.of(2025, 3)::plusMonths).toList();

        var ticks = MonthAxis.of(all, 20, 430 / Math.max(1, months - 1));

        assertThat(ticks.getFirst().text()).isEqualTo("Mar 2025");
        assertThat(ticks.getLast().text())
                .endsWith(String.valueOf(all.getLast().getYear()))
                .startsWith(months % 12 == 1 ? "Mar" : "");
        int end = Integer.MIN_VALUE;
        for (MonthAxis.Tick tick : ticks) {
            int left =
                    switch (tick.side()) {
                        case "first" -> tick.x();
                        case "last" -> tick.x() - 62;
                        default -> tick.x() - 31;
                    };
            assertThat(left).as("%s of %d", tick.text(), months).isGreaterThan(end);
            end = left + 62;
        }
        assertThat(ticks).hasSizeGreaterThan(months > 6 ? 3 : 0).hasSizeLessThanOrEqualTo(months);
    }

    @Test
    void eachAddressHasOnePinInTheBoxOfItsDistrictAndNoneHidesAnother() {
        List<Districts.Pin> pins = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            pins.add(
                    new Districts.Pin(
                            String.valueOf((char) ('A' + i)),
                            "WM" + i * i % 7,
                            i % 2 == 0,
                            "row " + i,
                            "#address-" + i));
        }

        var drawn = Districts.draw("26 of the 30 rows", pins);

        assertThat(drawn.boxes()).extracting(Districts.Box::name).doesNotHaveDuplicates();
        List<Districts.Mark> marks = new ArrayList<>();
        for (Districts.Box box : drawn.boxes()) {
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(Districts.WIDTH);
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawn.height());
            for (Districts.Mark mark : box.marks()) {
                assertThat(mark.pin().district()).isEqualTo(box.name());
                assertThat(mark.x() - Districts.RADIUS).isGreaterThan(box.x());
                assertThat(mark.x() + Districts.RADIUS).isLessThan(box.x() + box.width());
                assertThat(mark.y() + Districts.RADIUS).isLessThan(box.y() + box.height());
                marks.add(mark);
            }
        }
        assertThat(marks).extracting(Districts.Mark::pin).containsExactlyInAnyOrderElementsOf(pins);
        for (Districts.Mark one : marks) {
            assertThat(marks)
                    .filteredOn(m -> !m.equals(one))
                    .allSatisfy(m ->
                            assertThat(Math.hypot(m.x() - one.x(), m.y() - one.y()))
                                    .isGreaterThan(2 * Districts.RADIUS));
        }
        assertThat(Districts.draw("none", List.of()).boxes()).isEmpty();
    }

    private static StackedBars.Bar bar(String name, long... numbers) {
        var parts = new ArrayList<StackedBars.Part>();
        for (long number : numbers) {
            parts.add(new StackedBars.Part("load-soon", number, name + ", " + number, "/register"));
        }
        return new StackedBars.Bar(name, parts);
    }

    @Test
    void lanesDrawOneMarkForEachOfFiveHundredEntriesAndHideNone() {
        long seed = Long.getLong("seed", 20250916L);
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 500; i++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            entries.add(new Entry("e" + i, kind, FROM.plusDays(random.nextInt(365)), "a day", "x"));
        }

        var lanes = SwimLanes.draw("All", FROM, TO, List.of(lane("Hospital", entries)));

        assertThat(lanes.drawn()).as("seed %d", seed).isEqualTo(500);
        var marks = lanes.lanes().getFirst().marks();
        for (var one : marks) {
            assertThat(marks.stream().filter(other -> overlap(one, other)))
                    .as("seed %d", seed)
                    .containsExactly(one);
        }
    }

    @Test
    void lanesListNewestFirstAndRefuseAnEntryOutsideTheirDays() {
        var early = new Entry("a", Kind.CONTACT, FROM, "1 Oct 2024", "first");
        var late = new Entry("b", Kind.INJURY, TO, "30 Sep 2025", "last");

        var lanes = SwimLanes.draw("All", FROM, TO, List.of(lane("Police", List.of(early, late))));

        assertThat(lanes.list()).extracting(SwimLanes.Row::id).containsExactly("b", "a");
        var outside = new Entry("c", Kind.CONTACT, TO.plusDays(1), "", "");
        assertThatThrownBy(() ->
                        SwimLanes.draw("All", FROM, TO, List.of(lane("Police", List.of(outside)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rightAndLeftAreTheChildsOwnOnBothViews() {
        var map =
                BodyMap.draw(
                        "Marks",
                        BodyMap.Figure.CHILD,
                        List.of(
                                mark("1", BodySite.KNEE, BodyMap.Side.RIGHT),
                                mark("2", BodySite.KNEE, BodyMap.Side.LEFT),
                                mark("3", BodySite.CALF, BodyMap.Side.RIGHT)));

        int middle = BodyMap.Figure.CHILD.width() / 2;
        assertThat(map.spots().get(0).x()).isLessThan(middle);
        assertThat(map.spots().get(1).x()).isGreaterThan(middle);
        assertThat(map.spots().get(2).x()).isGreaterThan(map.backAt() + middle);
    }

    @Test
    void tenMarksAtOnePlaceAreTenSpotsAndOneWithoutAPlaceIsDrawnToo() {
        var rows = new ArrayList<BodyMap.Row>();
        for (int i = 1; i <= 10; i++) {
            rows.add(mark("" + i, BodySite.CHEEK, BodyMap.Side.LEFT));
        }
        rows.add(mark("11", BodySite.NOT_RECORDED, BodyMap.Side.MIDDLE));

        var map = BodyMap.draw("Marks", BodyMap.Figure.INFANT, rows);

        assertThat(map.drawn()).isEqualTo(11);
        assertThat(map.someNotPlaced()).isTrue();
        assertThat(map.seenFromBehind()).isFalse();
        assertThat(map.spots())
                .extracting(spot -> spot.x() + "," + spot.y())
                .doesNotHaveDuplicates();
    }

    @Test
    void everySiteIsDrawnWhereItLiesOnAFigure() {
        for (var figure : BodyMap.Figure.values()) {
            for (var site : BodySite.values()) {
                for (var side : BodyMap.Side.values()) {
                    var map = BodyMap.draw("One", figure, List.of(mark("1", site, side)));
                    assertThat(map.spots().getFirst().x()).isBetween(0, map.width());
                    assertThat(map.spots().getFirst().y()).isBetween(0, map.height());
                }
            }
        }
    }

    @Test
    void aGenogramHoldsTheHomeInsideItsLineAndOthersOutside() {
        var people =
                List.of(
                        person("gran", 2, false),
                        person("dad", 1, false),
                        person("mum", 1, true),
                        person("child", 0, true));
        var families =
                List.of(
                        Family.ofOne("gran", List.of("mum")),
                        new Family("dad", "mum", Bond.SEPARATED, List.of("child")));

        var drawn = Genogram.draw("Family", "At home", people, families);

        assertThat(drawn.drawn()).isEqualTo(4);
        assertThat(drawn).isEqualTo(Genogram.draw("Family", "At home", people, families));
        assertThat(drawn.symbols())
                .allSatisfy(symbol ->
                        assertThat(inside(drawn.home(), symbol))
                                .isEqualTo(symbol.person().inHome()));
        assertThat(drawn.description()).contains("Elsewhere: gran, about; dad, about.");
    }

    @Test
    void aFamilyMayNotNameSomebodyWhoIsNotListed() {
        assertThatThrownBy(() ->
                        Genogram.draw(
                                "Family",
                                "At home",
                                List.of(person("child", 0, true)),
                                List.of(Family.ofOne("nobody", List.of("child")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in the list");
    }

    @Test
    void aClockIsLateOnlyOverItsLimit() {
        assertThat(ClockBar.of(15, 15, "").over()).isFalse();
        assertThat(ClockBar.of(16, 15, "").over()).isTrue();
        assertThat(ClockBar.of(5_000, 1, "").late()).isLessThan(ClockBar.WIDTH);
        assertThat(ClockBar.of(0, 1, "").spent()).isZero();
    }

    private static boolean overlap(SwimLanes.Mark one, SwimLanes.Mark other) {
        return one.y() == other.y() && Math.abs(one.x() - other.x()) < 15;
    }

    private static boolean inside(Genogram.Box box, Genogram.Symbol symbol) {
        return symbol.x() > box.x()
                && symbol.x() < box.x() + box.width()
                && symbol.y() > box.y()
                && symbol.y() < box.y() + box.height();
    }

    private static Lane lane(String name, List<Entry> entries) {
        return new Lane(name, "", SourceState.ANSWERED, entries);
    }

    private static BodyMap.Row mark(String number, BodySite site, BodyMap.Side side) {
        return new BodyMap.Row("m" + number, number, site, side, true, "Mark " + number);
    }

    private static Person person(String id, int generation, boolean inHome) {
        return new Person(
                id, id, "about", "", "", Shape.CIRCLE, generation, false, inHome, true, "");
    }
}
