package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Harm, alleged or seen: injury, assault, neglect (hunger, cold, left alone, no medical care),
 * sexual or emotional abuse of the child, or violence that the child saw or heard.
 */
public final class Harms {
    private static final Set<Harm> HARM =
            Set.of(
                    Harm.INJURY,
                    Harm.ASSAULT,
                    Harm.NEGLECT,
                    Harm.SEXUAL,
                    Harm.EMOTIONAL,
                    Harm.DOMESTIC_ABUSE);
    private static final Set<Topic> HARMFUL_TOPICS =
            Set.of(
                    Topic.HUNGER,
                    Topic.COLD,
                    Topic.LEFT_ALONE,
                    Topic.NO_MEDICAL_CARE,
                    Topic.INJURY,
                    Topic.DISCLOSURE,
                    Topic.EMOTIONAL);
    private static final Set<LogClass> VIOLENT =
            Set.of(LogClass.DOMESTIC, LogClass.VIOLENCE, LogClass.ASSAULT, LogClass.THREAT);

    private Harms() {}

    /** Whether a fact alleges or shows harm to the child whom it is about. */
    public static boolean alleged(Fact fact) {
        return switch (fact.body()) {
            case PoliceBody.PoliceIncident incident -> violenceNearChild(incident, fact);
            case JusticeBody.Arrest _, JusticeBody.Charge _ ->
                    fact.in(PersonRole.VICTIM).findAny().isPresent();
            default -> alleged(fact.body());
        };
    }

    private static boolean alleged(Body body) {
        return switch (body) {
            case CareBody.Referral r -> r.harms().stream().anyMatch(HARM::contains);
            case CareBody.SeriousIncident _ -> true;
            case SharedBody.PublicReport r -> HARM.contains(r.harm());
            case SchoolBody.Concern c -> HARMFUL_TOPICS.contains(c.topic());
            case PersonBody.ChildsWords w -> w.ofHarm();
            case HealthBody.InjuryObserved i -> injury(i);
            default -> false;
        };
    }

    /** Whether something other than a birthmark was seen; marks not recorded count. */
    static boolean injury(HealthBody.InjuryObserved seen) {
        return seen.marks().isEmpty()
                || seen.marks().stream().anyMatch(m -> m.kind() != MarkKind.BIRTHMARK);
    }

    private static boolean violenceNearChild(PoliceBody.PoliceIncident incident, Fact fact) {
        boolean violent = incident.domestic() || VIOLENT.contains(incident.logClass());
        boolean victim =
                fact.in(PersonRole.VICTIM).findAny().isPresent()
                        && fact.in(PersonRole.CHILD).findAny().isEmpty();
        return incident.logClass() == LogClass.CONCERN_FOR_CHILD
                || (violent && (incident.childPresent() || victim));
    }

    /** Reports of injury or harm about a child, oldest first. */
    public static List<Entry<?>> reports(Child child) {
        List<Entry<?>> reports = new ArrayList<>();
        reports.addAll(child.entries(CareBody.Referral.class));
        reports.addAll(child.entries(SharedBody.PublicReport.class));
        reports.addAll(child.entries(SchoolBody.Concern.class));
        reports.addAll(child.entries(PersonBody.ChildsWords.class));
        reports.addAll(child.entries(HealthBody.InjuryObserved.class));
        reports.addAll(child.entries(PoliceBody.PoliceIncident.class));
        return reports.stream().filter(e -> alleged(e.fact())).sorted(Order.OLDEST_FIRST).toList();
    }
}
