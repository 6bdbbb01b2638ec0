package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.screening.Matters.Beside;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-09: beside an open matter, a move between areas at once, and records that still disagree on
 * the address 10 working days after the newer one was recorded. The move is the matter.
 */
public final class MoveBesideOpenMatter extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-09");
    private static final int MONTHS_OF_CONCERN = 24;
    private static final int DAYS_OF_OFFER = 28;
    private static final int MONTHS_AFTER_CLOSING = 12;
    private static final Set<Matter.Kind> VISITED =
            EnumSet.of(Matter.Kind.PROTECTION_PLAN, Matter.Kind.IN_NEED_PLAN, Matter.Kind.ENQUIRY);
    private static final RuleCard CARD =
            new RuleCard(
                    "A move, or addresses that disagree, beside an open matter",
                    "Families move between areas while somebody is to find out or to act, and the"
                            + " matter stays where they were: a finding of many reviews.",
                    Set.of(
                            PersonBody.Residence.class,
                            HousingBody.Tenancy.class,
                            HealthBody.GpRegistration.class,
                            SchoolBody.SchoolRoll.class,
                            SchoolBody.Concern.class,
                            CareBody.Referral.class,
                            JusticeBody.RegisterNotification.class,
                            SharedBody.HandOver.class),
                    "The owner of the open matter; for a move between areas also the front door of"
                            + " the area moved to. Without an open matter whoever learnt of it"
                            + " first, who tells those who work with the child. Of a person on the"
                            + " register the keepers of both areas.",
                    "That the child moved and when; the new address only to those who may read it.",
                    "A home recorded by a service of another area than the home before, at once,"
                            + " also where it came after a matter was closed that was open when it"
                            + " was written down (12 months after the closing it is only shown); a"
                            + " GP registration, school roll or record in use with the older"
                            + " address 10 working days after the newer was recorded.",
                    "The area moved to does not know of the matter, and the owner does not know of"
                            + " the move.",
                    List.of(
                            "A move without an open matter is a duty to tell (move.tell), not an"
                                    + " alert.",
                            "A move within an area is no alert by itself.",
                            "An old address of a service that no longer uses its record.",
                            "A hospital or police record places nobody in an area."),
                    "INF");

    public MoveBesideOpenMatter() {
        super(ID, CARD, 5);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElseGet(() -> grown(situation));
    }

    /** Of whoever was always grown only a register entry makes a move matter. */
    private Evaluation grown(Situation situation) {
        if (new RegisterEntries(situation.subject()).runs().isEmpty()) {
            return Evaluation.NOTHING;
        }
        Child person = Child.ofAnyAge(situation);
        Timed found = new Timed(situation);
        registered(person, Moves.of(person), found);
        return found.evaluation();
    }

    private Evaluation evaluate(Child child) {
        List<Moves.Move> moves = Moves.of(child);
        if (moves.isEmpty()) {
            return Evaluation.NOTHING;
        }
        Timed found = new Timed(child.situation());
        registered(child, moves, found);
        Matters matters = Matters.withAlerts(child);
        for (Moves.Move move : moves) {
            matters.openAt(move.known()).stream()
                    .filter(m -> VISITED.contains(m.kind()) && child.under18At(move.known()))
                    .findFirst()
                    .ifPresent(m -> found.from(move.known(), t -> newHome(child, move, m, t)));
        }
        moves.stream()
                .filter(m -> m.betweenAreas() && child.under18At(m.known()))
                .filter(m ->
                        matters.beside(m.known(), m.written())
                                .filter(b -> !b.since().isAfter(m.known()))
                                .isEmpty())
                .forEach(m -> {
                    found.from(m.known(), t -> toTell(child, m, t));
                    whoElse(child, m)
                            .ifPresent(
                                    who -> found.from(m.known(), t -> toTellToo(child, m, who, t)));
                });
        moves.stream()
                .filter(Moves.Move::betweenAreas)
                .forEach(m ->
                        matters.beside(m.known(), m.written())
                                .filter(b -> child.under18At(b.since()))
                                .ifPresent(b -> found.from(b.since(), t -> moved(child, m, b, t))));
        for (Moves.Disagreement d : Moves.disagreements(child)) {
            matters.beside(d.since())
                    .filter(b -> child.under18At(b.since()))
                    .ifPresent(b -> found.from(b.since(), t -> disagrees(child, d, b, t)));
        }
        return found.evaluation();
    }

    private Finding moved(Child child, Moves.Move move, Beside beside, Instant since) {
        Found found = Found.of(this, child, matter(move), "moved");
        home(found, child, move.before(), "Home recorded in one area");
        home(found, child, move.first(), "Home recorded in another area");
        open(found, beside);
        late(found, beside);
        move.to().ifPresent(area -> found.tell(frontDoor(child, area)));
        return found.tell(Owners.of(beside.matter(), child))
                .notShown("Whether the family has left the address before.")
                .finding(since, "Moved to another area beside an open matter", sharing());
    }

    /**
     * The matter was closed by whoever did not know of the move: they are told that it was so, and
     * long after it is only shown.
     */
    private static void late(Found found, Beside beside) {
        found.late(beside, "the move");
        boolean longAfter =
                beside.knownLate()
                        && beside.matter()
                                .closed()
                                .map(closed -> London.day(closed).plusMonths(MONTHS_AFTER_CLOSING))
                                .filter(London.day(beside.since())::isAfter)
                                .isPresent();
        if (longAfter) {
            found.shownOnly();
        }
    }

    private Finding disagrees(
            Child child, Moves.Disagreement disagreement, Beside beside, Instant since) {
        Moves.Move move = disagreement.move();
        Entry<?> older = disagreement.older();
        Found found = Found.of(this, child, matter(move), "address-" + Found.id(older).text());
        home(found, child, move.first(), "Newer home recorded");
        found.entry(older, "This record in use still has another address");
        open(found, beside);
        if (move.betweenAreas()) {
            move.to().ifPresent(area -> found.tell(frontDoor(child, area)));
        }
        return found.tell(Owners.of(beside.matter(), child))
                .notShown("Which address is right.")
                .finding(
                        since,
                        "Records still disagree on the address 10 working days after a newer one",
                        sharing());
    }

    /** Raises nothing: the clock plan.visit of the lead worker starts on it. */
    private Finding newHome(Child child, Moves.Move move, Matter matter, Instant since) {
        Found found = Found.of(this, child, "new-home", matter(move));
        home(found, child, move.first(), "Newer home recorded");
        found.entry(matter.basis().getFirst(), "Open beside it: " + matter.kind().words());
        return found.shownOnly()
                .tell(Owners.of(matter, child))
                .notShown("Who else lives there.")
                .finding(since, "A child whom social care visits has another home", sharing());
    }

    /** Raises nothing: the clock move.tell of whoever learnt of it first starts on it. */
    private Finding toTell(Child child, Moves.Move move, Instant since) {
        Found found = Found.of(this, child, "to-tell", matter(move));
        home(found, child, move.before(), "Home recorded in one area");
        home(found, child, move.first(), "Home recorded in another area");
        return found.shownOnly()
                .tell(new Recipient(move.first().source(), Role.SAFEGUARDING_LEAD))
                .notShown("Who has been told already.")
                .finding(
                        since,
                        "Moved to another area: tell the GP and the health visitor or school nurse"
                                + whoElse(child, move).map(who -> ", and " + who).orElse(""),
                        sharing());
    }

    /** The same for the front door, which is told apart: another clock move.tell starts on it. */
    private Finding toTellToo(Child child, Moves.Move move, String who, Instant since) {
        Found found = Found.of(this, child, "to-tell-front-door", matter(move) + "/front-door");
        home(found, child, move.before(), "Home recorded in one area");
        home(found, child, move.first(), "Home recorded in another area");
        return found.shownOnly()
                .tell(new Recipient(move.first().source(), Role.SAFEGUARDING_LEAD))
                .notShown("Who has been told already.")
                .finding(since, "Moved to another area: tell " + who, sharing());
    }

    private static Optional<String> whoElse(Child child, Moves.Move move) {
        if (placed(child, move)) {
            return Optional.of("the front door of the area in which the child was placed");
        }
        LocalDate from = London.day(move.known()).minusMonths(MONTHS_OF_CONCERN);
        boolean concern =
                Concerns.withReferrals(child).stream()
                        .map(c -> Order.day(c.entry()))
                        .anyMatch(d -> !d.isBefore(from) && !d.isAfter(London.day(move.known())));
        return concern
                ? Optional.of(
                        "the front door of the area moved to: a concern was recorded in the last 24"
                                + " months")
                : Optional.empty();
    }

    /** A service of the area before wrote down a home elsewhere that is no home of their own. */
    private static boolean placed(Child child, Moves.Move move) {
        boolean provided =
                move.first().body() instanceof PersonBody.Residence r
                        && (r.stay() == PersonBody.Stay.PLACEMENT
                                || r.stay() == PersonBody.Stay.TEMPORARY);
        return provided
                && child.situation()
                        .directory()
                        .agency(move.first().source())
                        .filter(a ->
                                move.from()
                                        .filter(from -> a.serves(from, London.day(move.known())))
                                        .isPresent())
                        .isPresent();
    }

    /** Raises nothing: the clock register.move of both areas' keepers starts on it. */
    private void registered(Child person, List<Moves.Move> moves, Timed found) {
        List<RegisterEntries.Run> runs = new RegisterEntries(person.individual()).runs();
        for (Moves.Move move : moves) {
            LocalDate day = London.day(move.known());
            runs.stream()
                    .filter(r -> move.betweenAreas() && r.days().contains(day))
                    .filter(_ -> !offered(person, move) && !keptByTheSame(person, move))
                    .findFirst()
                    .ifPresent(r ->
                            found.from(
                                    Order.later(move.known(), r.entry().received()),
                                    t -> keepers(person, move, r, t)));
        }
    }

    /** A hand-over that was offered before the address came has a clock of its own. */
    private static boolean offered(Child person, Moves.Move move) {
        return person.individual().about(SharedBody.HandOver.class).stream()
                .filter(e -> e.body().stage() == SharedBody.HandOver.HandOverStage.OFFERED)
                .anyMatch(e ->
                        !e.received().isAfter(move.known())
                                && !London.day(e.received())
                                        .plusDays(DAYS_OF_OFFER)
                                        .isBefore(London.day(move.known())));
    }

    /** Whoever keeps the register of both areas has nobody to hand the person over to. */
    private static boolean keptByTheSame(Child person, Moves.Move move) {
        LocalDate day = London.day(move.known());
        Optional<Set<Recipient>> before = move.from().map(area -> keeper(person, area, day));
        return before.filter(k -> !k.isEmpty()).isPresent()
                && before.equals(move.to().map(area -> keeper(person, area, day)));
    }

    private Finding keepers(Child person, Moves.Move move, RegisterEntries.Run run, Instant since) {
        Found found = Found.of(this, person, "register-move", matter(move));
        found.entry(run.entry(), "A register entry is current (" + run.register() + ")");
        home(found, person, move.before(), "Home recorded in one area");
        home(found, person, move.first(), "Home recorded in another area");
        LocalDate today = person.situation().today();
        move.from().ifPresent(area -> found.tell(keeper(person, area, today)));
        move.to().ifPresent(area -> found.tell(keeper(person, area, today)));
        return found.shownOnly()
                .notShown("Whether the person has left the address before.")
                .finding(
                        since,
                        "A person on the register has a home in another area: hand over, and accept"
                                + " or refuse",
                        new Sharing(
                                List.of("the register keepers of both areas"),
                                List.of("the person, their household and landlord, by this system"),
                                List.of("the keeper of the area before, until it is accepted")));
    }

    private static Set<Recipient> keeper(Child person, AreaId area, LocalDate day) {
        Set<Recipient> told = new java.util.TreeSet<>();
        person.situation()
                .directory()
                .answering(area, AgencyType.POLICE, day)
                .forEach(a -> told.add(new Recipient(a.id(), Role.REGISTER_KEEPER)));
        return told;
    }

    private static String matter(Moves.Move move) {
        return move.first().id().text();
    }

    private static void home(Found found, Child child, Fact fact, String text) {
        Certainty certainty =
                fact.subject()
                        .filter(child.individual()::has)
                        .map(child.individual()::certaintyOf)
                        .orElse(Certainty.CONFIRMED);
        found.fact(fact, certainty, text);
    }

    private static void open(Found found, Beside beside) {
        found.entry(
                beside.matter().basis().getFirst(),
                ThirdAppointmentNotBrought.open(beside.matter()));
    }

    private static Set<Recipient> frontDoor(Child child, AreaId area) {
        Set<Recipient> told = new java.util.TreeSet<>();
        child.situation()
                .directory()
                .answering(area, AgencyType.CHILDRENS_SOCIAL_CARE, child.situation().today())
                .forEach(a -> told.add(new Recipient(a.id(), Role.FRONT_DOOR)));
        return told;
    }

    private static Sharing sharing() {
        return new Sharing(
                List.of(
                        "the owner of the open matter and the front door of the area moved to",
                        "the new practice, health visitor or school nurse, by the first agency"
                                + " that learnt of the move"),
                List.of(
                        "anybody from whom the new address is kept",
                        "the old neighbours, landlord or school beyond what they must do"),
                List.of("the owner of the open matter"));
    }
}
