package sightline.web;

import sightline.core.kernel.PersonId;
import sightline.core.register.Happening;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Offered;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Stayed;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Liability;
import sightline.core.register.Notice;
import sightline.core.register.Obligation;
import sightline.core.register.Recorded.Sourced;
import sightline.core.register.RegisterPack.Status;
import sightline.core.screening.Registers;
import sightline.core.screening.Registers.Standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Something that a registered person owed under a register in force, with what bears on it. */
record BreachMatter(Standing standing, Obligation owed) {

    /** Everything that somebody ever owed under registers in force, oldest first. */
    static List<BreachMatter> all(Registers registers) {
        return registers
                .covering()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .flatMap(s ->
                        s.registration().obligations().stream().map(o -> new BreachMatter(s, o)))
                .sorted(Comparator.comparing(m -> m.owed().start()))
                .toList();
    }

    /** As a rule and a duty name it. */
    String item() {
        return "%s/%s/%s".formatted(standing.pack().key(), owed.notice().slug(), owed.start());
    }

    /** As an address names it, which tells nothing. */
    String key(PersonId person) {
        return Wording.anchor(person.value() + "|" + item());
    }

    /** Whether its last day passed without a notice, or the notice came after it. */
    boolean failed() {
        return owed.standing() == Obligation.Standing.MISSED
                || owed.standing() == Obligation.Standing.LATE;
    }

    /** Why the person was under the register on that day. */
    List<Liability> liabilities() {
        return standing.registration().coverage().liabilities().stream()
                .filter(l -> l.days().contains(owed.start()))
                .toList();
    }

    /** The last day that is looked at: of the notice, else the day on which the file is made. */
    LocalDate until(LocalDate today) {
        return owed.met().orElse(today);
    }

    /** The last notice before it began to run. */
    Optional<Sourced> noticeBefore() {
        return standing.recorded().sourced().stream()
                .filter(s -> s.happening() instanceof Notified)
                .filter(s -> s.happening().day().isBefore(owed.start()))
                .max(Comparator.comparing(s -> s.happening().day()));
    }

    /** What began it, where a record other than the person's own notice did. */
    Optional<Sourced> contrary() {
        return standing.recorded()
                .basis(owed)
                .filter(b ->
                        b.happening() instanceof Changed
                                || b.happening() instanceof Stayed
                                || b.happening() instanceof Gone
                                || b.happening() instanceof Back);
    }

    /** What the records have that bears on it, in the order of the record. */
    List<Sourced> bearing(LocalDate today) {
        LocalDate until = until(today);
        LocalDate noticed = noticeBefore().map(s -> s.happening().day()).orElse(owed.start());
        LocalDate gone = goneBefore();
        return standing.recorded().sourced().stream()
                .filter(s -> !s.happening().day().isAfter(until))
                .filter(s -> bears(s.happening(), noticed, gone))
                .toList();
    }

    /** In custody, in hospital or abroad when it began: since which day. */
    private LocalDate goneBefore() {
        return standing.recorded().sourced().stream()
                .filter(s -> s.happening() instanceof Gone)
                .map(s -> s.happening().day())
                .filter(day -> day.isBefore(owed.start()))
                .max(Comparator.naturalOrder())
                .orElse(owed.start());
    }

    private boolean bears(Happening happening, LocalDate noticed, LocalDate gone) {
        LocalDate day = happening.day();
        boolean since = !day.isBefore(owed.start());
        return switch (happening) {
            case Convicted _, Ordered _, Entered _, Marked _ ->
                    liabilities().stream().anyMatch(l -> l.relevant().equals(day));
            case Notified _ -> !day.isBefore(noticed);
            case Gone _, Back _ -> !day.isBefore(gone);
            case Changed changed -> since && changed.notice() == owed.notice();
            case Stayed stayed ->
                    owed.notice() == Notice.STAY && stayed.days().contains(owed.start());
            case Visited _, Lost _, Found _ -> since;
            case Quashed _,
                    OrderEnded _,
                    EntryEnded _,
                    Happening.HandedOver _,
                    Happening.Died _,
                    SetAside _ ->
                    since;
            case Happening.Assessed _, Happening.Held _, Offered _, Happening.Refused _ -> false;
        };
    }
}
