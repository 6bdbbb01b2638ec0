package sightline.core.register;

import sightline.core.register.Happening.Stayed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When a stay elsewhere becomes one that must be told: so many days in all at one place within a
 * time. Counting begins anew after each. What happens is told in the order of days.
 */
final class QualifyingStays {
    private final NoticeRules.Stay rule;
    private final Map<String, NavigableSet<LocalDate>> counted = new HashMap<>();
    private final List<Going> going = new ArrayList<>();

    /** A stay of which the days up to one were counted. */
    private static final class Going {
        private final Stayed stay;
        private LocalDate next;

        Going(Stayed stay) {
            this.stay = stay;
            this.next = stay.day();
        }
    }

    QualifyingStays(NoticeRules.Stay rule) {
        this.rule = rule;
    }

    void stays(Stayed stay) {
        going.add(new Going(stay));
    }

    /** The days up to and including one on which a stay became one to be told, in their order. */
    List<LocalDate> until(LocalDate day) {
        List<LocalDate> qualifying = new ArrayList<>();
        for (Going one : going) {
            LocalDate last = one.stay.days().until().filter(day::isAfter).orElse(day);
            for (; !one.next.isAfter(last); one.next = one.next.plusDays(1)) {
                if (qualifies(one.stay.place(), one.next)) {
                    qualifying.add(one.next);
                }
            }
        }
        going.removeIf(one -> one.stay.days().endedBefore(one.next));
        qualifying.sort(LocalDate::compareTo);
        return qualifying;
    }

    /** Whether somebody stays elsewhere on a day that was not counted yet. */
    boolean goesOn(LocalDate day) {
        return going.stream().anyMatch(one -> one.stay.days().contains(day));
    }

    private boolean qualifies(String place, LocalDate day) {
        NavigableSet<LocalDate> days = counted.computeIfAbsent(place, _ -> new TreeSet<>());
        days.add(day);
        days.headSet(Lengths.before(day, rule.within()), false).clear();
        if (days.size() < rule.days()) {
            return false;
        }
        days.clear();
        return true;
    }
}
