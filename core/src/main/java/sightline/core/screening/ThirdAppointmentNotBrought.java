package sightline.core.screening;

import sightline.core.facts.HealthBody;
import sightline.core.screening.Matters.Beside;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** AL-11: not brought to three appointments in six months, beside an open matter. */
public final class ThirdAppointmentNotBrought extends ChildRule {
    static final RuleId ID = new RuleId("AL-11");
    private static final RuleCard CARD =
            new RuleCard(
                    "Not brought to three appointments in six months, beside an open matter",
                    "Birmingham 2010: 26 appointments of one family were missed in a year, each"
                            + " service counting its own.",
                    Set.of(HealthBody.Appointment.class),
                    "The owner of the open matter, at once. Without an open matter only the"
                            + " service that holds the third: it checks letters, language,"
                            + " distance and disability in 5 working days.",
                    "That three appointments were missed and at which services, from them to the"
                            + " owner of the matter.",
                    "Three appointments of one child to which the child was not brought, within six"
                            + " months, all services together, while a matter is open.",
                    "No service sees the appointments of another.",
                    List.of(
                            "Two in six months, or three in seven.",
                            "Appointments of brothers and sisters are not added.",
                            Counted.SENT_TWICE,
                            "Cancelled by the family or the service is not \"not brought\".",
                            "Without an open matter it is a duty of the service, not an alert."),
                    "INF");

    public ThirdAppointmentNotBrought() {
        super(ID, CARD, 2);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "months",
                        "Months in which three missed appointments count together",
                        NotBrought.MONTHS,
                        1,
                        24));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        List<NotBrought.Run> runs = NotBrought.runs(child);
        if (runs.isEmpty()) {
            return Evaluation.NOTHING;
        }
        Matters matters = Matters.withAlerts(child);
        for (NotBrought.Run run : runs) {
            if (run.missed().equals(run.third()) && child.under18At(run.known())) {
                found.from(run.known(), t -> check(child, run, t));
            }
            matters.beside(run.known(), run.written())
                    .filter(b -> child.under18At(b.since()))
                    .ifPresent(b -> found.from(b.since(), t -> finding(child, run, b, t)));
        }
        return found.evaluation();
    }

    /** Raises nothing: the clock access.check of the service that holds the third starts on it. */
    private Finding check(Child child, NotBrought.Run run, Instant since) {
        Found found = Found.of(this, child, Found.id(run.third()).text(), "access-needs");
        run.counted().forEach(e -> found.entry(e, "Not brought: " + e.body().service()));
        return found.shownOnly()
                .tell(Told.leadOf(run.third()))
                .notShown(
                        "Whether letters arrived and could be read, and whether the way could be"
                                + " managed.")
                .finding(
                        since,
                        "Not brought to three appointments in six months: check letters, language,"
                                + " distance and disability",
                        Told.ofOwner());
    }

    private Finding finding(Child child, NotBrought.Run run, Beside beside, Instant since) {
        Found found =
                Found.of(this, child, Found.id(run.third()).text(), Found.id(run.missed()).text());
        run.counted().forEach(e -> found.entry(e, "Not brought: " + e.body().service()));
        return found.entry(beside.matter().basis().getFirst(), open(beside.matter()))
                .late(beside, "the last of them")
                .tell(Owners.of(beside.matter(), child))
                .notShown(
                        "Whether letters arrived and could be read, and whether the way could be"
                                + " managed.")
                .finding(
                        since,
                        "Not brought to %d appointments in six months"
                                .formatted(run.counted().size()),
                        Told.ofOwner());
    }

    static String open(Matter matter) {
        return "Open beside it: " + matter.kind().words();
    }
}
