package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Matter.Kind;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The owner of a matter: a qualified worker in post, or named cover, who has it today; of a police
 * investigation whoever signed its plan. Without an allocation it is the manager on duty. The
 * directory says who holds the post.
 */
public final class Owners {
    private Owners() {}

    /** Who is told as the owner of a matter; several where several agencies serve the child. */
    public static Set<Recipient> of(Matter matter, Child child) {
        if (matter.kind() == Kind.POLICE_INVESTIGATION) {
            return at(matter, child, AgencyType.POLICE, Role.INVESTIGATOR);
        }
        boolean allocated = matter.agency().flatMap(a -> allocation(child, a)).isPresent();
        return at(
                matter,
                child,
                AgencyType.CHILDRENS_SOCIAL_CARE,
                allocated ? Role.SOCIAL_WORKER : Role.DUTY_MANAGER);
    }

    private static Set<Recipient> at(Matter matter, Child child, AgencyType type, Role role) {
        Optional<AgencyId> own =
                matter.agency().filter(a -> child.typeOf(a).filter(type::equals).isPresent());
        return own.<Set<Recipient>>map(a -> Set.of(new Recipient(a, role)))
                .orElseGet(() -> new TreeSet<>(child.situation().recipients().at(type, role)));
    }

    /** The newest allocation of the child's case at an agency, unless the case was closed since. */
    public static Optional<Entry<CareBody.CaseAllocated>> allocation(Child child, AgencyId agency) {
        Optional<Entry<CareBody.CaseAllocated>> newest =
                child.entries(CareBody.CaseAllocated.class).stream()
                        .filter(e -> e.fact().source().equals(agency))
                        .max(Order.OLDEST_FIRST);
        return newest.filter(a ->
                new Closings(child)
                        .caseClosed(agency, a).stream()
                                .noneMatch((Instant c) -> !c.isAfter(child.situation().now())));
    }
}
