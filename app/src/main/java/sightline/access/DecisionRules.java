package sightline.access;

import sightline.access.Decision.Hidden;
import sightline.access.Decision.Permitted;
import sightline.access.Decision.Restricted;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The decision as a pure function: permitted if any rule permits and none forbids. The database
 * decides again, by itself, in {@code access.decide}.
 */
public final class DecisionRules {
    /**
     * What emergency access opens of every record: no referrer, no special health matter, nothing
     * sealed.
     */
    public static final Set<Sensitivity> IN_EMERGENCY =
            Set.copyOf(
                    EnumSet.of(
                            Sensitivity.CORE,
                            Sensitivity.ADDRESS,
                            Sensitivity.EVENT,
                            Sensitivity.HEALTH,
                            Sensitivity.SCHOOL,
                            Sensitivity.HOUSING,
                            Sensitivity.POLICE,
                            Sensitivity.CRIMINAL,
                            Sensitivity.WITNESS_VICTIM));

    private final ReaderContext reader;
    private final AccessFacts facts;
    private final Instant at;

    /** Decisions for one reader, from these facts, at that instant. */
    public DecisionRules(ReaderContext reader, AccessFacts facts, Instant at) {
        this.reader = reader;
        this.facts = facts;
        this.at = at;
    }

    /** What the reader gets of each of the subject's records. */
    public Map<SourceRecord, Decision> of(Subject subject) {
        var records = Set.copyOf(subject.records());
        var grounds = grounds(subject, records);
        var barred = facts.conflicts().stream().anyMatch(c -> forbids(c, records));
        var decisions = new HashMap<SourceRecord, Decision>();
        for (var record : records) {
            decisions.put(record, barred ? new Hidden() : one(record, grounds));
        }
        return decisions;
    }

    private Decision one(SourceRecord record, Grounds grounds) {
        if (isSealed(record, s -> s.of().isEmpty())) {
            return new Hidden();
        }
        var classes = EnumSet.noneOf(Sensitivity.class);
        var because = new HashSet<String>(grounds.because);
        for (var role : reader.accessRoles()) {
            if (grounds.related() && role.purposes().contains(reader.reason())) {
                permit(role, record, grounds, classes, because);
            }
        }
        if (grounds.emergency) {
            classes.addAll(IN_EMERGENCY);
            because.add("emergency");
        }
        classes.removeIf(c -> !isOpen(record, c));
        return classes.isEmpty()
                ? new Restricted(record.agency())
                : new Permitted(classes, because);
    }

    private void permit(
            AccessRole role,
            SourceRecord record,
            Grounds grounds,
            Set<Sensitivity> classes,
            Set<String> because) {
        var own = reader.agencies().contains(record.agency().value());
        for (var sensitivity : Sensitivity.values()) {
            var reach = role.reach(sensitivity);
            if (reach.isPresent() && reaches(reach.get(), own, grounds.withReason)) {
                classes.add(sensitivity);
                because.add(role.slug());
            }
        }
    }

    private static boolean reaches(Reach reach, boolean own, boolean withReason) {
        return switch (reach) {
            case ALL -> true;
            case OWN -> own;
            case REASON -> own || withReason;
        };
    }

    /**
     * A sealed class needs a seal that names the reader; any class is closed by one that does not.
     */
    private boolean isOpen(SourceRecord record, Sensitivity sensitivity) {
        Predicate<Seal> ofClass = s -> s.of().filter(c -> c == sensitivity).isPresent();
        var named = seals(record, ofClass).anyMatch(s -> s.names(reader));
        return (!sensitivity.sealed() || named) && !isSealed(record, ofClass);
    }

    private boolean isSealed(SourceRecord record, Predicate<Seal> which) {
        return seals(record, which).anyMatch(s -> !s.names(reader));
    }

    private Stream<Seal> seals(SourceRecord record, Predicate<Seal> which) {
        return facts.seals().stream()
                .filter(s -> s.record().equals(record) && s.holdsAt(at))
                .filter(which);
    }

    private boolean forbids(Conflict conflict, Set<SourceRecord> records) {
        return conflict.user().equals(reader.user())
                && conflict.holdsAt(at)
                && records.contains(conflict.record());
    }

    /**
     * What follows from a record that touches the reader privately, or is sealed as a whole against
     * them, opens nothing.
     */
    private boolean isClosed(SourceRecord before) {
        return facts.conflicts().stream().anyMatch(c -> forbids(c, Set.of(before)))
                || isSealed(before, s -> s.of().isEmpty());
    }

    private Grounds grounds(Subject subject, Set<SourceRecord> records) {
        var emergency =
                reader.accessRoles().stream().anyMatch(AccessRole::mayOpenInEmergency)
                        && facts.emergencies().stream()
                                .filter(e -> e.user().equals(reader.user()) && e.holdsAt(at))
                                .anyMatch(e -> e.subject().equals(subject.id()));
        var kinds = new HashSet<Relationship.Kind>();
        facts.relationships().stream()
                .filter(r -> records.contains(r.record()) && r.holdsAt(at))
                .filter(r -> r.grantee().names(reader))
                .filter(r -> r.follows().filter(this::isClosed).isEmpty())
                .forEach(r -> kinds.add(r.kind()));
        return Grounds.of(kinds, emergency);
    }

    private record Grounds(Set<String> because, boolean withReason, boolean emergency) {
        static Grounds of(Set<Relationship.Kind> kinds, boolean emergency) {
            var codes = new HashSet<String>();
            kinds.forEach(kind -> codes.add(kind.code()));
            var withReason = kinds.stream().anyMatch(Relationship.Kind::opensContent);
            return new Grounds(codes, withReason, emergency);
        }

        boolean related() {
            return !because.isEmpty();
        }
    }
}
