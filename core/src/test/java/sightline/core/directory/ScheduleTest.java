package sightline.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.WorkingCalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

final class ScheduleTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final PostId DESK = new PostId("desk");
    private static final SchoolDays SCHOOL =
            new SchoolDays(
                    new AgencyId("brook-school"),
                    LocalTime.of(8, 45),
                    List.of(
                            Period.between(LocalDate.of(2025, 9, 3), LocalDate.of(2025, 10, 24)),
                            Period.between(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 12, 19))),
                    Set.of(LocalDate.of(2025, 9, 15)));

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 17:00, 09:00, 2025-09-15T17:00, true",
        "MONDAY, 17:00, 09:00, 2025-09-15T16:59, false",
        "MONDAY, 17:00, 09:00, 2025-09-16T08:59, true",
        "MONDAY, 17:00, 09:00, 2025-09-16T09:00, false",
        "SUNDAY, 17:00, 09:00, 2025-09-15T03:00, true",
        "MONDAY, 00:00, 00:00, 2025-09-15T00:00, true",
        "MONDAY, 00:00, 00:00, 2025-09-15T23:59, true",
        "MONDAY, 00:00, 00:00, 2025-09-16T00:00, false",
        "MONDAY, 12:00, 14:00, 2025-09-15T13:00, true",
        "MONDAY, 12:00, 14:00, 2025-09-15T14:00, false",
        "MONDAY, 12:00, 14:00, 2025-09-16T13:00, false",
    })
    void includesTheTimesOfAShift(
            DayOfWeek day, LocalTime from, LocalTime until, LocalDateTime local, boolean within) {
        var shift = new Shift(day, from, until, DESK);

        assertThat(shift.includes(local.atZone(London.ZONE))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-16T07:44:59Z, 2025-09-16T07:45:00Z",
        "2025-09-16T07:45:00Z, 2025-09-17T07:45:00Z",
        "2025-09-12T20:00:00Z, 2025-09-16T07:45:00Z",
        "2025-10-24T20:00:00Z, 2025-11-03T08:45:00Z",
        "2025-08-10T20:00:00Z, 2025-09-03T07:45:00Z",
    })
    void findsTheStartOfTheNextSchoolDay(Instant after, Instant start) {
        assertThat(SCHOOL.nextStart(after, ENGLAND)).contains(start);
    }

    @Test
    void knowsNoSchoolDayAfterItsLastTerm() {
        assertThat(SCHOOL.nextStart(Instant.parse("2025-12-19T09:00:00Z"), ENGLAND)).isEmpty();
    }

    @Test
    void takesWorkingDaysForSchoolDaysWhenNoTermIsKnown() {
        var school = new SchoolDays(SCHOOL.school(), SCHOOL.starts(), List.of(), Set.of());

        assertThat(school.nextStart(Instant.parse("2025-12-24T20:00:00Z"), ENGLAND))
                .contains(Instant.parse("2025-12-29T08:45:00Z"));
    }

    @Test
    void countsItsSchoolDaysAcrossAHolidayAndEveryWorkingDayAfterItsLastKnownTerm() {
        var days = SCHOOL.calendar(ENGLAND);

        assertThat(days.after(LocalDate.of(2025, 10, 24))).isEqualTo(LocalDate.of(2025, 11, 3));
        assertThat(days.whyNot(LocalDate.of(2025, 9, 15))).contains("no school day");
        assertThat(days.after(LocalDate.of(2025, 12, 19))).isEqualTo(LocalDate.of(2025, 12, 22));
    }

    @Test
    void refusesHoursThatAreNone() {
        assertThatThrownBy(() -> new Hours(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Hours(
                                Set.of(DayOfWeek.MONDAY), LocalTime.of(17, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARouteWithoutAddressAndAWorkListWithOne() {
        assertThatThrownBy(() ->
                        new ContactRoute(
                                DESK, ContactRoute.Channel.SMS, Sensitive.of(" "), Period.always()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ContactRoute(
                                DESK,
                                ContactRoute.Channel.WORK_LIST,
                                Sensitive.of("x"),
                                Period.always()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPostThatCoversItself() {
        assertThatThrownBy(() -> new Cover(DESK, DESK, Period.always()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(AgencyType.class)
    void findsAnAgencyTypeByItsSlug(AgencyType type) {
        assertThat(AgencyType.of(type.slug())).contains(type);
    }

    @ParameterizedTest
    @EnumSource(ContactRoute.Channel.class)
    void findsAChannelByItsSlug(ContactRoute.Channel channel) {
        assertThat(ContactRoute.Channel.of(channel.slug())).contains(channel);
    }

    @Test
    void writesRolesInWords() {
        assertThat(Role.DUTY_MANAGER.title()).isEqualTo("duty manager");
        assertThatThrownBy(() -> new Role("Duty Manager"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
