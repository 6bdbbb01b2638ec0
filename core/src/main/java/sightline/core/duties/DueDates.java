package sightline.core.duties;

import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.DutyNote;
import sightline.core.household.Entry;
import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.screening.Situation;
import sightline.core.screening.UnansweredQuestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out when a run of a clock is due, by everything that its definition says. */
final class DueDates {
    private final Situation situation;
    private final Supplier<WorkingCalendar> area;

    /** Where nothing starts, nobody needs to know which days of the area count. */
    DueDates(Situation situation, Supplier<WorkingCalendar> area) {
        this.situation = situation;
        this.area = area;
    }

    /**
     * When it is due.
     *
     * @param first from when the first run counted
     * @return nothing where the day to which it counts back is not known
     */
    Optional<Due> of(ClockDefinition clock, Instant first, Start start) {
        Optional<Due> due =
                clock.course().to().isPresent()
                        ? backFrom(clock, clock.course().to().get(), start)
                        : Optional.of(forward(clock, first, start));
        return due.map(d -> putOff(clock, start, d));
    }

    private Due forward(ClockDefinition clock, Instant first, Start start) {
        Optional<Course.Later> later =
                start.counted().equals(first)
                        ? Optional.empty()
                        : clock.course().later(first, start.counted());
        Limit limit = later.map(Course.Later::limit).orElse(clock.limit());
        Counting counting = later.map(Course.Later::counting).orElse(clock.counting());
        return limit.unit() == Limit.Unit.HOURS_BEFORE_SCHOOL
                ? BeforeSchool.due(situation, start.counted(), limit, area.get())
                : ClockArithmetic.due(start.counted(), limit, counting, calendar(clock, start));
    }

    private Optional<Due> backFrom(ClockDefinition clock, String to, Start start) {
        Optional<LocalDate> day =
                switch (to) {
                    case Course.EXPECTED_BIRTH -> expected();
                    case Course.QUESTION_REVIEW ->
                            start.putOff(situation).flatMap(UnansweredQuestions.PutOff::until);
                    default -> start.fact().flatMap(f -> day(f, to));
                };
        return day.map(d ->
                ClockArithmetic.before(d, clock.limit(), calendar(clock, start), start.counted()));
    }

    private Optional<LocalDate> expected() {
        return situation.around().selves().stream()
                .flatMap(self -> self.expected().stream())
                .reduce((_, later) -> later);
    }

    private static Optional<LocalDate> day(Fact fact, String code) {
        return Optional.ofNullable(Codes.of((Record) fact.body()).get(code)).map(LocalDate::parse);
    }

    private WorkingCalendar calendar(ClockDefinition clock, Start start) {
        WorkingCalendar days = area.get();
        return clock.course().schoolDays()
                ? start.fact()
                        .flatMap(f -> situation.directory().schoolDays(f.source()))
                        .map(s -> s.calendar(days))
                        .orElse(days)
                : days;
    }

    /** A named person may put it off, with a reason, while it is not late; the last word counts. */
    private Due putOff(ClockDefinition clock, Start start, Due due) {
        if (clock.course().extension().isEmpty()) {
            return due;
        }
        Limit most = clock.course().extension().get();
        String key = Duty.key(clock.key(), start.reference());
        return situation.subject().entries(DutyNote.class).stream()
                .filter(e -> e.body().duty().equals(key))
                .filter(e -> e.body().planned().isPresent() && e.body().by().isPresent())
                .filter(e -> e.received().isBefore(due.at()))
                .reduce((_, later) -> later)
                .map(e -> putOff(due, e, most, calendar(clock, start)))
                .orElse(due);
    }

    private static Due putOff(
            Due due, Entry<DutyNote> entry, Limit most, WorkingCalendar calendar) {
        DutyNote note = entry.body();
        return ClockArithmetic.putOff(
                due,
                note.planned().orElseThrow(),
                most,
                calendar,
                "on %s by %s: %s"
                        .formatted(
                                Words.moment(entry.received()),
                                note.by().map(Text::value).orElseThrow(),
                                note.words().value()));
    }
}
