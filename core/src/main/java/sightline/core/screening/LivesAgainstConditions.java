package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.London;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * AL-15: a child is back with, or lives with, somebody whose bail conditions, order or open
 * investigation says otherwise. One matter is the condition: {@code condition:FACT}, where the fact
 * is the arrest, else the bail or the order; each occasion of living together is an item.
 */
final class LivesAgainstConditions extends CatalogueRule {
    static final RuleId ID = new RuleId("AL-15");

    private static final RuleCard CARD =
            new RuleCard(
                    "A child lives with somebody against conditions",
                    "Haringey 2007: a child went back to his mother while she was on bail for harm"
                            + " to him, and lived with her when she was arrested again.",
                    Set.of(
                            JusticeBody.Arrest.class,
                            JusticeBody.Bail.class,
                            JusticeBody.ChargingDecision.class,
                            JusticeBody.SuspicionEnded.class,
                            PoliceBody.InvestigationPlan.class,
                            PersonBody.ContactOrder.class,
                            PersonBody.Residence.class,
                            PersonBody.HouseholdMemberSeen.class,
                            CareBody.CarerArranged.class,
                            CareBody.ReturnedHome.class),
                    "Police and social care's manager.",
                    "To social care: that a condition or an investigation stands. To police: that"
                            + " the child is recorded with the person.",
                    "A bail condition to stay apart, a court order of no or supervised contact, or"
                            + " an open investigation with this child as victim; and a return home,"
                            + " a care arrangement or an address that puts the two together while"
                            + " it is in force. It grows once for each home where the person is"
                            + " seen for the first time since, and when they come back there.",
                    "Each service knows its half; only both together show it.",
                    List.of(
                            "A suspicion that ended: no further action, acquitted, not charged",
                            "Bail that had ended, or whose last day had passed, before the return",
                            "A child placed with somebody else, whatever the address says",
                            "A supervisor of contact",
                            "An arrest in which this child is not the victim"),
                    "INF");

    /**
     * A restraint and a moment at which an occasion began to go against it.
     *
     * @param again what put the person there once more: after a stay elsewhere, or seen there for
     *     the first time since the restraint came
     */
    private record Hit(Restraint restraint, Naming naming, Instant since, Optional<Again> again) {
        String item() {
            String first = restraint.fact().id().text() + "+" + naming.item().text();
            return again.map(a -> first + "+" + a.fact().id().text()).orElse(first);
        }
    }

    private record Again(Fact fact, String words) {
        static Again back(Stay stay) {
            return new Again(stay.basis(), "Recorded there again, after a stay elsewhere.");
        }

        static Again seen(Stay stay) {
            return new Again(stay.basis(), "Seen there since.");
        }
    }

    LivesAgainstConditions() {
        super(ID, CARD, 4);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        Individual child = situation.subject();
        if (!child.childOn(situation.today()) || child.unborn()) {
            return Evaluation.NOTHING;
        }
        Timed timed = new Timed(situation);
        Namings.living(situation)
                .forEach((id, namings) -> {
                    Individual person = situation.around().person(id);
                    for (Restraint restraint : new Restraints(situation.around(), person).all()) {
                        hits(situation, person, restraint, namings)
                                .forEach(h ->
                                        timed.from(h.since(), at -> finding(situation, h, at)));
                    }
                });
        Evaluation found = timed.evaluation();
        Optional<Instant> grown = Birthdays.endOfChildhood(child);
        return found.findings().isEmpty() || grown.isEmpty()
                ? found
                : found.and(Evaluation.askAgain(grown.get()));
    }

    /**
     * One for each moment: what already stood when the condition came is one finding. However often
     * the two are named in one home, whoever is seen there for the first time is so once.
     */
    private static List<Hit> hits(
            Situation situation, Individual person, Restraint restraint, List<Naming> namings) {
        Whereabouts whereabouts = new Whereabouts(situation.around());
        List<Hit> hits = new ArrayList<>();
        Set<PlaceId> seen = new HashSet<>();
        for (Naming naming : namings) {
            Optional<PlaceId> home = home(situation, naming);
            if (!atPlace(restraint, home)) {
                continue;
            }
            Instant first = Namings.latest(naming.since(), restraint.from());
            List<Stay> later = laterStays(situation, person, first);
            boolean apart = true;
            boolean before = false;
            if (naming.since().isAfter(restraint.from())) {
                home.ifPresent(seen::add);
            }
            for (Instant at : moments(first, whereabouts.endsAfter(first), later)) {
                boolean together =
                        restraint.inForce(at)
                                && naming.open().test(London.day(at))
                                && !whereabouts.apart(person, at);
                Optional<Stay> back = before ? at(later, at) : none();
                Optional<Stay> sighting =
                        home.filter(seen::contains).isPresent()
                                ? none()
                                : back.filter(s -> seenThere(s, home, first));
                boolean joins = together && apart && before == back.isPresent();
                boolean confirmed = together && !apart && sighting.isPresent();
                if ((joins || confirmed) && hits.stream().noneMatch(h -> h.since().equals(at))) {
                    Optional<Again> again =
                            joins ? back.map(Again::back) : sighting.map(Again::seen);
                    hits.add(new Hit(restraint, naming, at, again));
                    again.flatMap(_ -> home).ifPresent(seen::add);
                }
                before |= together;
                apart = !together;
            }
        }
        hits.sort(Comparator.comparing(Hit::since));
        return hits;
    }

