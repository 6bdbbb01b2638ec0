package sightline.core.kernel;

import java.time.LocalDate;

/** Moves a due time that falls into a stop to some days after that stop. */
final class Extension {
    private Extension() {}

    static Reckoning of(Reckoning reckoning, Tolling.Extends extension) {
        return switch (reckoning) {
            case Due due -> extended(due, extension);
            case Stopped stopped -> stopped;
        };
    }

    private static Reckoning extended(Due due, Tolling.Extends extension) {
        var stops = Stops.of(extension.stops());
        var lastDay = due.lastDay();
        if (stops.at(lastDay).isEmpty()) {
            return due;
        }
        var lines = Explanation.from(due.dayByDay());
        for (var stop = stops.at(lastDay); stop.isPresent(); stop = stops.at(lastDay)) {
            var until = stop.get().until();
            if (until.isEmpty()) {
                lines.add(() ->
                        "That day is in a stop without a known end: the clock goes on until it"
                                + " ends.");
                return new Stopped(lastDay, lines.lines());
            }
            var last = until.get().plusDays(extension.daysAfter());
            lines.add(() -> longer(until.get(), extension, last));
            lastDay = last;
        }
        return new Due(London.endOf(lastDay), lastDay, lines.lines());
    }

    private static String longer(LocalDate until, Tolling.Extends extension, LocalDate last) {
        return "That day is in a stop until %s: extended by %s after it, to the end of %s."
                .formatted(
                        Words.weekday(until),
                        Limit.days(extension.daysAfter()).inWords(),
                        Words.weekday(last));
    }
}
