package sightline.core.kernel;

import java.util.ArrayList;

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
        var lines = new ArrayList<>(due.dayByDay());
        var lastDay = due.lastDay();
        for (var stop = stops.at(lastDay); stop.isPresent(); stop = stops.at(lastDay)) {
            var until = stop.get().until();
            if (until.isEmpty()) {
                lines.add(
                        "That day is in a stop without a known end: the clock goes on until it"
                                + " ends.");
                return new Stopped(lastDay, lines);
            }
            lastDay = until.get().plusDays(extension.daysAfter());
            lines.add(
                    "That day is in a stop until %s: extended by %s after it, to the end of %s."
                            .formatted(
                                    Words.weekday(until.get()),
                                    Limit.days(extension.daysAfter()).inWords(),
                                    Words.weekday(lastDay)));
        }
        return lastDay.equals(due.lastDay()) ? due : new Due(London.endOf(lastDay), lastDay, lines);
    }
}
