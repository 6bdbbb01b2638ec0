package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parent or carer of the subject: who joins them, joins the subject.
 *
 * @param link the fact that first said so
 */
record Anchor(Individual person, Connection connection, Fact link) {
    private static final Set<Kind> KINDS = EnumSet.of(Kind.PARENT, Kind.STEP_PARENT, Kind.CARER);
    private static final Set<Kind> KIN = EnumSet.of(Kind.GRANDPARENT, Kind.RELATIVE);

    /**
     * Every parent and carer of the subject once: by the bond that lasts longest, of such by the
     * fact that first said so.
     */
    static List<Anchor> of(Neighbourhood around) {
        Map<PersonId, Anchor> found = new LinkedHashMap<>();
        bonds(around).forEach(a -> found.merge(a.id(), a, Anchor::lasting));
        return List.copyOf(found.values());
    }

    /** Every bond of a parent or carer to the subject that no other makes needless. */
    static List<Anchor> bonds(Neighbourhood around) {
        List<Anchor> found = new ArrayList<>();
        for (Individual self : around.selves()) {
            for (Connection c : around.connections(self.id())) {
                if (KINDS.contains(c.kind())) {
                    found.add(new Anchor(around.person(c.to()), c, c.basis().getFirst()));
                }
            }
        }
        return needed(found);
    }

    /**
     * Who else has the subject with them: whoever supervises contact, unless that is their work
     * alone, and kin with whom it lives. Every bond that no other makes needless.
     */
    static List<Anchor> leftWith(Neighbourhood around) {
        List<Anchor> found = new ArrayList<>();
        for (Individual self : around.selves()) {
            for (Connection c : around.connections(self.id())) {
                if (c.kind() == Kind.SUPERVISOR && !SupervisorAtWork.is(c, around)) {
                    found.add(leftWith(around, c, c));
                } else if (KIN.contains(c.kind())) {
                    around.sharing(self.id()).stream()
                            .filter(home -> home.to().equals(c.to()))
                            .forEach(home -> found.add(leftWith(around, c, home)));
                }
            }
        }
        return needed(found);
    }

    /** By the tie, for as long as the bond that leaves the subject with them lasts. */
    private static Anchor leftWith(Neighbourhood around, Connection tie, Connection bond) {
        Fact link =
                Stream.of(tie.basis().getFirst(), bond.basis().getFirst())
                        .max(Comparator.comparing((Fact f) -> f.times().received()))
                        .orElseThrow();
        return new Anchor(around.person(tie.to()), bond, link);
    }

    /** Of one person, what begins no earlier and ends no later than another bond adds nothing. */
    private static List<Anchor> needed(List<Anchor> all) {
        List<Anchor> needed = new ArrayList<>();
        for (Anchor each : all) {
            if (!each.person.records().isEmpty() && needed.stream().noneMatch(each::within)) {
                needed.removeIf(other -> other.within(each));
                needed.add(each);
            }
        }
        return List.copyOf(needed);
    }

    private boolean within(Anchor other) {
        return id().equals(other.id())
                && link.position() >= other.link.position()
                && !until().isAfter(other.until());
    }

    private static Anchor lasting(Anchor one, Anchor other) {
        int longer = one.until().compareTo(other.until());
        boolean earlier = one.link.position() <= other.link.position();
        return longer > 0 || (longer == 0 && earlier) ? one : other;
    }

    private LocalDate until() {
        return connection.kind() == Kind.PARENT
                ? LocalDate.MAX
                : connection.when().until().orElse(LocalDate.MAX);
    }

    PersonId id() {
        return person.id();
    }

    Instant since() {
        return link.times().received();
    }

    /** Parents stay parents; a carer is one until the arrangement ends. */
    boolean openOn(LocalDate day) {
        return connection.kind() == Kind.PARENT || !connection.when().endedBefore(day);
    }

    /** Whether contact takes place with them, wherever the subject lives. */
    boolean supervises() {
        return connection.kind() == Kind.SUPERVISOR;
    }

    /** "parent", "supervisor", "relative" or "carer". */
    String word() {
        return switch (connection.kind()) {
            case PARENT -> "parent";
            case SUPERVISOR -> "supervisor";
            case SHARES_ADDRESS -> "relative";
            default -> "carer";
        };
    }

    /** How the fact that says so may be called in a path. */
    static String recordWords(Fact fact) {
        return switch (fact.body()) {
            case HealthBody.PregnancyBooked _ -> "the booking of the pregnancy";
            case HealthBody.Birth _ -> "the birth notice";
            case CareBody.CarerArranged _ -> "a care arrangement";
            case CareBody.ReturnedHome _ -> "a return home";
            default -> "a record";
        };
    }
}
