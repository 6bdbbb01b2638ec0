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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parent or carer of the subject: who joins them, joins the subject.
 *
 * @param link the fact that first said so
 */
record Anchor(Individual person, Connection connection, Fact link) {
    private static final Set<Kind> KINDS = EnumSet.of(Kind.PARENT, Kind.STEP_PARENT, Kind.CARER);

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

    /** "parent" or "carer". */
    String word() {
        return connection.kind() == Kind.PARENT ? "parent" : "carer";
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
