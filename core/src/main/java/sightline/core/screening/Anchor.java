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

    /** Every parent and carer of the subject, by the fact that first said so. */
    static List<Anchor> of(Neighbourhood around) {
        Map<PersonId, Anchor> found = new LinkedHashMap<>();
        for (Individual self : around.selves()) {
            for (Connection c : around.connections(self.id())) {
                if (KINDS.contains(c.kind())) {
                    Anchor anchor = new Anchor(around.person(c.to()), c, c.basis().getFirst());
                    found.merge(c.to(), anchor, Anchor::earlier);
                }
            }
        }
        return found.values().stream().filter(a -> !a.person.records().isEmpty()).toList();
    }

    /**
     * Who else has the subject with them: whoever supervises contact, unless that is their work
     * alone, and kin with whom it lives.
     */
    static List<Anchor> leftWith(Neighbourhood around) {
        Map<PersonId, Anchor> found = new LinkedHashMap<>();
        for (Individual self : around.selves()) {
            for (Connection c : around.connections(self.id())) {
                if (c.kind() == Kind.SUPERVISOR && !SupervisorAtWork.is(c, around)) {
                    add(found, around, c, c);
                } else if (KIN.contains(c.kind())) {
                    around.sharing(self.id()).stream()
                            .filter(home -> home.to().equals(c.to()))
                            .forEach(home -> add(found, around, c, home));
                }
            }
        }
        return found.values().stream().filter(a -> !a.person.records().isEmpty()).toList();
    }

    /** By the tie, for as long as the bond that leaves the subject with them lasts. */
    private static void add(
            Map<PersonId, Anchor> found, Neighbourhood around, Connection tie, Connection bond) {
        Fact link =
                Stream.of(tie.basis().getFirst(), bond.basis().getFirst())
                        .max(Comparator.comparing((Fact f) -> f.times().received()))
                        .orElseThrow();
        found.merge(tie.to(), new Anchor(around.person(tie.to()), bond, link), Anchor::lasting);
    }

    private static Anchor lasting(Anchor one, Anchor other) {
        return other.until().isAfter(one.until()) ? other : one;
    }

    private LocalDate until() {
        return connection.when().until().orElse(LocalDate.MAX);
    }

    private static Anchor earlier(Anchor one, Anchor other) {
        return one.link.position() <= other.link.position() ? one : other;
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
