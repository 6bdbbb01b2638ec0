package sightline.core.screening;

import sightline.core.facts.HealthBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Matters.Beside;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * AL-13: the GP record of a child, of the woman who is pregnant with it, or of its carer did not
 * come within 28 days, beside an open matter. The registration is the matter.
 */
public final class GpRecordNotReceived extends ChildRule {
    static final RuleId ID = new RuleId("AL-13");
    private static final Set<Kind> CARERS = Set.of(Kind.PARENT, Kind.STEP_PARENT, Kind.CARER);
    private static final RuleCard CARD =
            new RuleCard(
                    "A GP record that did not arrive, beside an open matter",
                    "Southampton 2013: the parents changed practices and the records of both did"
                            + " not follow, so nobody at booking knew what had been known. The"
                            + " practice before must send it within 28 days beginning with the"
                            + " request (GMS Contracts Regulations 2015, reg. 69A).",
                    Set.of(HealthBody.GpRegistration.class, HealthBody.GpRecordTransfer.class),
                    "The owner of the open matter. The two practices owe the record, warned at day"
                            + " 14; without an open matter it is their duty alone.",
                    "That a record is missing and which practice waits for it; nothing of what is"
                            + " in it.",
                    "Not received whole by the end of day 28, the day of the request being day 1.",
                    "An owner who is told \"nothing known\" must know that the record is missing.",
                    List.of(
                            "On day 28 it is still in time.",
                            "A temporary registration.",
                            "Registered elsewhere meanwhile: then that practice waits.",
                            "Received; an incomplete record is not received."),
                    "P");

    public GpRecordNotReceived() {
        super(ID, CARD, 3);
    }

    @Override
    Evaluation evaluate(Child child) {
        Map<GpRecords.Awaited, Tie> awaited = new LinkedHashMap<>();
        people(child)
                .forEach((person, tie) ->
                        GpRecords.awaited(person, child.clock()).forEach(a -> awaited.put(a, tie)));
        if (awaited.isEmpty()) {
            return Evaluation.NOTHING;
        }
        Timed found = new Timed(child.situation());
        Matters matters = Matters.withAlerts(child);
        awaited.forEach((a, tie) -> add(found, child, matters, a, tie));
        return found.evaluation();
    }

    private void add(
            Timed found, Child child, Matters matters, GpRecords.Awaited awaited, Tie tie) {
        Optional<Beside> beside =
                matters.beside(
                        Order.later(awaited.dueAt(), tie.known()),
                        Order.later(awaited.dueAsWritten(), tie.written()));
        beside.filter(b -> child.under18At(b.since()))
                .filter(b -> caring(child, awaited.person(), b.since()))
                .ifPresent(b -> found.from(b.since(), t -> finding(child, awaited, b, t)));
    }

    /** When a tie was first known here, and when it was first written down. */
    private record Tie(Instant known, Instant written) {
        static Tie of(Connection tie) {
            return new Tie(
                    first(tie.basis().stream().map(f -> f.times().received())),
                    first(tie.basis().stream().map(f -> f.times().recorded())));
        }

        private static Instant first(Stream<Instant> moments) {
            return moments.min(Instant::compareTo).orElseThrow();
        }

        Tie earlier(Tie other) {
            return new Tie(
                    first(Stream.of(known, other.known)), first(Stream.of(written, other.written)));
        }
    }

    /** The child, its parents and carers, each with when the tie was first known here. */
    private static Map<Individual, Tie> people(Child child) {
        Map<Individual, Tie> people = new LinkedHashMap<>();
        people.put(child.individual(), new Tie(Instant.MIN, Instant.MIN));
        for (Connection tie : ties(child)) {
            Individual carer = child.situation().around().person(tie.to());
            people.merge(carer, Tie.of(tie), Tie::earlier);
        }
        return people;
    }

    private static List<Connection> ties(Child child) {
        Neighbourhood around = child.situation().around();
        return around.connections(child.individual().id()).stream()
                .filter(c -> CARERS.contains(c.kind()))
                .filter(c -> !around.person(c.to()).records().isEmpty())
                .toList();
    }

    private static boolean caring(Child child, Individual person, Instant at) {
        PersonId id = person.id();
        return id.equals(child.individual().id())
                || ties(child).stream()
                        .filter(c -> c.to().equals(id))
                        .anyMatch(c ->
                                c.kind() == Kind.PARENT || !c.when().endedBefore(London.day(at)));
    }

    private Finding finding(Child child, GpRecords.Awaited awaited, Beside beside, Instant since) {
        boolean own = awaited.person().id().equals(child.individual().id());
        String whose = own ? "The child's" : "A parent's or carer's";
        Found found = Found.of(this, child, Found.id(awaited.start()).text(), "not-received");
        found.entry(awaited.start(), whose + " registration with this practice");
        Entry<?> asked = awaited.asked();
        if (!asked.fact().id().equals(awaited.start().fact().id())) {
            found.entry(asked, "The record was asked for");
        }
        return found.follows("No record says that it arrived whole by day 28", awaited.dueAt())
                .entry(
                        beside.matter().basis().getFirst(),
                        ThirdAppointmentNotBrought.open(beside.matter()))
                .late(beside, "that")
                .tell(Owners.of(beside.matter(), child))
                .notShown("What the record holds.")
                .notShown(
                        "\"Nothing known\" from this practice does not mean that nothing was"
                                + " known before.")
                .finding(
                        since,
                        whose + " GP record had not arrived 28 days after it was asked for",
                        Told.ofOwner());
    }
}