    /** Where the person was recorded to be after a moment. */
    private static List<Stay> laterStays(Situation situation, Individual person, Instant moment) {
        return situation.around().stays(person.id()).stream()
                .filter(s -> s.basis().times().received().isAfter(moment))
                .toList();
    }

    /** The moments at which the two may have come together or parted. */
    private static Iterable<Instant> moments(
            Instant first, Stream<Instant> ends, List<Stay> later) {
        NavigableSet<Instant> moments = new TreeSet<>(Set.of(first));
        ends.forEach(moments::add);
        later.forEach(s -> moments.add(s.basis().times().received()));
        return moments;
    }

    private static Optional<Stay> at(List<Stay> stays, Instant moment) {
        return stays.stream().filter(s -> s.basis().times().received().equals(moment)).findFirst();
    }

    private static Optional<Stay> none() {
        return Optional.empty();
    }

    /** The home of a naming, where it is one. */
    private static Optional<PlaceId> home(Situation situation, Naming naming) {
        return situation.around().stays(naming.person()).stream()
                .filter(s -> s.basis().id().equals(naming.item()))
                .map(Stay::place)
                .findFirst();
    }

    /** Whether somebody saw the person at that home, on that day or later. */
    private static boolean seenThere(Stay stay, Optional<PlaceId> home, Instant since) {
        return stay.basis().body() instanceof PersonBody.HouseholdMemberSeen
                && !stay.days().from().orElse(LocalDate.MIN).isBefore(London.day(since))
                && home.filter(stay.place()::equals).isPresent();
    }

    /** A condition about one address is broken at that address alone. */
    private static boolean atPlace(Restraint restraint, Optional<PlaceId> home) {
        return restraint.place().isEmpty() || restraint.place().equals(home);
    }

    private static Finding finding(Situation situation, Hit hit, Instant since) {
        Restraint restraint = hit.restraint();
        List<Step> steps = new ArrayList<>();
        steps.addAll(
                new PathOf()
                        .fact(restraint.fact(), restraint.certainty(), restraint.sentence())
                        .steps());
        steps.addAll(hit.naming().steps());
        hit.again()
                .ifPresent(a ->
                        steps.addAll(
                                new PathOf()
                                        .fact(a.fact(), restraint.certainty(), a.words())
                                        .steps()));
        return new Finding(
                ID,
                situation.subject().id(),
                "condition:" + restraint.matter().id().text(),
                hit.item(),
                since,
                new Text(
                        "This child is recorded with somebody from whom a condition, an order or"
                                + " an open investigation keeps it apart."),
                steps,
                told(situation, restraint),
                new Sharing(
                        List.of("Police and social care's manager"),
                        List.of(
                                "The person under condition and the household, before police and"
                                        + " social care have agreed who speaks to them",
                                "School and health, until social care has decided what they need"),
                        List.of("Social care's manager with police")),
                List.of(
                        new Text("It does not say that anyone has broken a condition knowingly."),
                        new Text("It does not say that the person did what is investigated.")));
    }

    private static Set<Recipient> told(Situation situation, Restraint restraint) {
        Recipients recipients = situation.recipients();
        Set<Recipient> told = new LinkedHashSet<>();
        boolean police =
                situation
                        .directory()
                        .agency(restraint.fact().source())
                        .filter(a -> a.type() == AgencyType.POLICE)
                        .isPresent();
        if (police) {
            told.add(recipients.sourceOf(restraint.fact(), Role.INVESTIGATION_SUPERVISOR));
        } else {
            told.addAll(recipients.at(AgencyType.POLICE, Role.INVESTIGATION_SUPERVISOR));
        }
        told.addAll(Told.socialCareManager(situation));
        return told;
    }
}
