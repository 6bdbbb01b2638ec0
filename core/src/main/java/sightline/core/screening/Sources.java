package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.MessageRef;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The source of a report: whoever saw or heard it. Entries that relay or cite one report are one
 * source. An unnamed member of the public cannot be told apart from another, so unnamed reports to
 * one agency count as one source.
 */
public final class Sources {
    private final Child child;
    private final Map<MessageRef, Fact> byMessage = new HashMap<>();

    private Sources(Child child) {
        this.child = child;
        child.facts().stream()
                .filter(f -> reports(f) || Harms.alleged(f))
                .forEach(f -> byMessage.putIfAbsent(f.id().message(), f));
    }

    /** The sources of the reports about a child. */
    public static Sources of(Child child) {
        return new Sources(child);
    }

    /**
     * A key that is the same for reports of one source; it names a record, so it is never shown.
     */
    public String of(Fact report) {
        Fact origin = origin(report);
        Optional<String> named =
                origin.in(PersonRole.REFERRER)
                        .findFirst()
                        .map(r ->
                                child.situation()
                                        .around()
                                        .whose(r)
                                        .map(i -> "person " + i.id().value())
                                        .orElse("record " + r.text()));
        return named.orElseGet(
                () -> (ofThePublic(origin) ? "unnamed at " : "agency ") + origin.source().value());
    }

    /** A report of the public, or a log that a caller began. */
    private static boolean ofThePublic(Fact fact) {
        return switch (fact.body()) {
            case SharedBody.PublicReport _ -> true;
            case sightline.core.facts.PoliceBody.PoliceIncident _ ->
                    fact.in(PersonRole.CALLER).findAny().isPresent();
            default -> false;
        };
    }

    /** The report that an entry relays, or the entry itself. */
    public Fact origin(Fact report) {
        Set<MessageRef> visited = new HashSet<>();
        Fact origin = report;
        while (visited.add(origin.id().message())) {
            Optional<Fact> cited =
                    origin.references().regarding().stream()
                            .map(byMessage::get)
                            .filter(java.util.Objects::nonNull)
                            .findFirst();
            if (cited.isEmpty()) {
                break;
            }
            origin = cited.get();
        }
        return origin;
    }

    private static boolean reports(Fact fact) {
        return switch (fact.body()) {
            case sightline.core.facts.CareBody.Referral _ -> true;
            case SharedBody.PublicReport _ -> true;
            case sightline.core.facts.SchoolBody.Concern _ -> true;
            case sightline.core.facts.PoliceBody.PoliceIncident _ -> true;
            default -> false;
        };
    }
}
