package sightline.web;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose duties a reader looks over: of a whole area its social care's managers and its named leads,
 * everybody else those of their own agency.
 *
 * @param name of the area or the agency
 */
record Overseen(String name, List<AgencyId> agencies, boolean area) {
    private static final Set<Role> LEADS = Set.of(Role.AREA_LEAD, Role.PARTNERSHIP_LEAD);

    Overseen {
        agencies = List.copyOf(agencies);
    }

    static Overseen of(Visit visit) {
        AgencyId own = visit.account().agency();
        Optional<Area> area =
                visit.directory()
                        .agency(own)
                        .map(Agency::area)
                        .map(a -> visit.directory().current(a, visit.today()))
                        .flatMap(visit.directory()::area);
        return area.filter(_ -> ofAll(visit))
                .map(a -> new Overseen(a.name(), AgencyKind.in(visit.directory(), a.id()), true))
                .orElseGet(() -> new Overseen(visit.agency(own), List.of(own), false));
    }

    private static boolean ofAll(Visit visit) {
        return looksOver(visit.account(), visit.directory(), visit.today());
    }

    /** Whether somebody looks over more than their own agency's work. */
    static boolean looksOver(Account account, Directory directory, LocalDate today) {
        return account.roles().contains(AccessRole.SOCIAL_WORK_MANAGER)
                || directory.postsOf(new StaffId(account.id().value()), today).stream()
                        .map(Post::role)
                        .anyMatch(LEADS::contains);
    }
}
