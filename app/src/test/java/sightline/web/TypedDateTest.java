package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.Words;

import java.time.LocalDate;
import java.util.List;

final class TypedDateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 3);

    @Test
    void aDayIsReadAsPeopleTypeItAndAsThePagesWriteIt() {
        for (String typed :
                List.of(
                        "3 9 2026",
                        "03/09/2026",
                        "3.9.2026",
                        "3-09-2026",
                        "2026-09-03",
                        " 3  September  2026 ",
                        "3rd september 2026",
                        "3 Sept 2026",
                        "3-SEP-2026",
                        "3\u00a0Sep.\u00a02026")) {
            assertThat(TypedDate.read(typed)).as(typed).contains(DAY);
        }
    }

    /** Whatever day a page writes can be copied into a form. */
    @Test
    void everyDayThatAPageWritesIsReadBack() {
        for (LocalDate day = DAY; day.isBefore(DAY.plusYears(2)); day = day.plusDays(1)) {
            assertThat(TypedDate.read(Words.day(day))).contains(day);
            assertThat(TypedDate.read(TypedDate.write(day))).contains(day);
        }
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String typed :
                List.of(
                        "",
                        "3 Se 2026",
                        "3 Septembre 2026",
                        "31 September 2026",
                        "29 February 2026",
                        "0 1 2026",
                        "3 13 2026",
                        "0000-00-00",
                        "3 9 26",
                        "September 2026",
                        "3 ٩ 2026",
                        "3 9 20266",
                        "yesterday")) {
            assertThat(TypedDate.read(typed)).as(typed).isEmpty();
        }
    }
}
