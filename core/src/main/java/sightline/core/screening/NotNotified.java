package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.household.Stay;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.register.Notice;
import sightline.core.register.Obligation;
import sightline.core.register.Recorded.Sourced;
import sightline.core.screening.Registers.Standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * RG-01: what an agency recorded of a registered person differs from what he notified, and the time
 * to tell has passed. The matter is the change and its day ({@code notice:REGISTER/home/DAY}): of
 * what health recorded nothing else is named, not even who recorded it.
 */
final class NotNotified extends CatalogueRule {
    static final RuleId ID = new RuleId("RG-01");

    private static final Set<Notice> CHANGES =
            EnumSet.of(Notice.HOME, Notice.STAY, Notice.CHILD, Notice.NAME);

    private static final RuleCard CARD =
            new RuleCard(
                    "What was recorded differs from what was notified",
                    "Southampton 2013: a man moved, took a tenancy and had children, and whoever"
                            + " knew of one of it did not know of the rest. Registers that rest on"
                            + " what the person tells lose whoever does not tell.",
                    Set.of(
                            JusticeBody.RegisterNotification.class,
                            JusticeBody.Conviction.class,
                            JusticeBody.Supervision.class,
                            PersonBody.Person.class,
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            HousingBody.Tenancy.class,
                            HousingBody.OccupantReported.class),
                    "The register keeper who answers for the person",
                    "From housing, school or another agency to the register keeper: that an address"
                            + " or a name was recorded, and which. From health: only that one"
                            + " differs.",
                    "A change that the register asks to be told, recorded by another agency, of"
                            + " which no notice is on record when its last day has passed",
                    "The keeper can only ask whether a notice was missed if told of the difference",
                    List.of(
                            "An address that he notified in time, whoever else recorded it",
                            "A change while he was in custody: the clock stands",
                            "An address repeated by a record that is older than his notice",
                            "A spelling, a short form or a part of a name that is known, and one"
                                    + " by which he was known before he was registered",
                            "A visit within one day to a home with a child; a child who was there"
                                    + " when he was first registered",
                            "Somebody who is under no register that is in force"),
                    "INF");

    NotNotified() {
        super(ID, CARD, 2);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Timed timed = new Timed(situation);
        Set<String> found = new HashSet<>();
        situation
                .registers()
                .covering()
                .forEach(s ->
                        s.registration().obligations().stream()
                                .filter(o -> CHANGES.contains(o.notice()))
                                .filter(o -> !inTime(o) && found.add(item(s, o)))
                                .forEach(o -> differs(situation, s, o, timed)));
        return timed.evaluation();
    }

    private static String item(Standing standing, Obligation owed) {
        return "%s/%s/%s".formatted(standing.pack().key(), owed.notice().slug(), owed.start());
    }

    private static boolean inTime(Obligation owed) {
        return owed.standing() == Obligation.Standing.IN_TIME
                || owed.standing() == Obligation.Standing.LAPSED
                || owed.standing() == Obligation.Standing.HANDED_OVER;
    }

    private static void differs(
            Situation situation, Standing standing, Obligation owed, Timed timed) {
        Optional<LocalDate> last = owed.lastDay();
        Optional<Sourced> basis =
                standing.recorded()
                        .basis(owed)
                        .filter(b -> !standing.recorded().notified(b.fact()));
        if (last.isEmpty() || basis.isEmpty()) {
            return;
        }
        Instant over = London.endOf(last.get());
        Fact fact = basis.get().fact();
        boolean history =
                situation.historyUntil(fact).filter(live -> !over.isAfter(live)).isPresent();
        if (!history) {
            timed.from(
                    Order.later(over, fact.times().received()),
                    at -> finding(situation, standing, owed, basis.get(), at));
        }
    }

    private static Finding finding(
            Situation situation, Standing standing, Obligation owed, Sourced basis, Instant since) {
        String item = item(standing, owed);
        return new Finding(
                ID,
                situation.subject().id(),
                "notice:" + item,
                item,
                since,
                new Text("Possible missed notification: not yet decided."),
                path(situation, standing, owed, basis, since).steps(),
                Set.of(situation.registers().keeper()),
                sharing(),
                List.of(
                        new Text("Whether the person told the police in a way that is not here."),
                        new Text("Whether it is so: it is what one agency wrote down.")));
    }

    private static PathOf path(
            Situation situation, Standing standing, Obligation owed, Sourced basis, Instant since) {
        PathOf path = new PathOf();
        LocalDate last = owed.lastDay().orElseThrow();
        path.derived(
                "Under %s since %s.".formatted(standing.pack().title(), since(standing)),
                since,
                Certainty.CONFIRMED,
                grounds(standing, owed.start()));
        recorded(situation, path, owed, basis);
        if (owed.notice() == Notice.HOME || owed.notice() == Notice.STAY) {
            notified(standing, path, owed.start());
        }
        String met =
                owed.met()
                        .map(day -> "It was told on " + Words.day(day) + ", after that.")
                        .orElse("No notice of it is on record by then.");
        return path.derived(
                "%s is told by %s at the latest. %s"
                        .formatted(owed.notice().title(), Words.day(last), met),
                since,
                basis.sure(),
                situation.registers().keptByHealth(basis.fact())
                        ? List.of()
                        : List.of(basis.fact().id()));
    }

    private static String since(Standing standing) {
        return standing.registration().run().flatMap(r -> r.from()).map(Words::day).orElse("then");
    }

    private static List<FactId> grounds(Standing standing, LocalDate day) {
        return standing.registration().coverage().liabilities().stream()
                .filter(l -> l.days().contains(day))
                .flatMap(l ->
                        standing.recorded().sourced().stream()
                                .filter(s -> s.happening().day().equals(l.relevant()))
                                .map(s -> s.fact().id())
                                .limit(1))
                .distinct()
                .toList();
    }

    /** What health recorded is said to differ, and no more. */
    private static void recorded(Situation situation, PathOf path, Obligation owed, Sourced basis) {
        if (situation.registers().keptByHealth(basis.fact())) {
            path.derived(
                    owed.notice() == Notice.NAME
                            ? "Name differs, source health. Which it is stays with health until a"
                                    + " named doctor or nurse decides and records why."
                            : "Address differs, source health. Where it is stays with health until a"
                                    + " named doctor or nurse decides and records why.",
                    London.startOf(owed.start()),
                    basis.sure(),
                    List.of());
            return;
        }
        path.fact(
                basis.fact(),
                basis.sure(),
                "%s recorded, from %s".formatted(owed.notice().title(), Words.day(owed.start())));
    }

    private static void notified(Standing standing, PathOf path, LocalDate day) {
        Optional<Stay> home = standing.recorded().notifiedHome(day);
        home.ifPresent(stay ->
                path.fact(
                        stay.basis(),
                        Certainty.CONFIRMED,
                        "The home last notified is another, from "
                                + stay.days().from().map(Words::day).orElse("a day not known")));
    }

    private static Sharing sharing() {
        return new Sharing(
                List.of("The register keeper, and the keeper's supervisor"),
                List.of(
                        "The person, the household and the landlord, by this system",
                        "Whoever recorded it, until the keeper has decided"),
                List.of("The register keeper: whether a notice was missed, and what follows"));
    }
}
