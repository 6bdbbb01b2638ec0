package sightline.core.register;

import sightline.core.kernel.WorkingCalendar;

import java.time.LocalDate;

/** One pack over one life: where the person stands under it on a day. */
public final class Registrations {
    /** From so many days before its last day a periodic notice is "due soon". */
    static final int SOON = 28;

    private Registrations() {}

    /**
     * Where somebody stands.
     *
     * @param life what the records say; what happened after {@code asOf} is not looked at
     * @param calendar working days, for packs that count in them
     */
    public static Registration of(
            RegisterPack pack, RegisteredLife life, WorkingCalendar calendar, LocalDate asOf) {
        var running = new Running(pack, life.born(), calendar);
        life.happenings().stream().takeWhile(h -> !h.day().isAfter(asOf)).forEach(running::happens);
        return running.on(asOf);
    }
}
