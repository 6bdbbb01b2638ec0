package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.When;
import sightline.core.reviews.ChronologyRow.Told;
import sightline.core.reviews.MergedChronology.Gap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ChronologyTest {
    private static final AgencyId HOSPITAL = new AgencyId("westmarsh-hospital");
    private static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    private static final LocalDate THIRD = LocalDate.of(2026, 4, 3);

    private static List<ChronologyRow> table(int copy, AgencyId agency, String... lines) {
        List<List<String>> table = new ArrayList<>();
        for (String line : lines) {
            table.add(List.of(line.split("\\|", -1)));
        }
        return ChronologyTable.read(copy, 1, agency, "", table).orElseThrow();
    }

    @Test
    void everyStyleOfOneDayIsThatDay() {
        WrittenDates dates = WrittenDates.of(List.of());
        for (String written :
                List.of(
                        "3/4/2026",
                        "03.04.26",
                        "3 April 2026",
                        "3rd Apr 2026",
                        "2026-04-03",
                        "Friday 3 April 2026",
                        "03/04/2026 14:30",
                        "2026-04-03 09:12",
                        "3\u00a0April\u00a02026")) {
            assertThat(dates.day(written)).as(written).contains(THIRD);
        }
        assertThat(dates.read("April 2026").when())
                .isEqualTo(new When.Month(YearMonth.of(2026, 4)));
        assertThat(dates.read("1998").when()).isEqualTo(new When.Year(1998));
        assertThat(dates.day("3.4.98")).contains(LocalDate.of(1998, 4, 3));
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReasonAndNeverGuessed() {
        WrittenDates dates = WrittenDates.of(List.of());
        for (String none : List.of("", "31/2/2026", "spring", "2026-13", "13/13/2026")) {
            assertThat(dates.read(none).when()).as(none).isEqualTo(new When.Unknown());
            assertThat(dates.read(none).doubt()).as(none).isNotEmpty();
        }
        WrittenDates monthFirst = WrittenDates.of(List.of("3/4/2026", "4/23/2026"));
        assertThat(monthFirst.day("4/23/2026")).contains(LocalDate.of(2026, 4, 23));
        assertThat(monthFirst.read("3/4/2026").when()).isEqualTo(new When.Unknown());
        assertThat(monthFirst.read("3/4/2026").doubt()).contains("could each be the other");
        assertThat(monthFirst.day("4/4/2026")).contains(LocalDate.of(2026, 4, 4));
        assertThat(monthFirst.day("3 April 2026")).contains(THIRD);
    }

    @Test
    void aTableBecomesRowsOfWhichEachSaysWhereItStands() {
        List<ChronologyRow> rows =
                table(
                        2,
                        HOSPITAL,
                        "Chronology of the hospital",
                        "Date|Event|Source|By|Recorded on|Shared with",
                        "3/4/2026|Seen with a bruise to the cheek|A&E notes|Dr Fell|4/4/2026|westmarsh-council 5/4/2026; GP",
                        "|||||",
                        "early May|Telephone call|||no date|none");
        assertThat(rows).hasSize(2);
        ChronologyRow first = rows.getFirst();
        assertThat(first.id()).isEqualTo("2-1");
        assertThat(first.source()).isEqualTo("Row 3: A&E notes");
        assertThat(first.happened()).isEqualTo(new When.Day(THIRD));
        assertThat(first.known()).contains(THIRD.plusDays(1));
        assertThat(first.told())
                .containsExactly(
                        new Told("westmarsh-council", Optional.of(THIRD.plusDays(2))),
                        new Told("GP", Optional.empty()));
        assertThat(rows.getLast().written()).isEqualTo("early May");
        assertThat(rows.getLast().doubt()).isEqualTo("The date cannot be read.");
        assertThat(rows.getLast().told()).isEmpty();
        assertThat(ChronologyTable.read(1, 1, HOSPITAL, "", List.of(List.of("Name", "Amount"))))
                .isEmpty();
    }

    @Test
    void whereSourcesDifferBothStayAndItIsSaid() {
        List<ChronologyRow> rows =
                new ArrayList<>(
                        table(
                                1,
                                HOSPITAL,
                                "Date|Event",
                                "3/4/2026|Bruise on the left cheek reported by nursery",
                                "10/4/2026|Home visit by the health visitor, child not seen"));
        rows.addAll(
                table(
                        2,
                        COUNCIL,
                        "Date|Event",
                        "5 April 2026|Nursery reported a bruise on his left cheek",
                        "2026-04-10|Home visit with the health visitor: the child was well",
                        "2026-04-12|Legal planning meeting",
                        "when he was two|Moved house"));
        MergedChronology merged = MergedChronology.of(rows);
        assertThat(merged.rows())
                .extracting(ChronologyRow::id)
                .containsExactly("1-1", "2-1", "1-2", "2-2", "2-3", "2-4");
        assertThat(merged.conflicts())
                .extracting(c -> c.one().id() + " " + c.other().id() + " " + c.says())
                .containsExactly(
                        "1-1 2-1 They give different days.",
                        "1-2 2-2 One says that it was done or seen, the other that it was not.");
        assertThat(merged.doubtful()).extracting(ChronologyRow::id).containsExactly("2-4");
    }

    @Test
    void aSourceIsSilentAfterTwentyEightDaysAndNotOnTheTwentyEighth() {
        List<ChronologyRow> rows =
                table(
                        1,
                        HOSPITAL,
                        "Date|Event",
                        "1/3/2026|One",
                        "29/3/2026|Two",
                        "27/4/2026|Three");
        assertThat(MergedChronology.of(rows).gaps())
                .containsExactly(
                        new Gap(HOSPITAL, LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 27)));
    }
}
