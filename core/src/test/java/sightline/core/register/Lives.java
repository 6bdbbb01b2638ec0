package sightline.core.register;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Notified;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Invented lives and shipped packs, for the tests of the register. */
final class Lives {
    static final WorkingCalendar WORKING_DAYS = WorkingCalendar.of(Nation.ENGLAND);
    static final LocalDate BORN = LocalDate.of(1980, 5, 20);

    private Lives() {}

    static RegisterPack pack(String key) {
        return RegisterPackReader.shipped().stream()
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static RegisteredLife life(Happening... happenings) {
        return new RegisteredLife(Optional.of(BORN), List.of(happenings));
    }

    static Convicted convicted(String day, OffenceGroup group, SentenceKind kind, int months) {
        return convicted(day, group, Optional.empty(), Optional.of(kind), Optional.of(months));
    }

    static Convicted convicted(
            String day,
            OffenceGroup group,
            Optional<Integer> victimAge,
            Optional<SentenceKind> kind,
            Optional<Integer> months) {
        var offence =
                new Offence(
                        "grievous bodily harm and battery",
                        Optional.empty(),
                        Optional.empty(),
                        group,
                        victimAge,
                        Optional.empty());
        return new Convicted(
                day(day),
                new Conviction(offence, Optional.empty(), false, kind, months),
                Optional.empty());
    }

    static Notified told(String day, Notice notice) {
        return new Notified(day(day), notice, Optional.empty(), false);
    }

    static Registration on(String day, RegisterPack pack, Happening... happenings) {
        return Registrations.of(pack, life(happenings), WORKING_DAYS, day(day));
    }
}
