package sightline.access;

import java.util.List;

/** Everything about some subjects that a decision depends on. */
public record AccessFacts(
        List<Relationship> relationships,
        List<Conflict> conflicts,
        List<Seal> seals,
        List<Emergency> emergencies) {

    public AccessFacts {
        relationships = List.copyOf(relationships);
        conflicts = List.copyOf(conflicts);
        seals = List.copyOf(seals);
        emergencies = List.copyOf(emergencies);
    }
}
