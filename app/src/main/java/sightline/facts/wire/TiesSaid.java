package sightline.facts.wire;

import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody.Tie;
import sightline.core.facts.PersonRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is who to each other in a message that says only who its people are: a mother named beside
 * her child is the child's mother, although no body says so.
 */
final class TiesSaid {
    /** Beyond so many people a list is a list, and no family. */
    static final int CROWD = 24;

    /**
     * The second is the first's tie.
     *
     * @param whose the child, or the parent whose partner it is
     */
    record Said(Participant whose, Participant other, Tie tie) {}

    private TiesSaid() {}

    /** Each tie between a child and whoever is named in a family's role. */
    static List<Said> among(List<Participant> people) {
        List<Participant> children = children(people);
        List<Said> said = new ArrayList<>();
        if (people.size() > CROWD) {
            return said;
        }
        for (Participant other : people) {
            Optional<Tie> tie = tie(other.role());
            for (Participant whose : ofParents(other.role()) ? parents(people) : children) {
                tie.filter(_ -> !whose.record().equals(other.record()))
                        .ifPresent(t -> said.add(new Said(whose, other, t)));
            }
        }
        return said;
    }

    /** Who is named a child; where nobody is, whom the message is about. */
    private static List<Participant> children(List<Participant> people) {
        List<Participant> named =
                people.stream()
                        .filter(p ->
                                p.role() == PersonRole.CHILD || p.role() == PersonRole.UNBORN_CHILD)
                        .toList();
        return named.isEmpty()
                ? people.stream().limit(1).filter(p -> p.role() == PersonRole.SUBJECT).toList()
                : named;
    }

    private static List<Participant> parents(List<Participant> people) {
        return people.stream()
                .filter(p ->
                        p.role() == PersonRole.MOTHER
                                || p.role() == PersonRole.FATHER
                                || p.role() == PersonRole.PARENT)
                .toList();
    }

    private static boolean ofParents(PersonRole role) {
        return role == PersonRole.PARTNER || role == PersonRole.EX_PARTNER;
    }

    private static Optional<Tie> tie(PersonRole role) {
        return switch (role) {
            case MOTHER -> Optional.of(Tie.MOTHER);
            case FATHER -> Optional.of(Tie.FATHER);
            case PARENT -> Optional.of(Tie.PARENT);
            case STEP_PARENT -> Optional.of(Tie.STEP_PARENT);
            case CARER -> Optional.of(Tie.CARER);
            case PARTNER -> Optional.of(Tie.PARTNER);
            case EX_PARTNER -> Optional.of(Tie.EX_PARTNER);
            case SIBLING -> Optional.of(Tie.SIBLING);
            case GRANDPARENT -> Optional.of(Tie.GRANDPARENT);
            case RELATIVE -> Optional.of(Tie.OTHER_RELATIVE);
            case FRIEND -> Optional.of(Tie.FRIEND);
            case SUBJECT,
                    CHILD,
                    UNBORN_CHILD,
                    SUPERVISOR,
                    SUSPECT,
                    VICTIM,
                    WITNESS,
                    CALLER,
                    PARTY,
                    OFFENDER,
                    REFERRER,
                    PRACTITIONER,
                    TENANT,
                    OCCUPANT,
                    APPLICANT,
                    OTHER ->
                    Optional.empty();
        };
    }
}
