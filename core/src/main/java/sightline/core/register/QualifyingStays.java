package sightline.core.register;

import sightline.core.kernel.Period;
import sightline.core.register.Happening.Stayed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The days on which a stay elsewhere became one that must be told: so many days in all at one place
 * within a time. Counting begins anew after each.
 */
final class QualifyingStays {
    private QualifyingStays() {}

    static List<LocalDate> of(RegisteredLife life, NoticeRules.Stay rule, LocalDate asOf) {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        life.of(Stayed.class)
                .forEach(stay ->
                        days(stay.days(), asOf)
                                .forEach(
                                        days.computeIfAbsent(stay.place(), _ -> new TreeSet<>())
                                                ::add));
        List<LocalDate> qualifying = new ArrayList<>();
        days.values().forEach(at -> qualifying.addAll(at(at, rule)));
        qualifying.sort(LocalDate::compareTo);
        return qualifying;
    }

    private static List<LocalDate> days(Period stay, LocalDate asOf) {
        LocalDate last = stay.until().filter(day -> day.isBefore(asOf)).orElse(asOf);
        return stay.from()
                .filter(from -> !from.isAfter(last))
                .map(from -> from.datesUntil(last.plusDays(1)).toList())
                .orElse(List.of());
    }

    private static List<LocalDate> at(SortedSet<LocalDate> days, NoticeRules.Stay rule) {
        List<LocalDate> qualifying = new ArrayList<>();
        TreeSet<LocalDate> counted = new TreeSet<>();
        for (LocalDate day : days) {
            counted.add(day);
            LocalDate opens = Lengths.before(day, rule.within());
            counted.headSet(opens, false).clear();
            if (counted.size() >= rule.days()) {
                qualifying.add(day);
                counted.clear();
            }
        }
        return qualifying;
    }
}
