package sightline.core.kernel;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which days are working days: not Saturday, not Sunday, not a public holiday. The days of the
 * nations come from jollyday; a day that was proclaimed after its release is added with {@link
 * #withHoliday}. Safe for use by many threads.
 */
public final class WorkingCalendar {
    private static final Map<Nation, WorkingCalendar> NATIONS = new ConcurrentHashMap<>();

    private final String name;
    private final Function<Year, Map<LocalDate, String>> source;
    private final Map<Year, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private WorkingCalendar(String name, Function<Year, Map<LocalDate, String>> source) {
        this.name = name;
        this.source = source;
    }

    /** The public holidays of a nation. */
    public static WorkingCalendar of(Nation nation) {
        return NATIONS.computeIfAbsent(nation, WorkingCalendar::ofNation);
    }

    /** Weekends and exactly these holidays; for tests and for agencies with days of their own. */
    public static WorkingCalendar ofHolidays(String name, Map<LocalDate, String> holidays) {
        var copy = Map.copyOf(holidays);
        return new WorkingCalendar(name, year -> ofYear(copy, year));
    }

    /** Weekends and exactly these holidays, without names of their own. */
    public static WorkingCalendar ofHolidays(String name, Collection<LocalDate> holidays) {
        return ofHolidays(
                name,
                Set.copyOf(holidays).stream()
                        .collect(Collectors.toMap(day -> day, _ -> "public holiday")));
    }

    /** This calendar and one more holiday. */
    public WorkingCalendar withHoliday(LocalDate day, String holiday) {
        return new WorkingCalendar(
                name,
                year -> {
                    var all = new TreeMap<>(source.apply(year));
                    if (day.getYear() == year.getValue()) {
                        all.put(day, holiday);
                    }
                    return all;
                });
    }

    /** Of this calendar's working days those that stay open. */
    public WorkingCalendar openOn(String whose, Predicate<LocalDate> open, String whyNot) {
        return new WorkingCalendar(
                whose,
                year -> {
                    var all = new TreeMap<>(source.apply(year));
                    year.atDay(1)
                            .datesUntil(year.plusYears(1).atDay(1))
                            .filter(day -> !weekend(day) && !open.test(day))
                            .forEach(day -> all.putIfAbsent(day, whyNot));
                    return all;
                });
    }

    /** Whose days these are: "England". */
    public String name() {
        return name;
    }

    /** The holidays of a year in order, those on weekends included, with their names. */
    public Map<LocalDate, String> holidays(Year year) {
        return years.computeIfAbsent(
                year, wanted -> Collections.unmodifiableMap(new TreeMap<>(source.apply(wanted))));
    }

    /** Whether the day is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        return !weekend(day) && !holidays(Year.from(day)).containsKey(day);
    }

    /** Why the day is no working day: "Saturday", "Christmas Day"; nothing if it is one. */
    public Optional<String> whyNot(LocalDate day) {
        return Optional.ofNullable(holidays(Year.from(day)).get(day))
                .or(() ->
                        weekend(day)
                                ? Optional.of(Words.weekday(day.getDayOfWeek()))
                                : Optional.empty());
    }

    /** The first working day after a day. */
    public LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The day itself if it is a working day, else the first one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        var candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    @Override
    public String toString() {
        return "WorkingCalendar[" + name + "]";
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Map<LocalDate, String> ofYear(Map<LocalDate, String> days, Year year) {
        return days.entrySet().stream()
                .filter(entry -> entry.getKey().getYear() == year.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static WorkingCalendar ofNation(Nation nation) {
        var manager =
                HolidayManager.getInstance(
                        ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        var region =
                switch (nation) {
                    case ENGLAND -> "eng";
                    case WALES -> "wls";
                    case SCOTLAND -> "sct";
                    case NORTHERN_IRELAND -> "nir";
                };
        return new WorkingCalendar(
                nation.title(),
                year ->
                        manager.getHolidays(year, region).stream()
                                .collect(
                                        Collectors.toMap(
                                                Holiday::getDate,
                                                holiday -> holiday.getDescription(Locale.UK),
                                                (first, _) -> first)));
    }
}
