package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;

import java.util.List;
import java.util.Set;

/**
 * On whose word a duty is done, as its clock counts it: an agency that owes it, the one whose entry
 * started it, or the named lead's.
 */
final class DutyDone {
    private DutyDone() {}

    /** Whether the visitor's word counts. */
    static boolean counts(Visit visit, DutyRow duty) {
        List<AgencyId> owners = owners(duty);
        boolean started =
                Wording.texts(duty.content().path("evidence")).stream()
                        .limit(1)
                        .map(FactId::parse)
                        .anyMatch(f -> f.message().sender().equals(visit.reader().agencyId()));
        return owes(visit, duty) || started || leads(visit, owners) || told(visit, duty);
    }

    /** Whether the visitor's agency owes it, or has the work of one that does. */
    static boolean owes(Visit visit, DutyRow duty) {
        Set<String> own = visit.reader().agencies();
        return owners(duty).stream()
                .anyMatch(o ->
                        own.contains(o.value())
                                || visit.directory()
                                        .current(o, visit.today())
                                        .equals(visit.reader().agencyId()));
    }

    private static List<AgencyId> owners(DutyRow duty) {
        return Wording.texts(duty.content().path("owedBy")).stream().map(DutyDone::agency).toList();
    }

    private static boolean leads(Visit visit, List<AgencyId> owners) {
        Directory directory = visit.directory();
        return owners.stream()
                .flatMap(o -> directory.area(o).stream())
                .flatMap(area -> directory.leadOf(area.id(), visit.today()).stream())
                .map(Post::agency)
                .anyMatch(visit.reader().agencyId()::equals);
    }

    /** The lead of the child's area stands on the ladder also where the owners are elsewhere. */
    private static boolean told(Visit visit, DutyRow duty) {
        String lead = visit.reader().agencyId() + "/area-lead";
        return duty.content()
                .path("rungs")
                .valueStream()
                .flatMap(r -> Wording.texts(r.path("to")).stream())
                .anyMatch(lead::equals);
    }

    /** For whoever's word does not count: whose does. */
    static String must(Visit visit, DutyRow duty) {
        return "Whoever owes it records that it is done: "
                + DutyParts.owedBy(visit, duty)
                + "; or whose entry started it, or the area’s named lead. If you did it, send the entry that shows it.";
    }

    private static AgencyId agency(String recipient) {
        return new AgencyId(recipient.replaceFirst("/.*", ""));
    }
}
