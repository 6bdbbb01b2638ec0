package sightline.core.classification;

import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An incident between two personally connected people that carries no domestic flag, whatever the
 * class of its log: noise, nuisance, drunkenness, an abandoned call and a welfare check too.
 * Suffolk 2008: two incidents between a mother and a father were "not logged as being of a domestic
 * nature".
 *
 * @param one a party, the victim first where one is named
 * @param tie why the two are personally connected
 * @param since when both parties, their tie and the log were known
 */
public record DomesticSuspicion(
        Incident incident, PersonId one, PersonId other, PersonalTie tie, Instant since) {
    private static final Set<PersonRole> PARTIES =
            EnumSet.of(
                    PersonRole.SUBJECT,
                    PersonRole.PARTY,
                    PersonRole.SUSPECT,
                    PersonRole.OFFENDER,
                    PersonRole.VICTIM,
                    PersonRole.MOTHER,
                    PersonRole.FATHER,
                    PersonRole.PARENT,
                    PersonRole.STEP_PARENT,
                    PersonRole.CARER,
                    PersonRole.PARTNER,
                    PersonRole.EX_PARTNER,
                    PersonRole.SIBLING,
                    PersonRole.GRANDPARENT,
                    PersonRole.RELATIVE,
                    PersonRole.OCCUPANT,
                    PersonRole.TENANT);

    /** Classes in which being named together says little: only one against the other counts. */
    private static final Set<LogClass> NEEDS_SIDES =
            EnumSet.of(LogClass.THEFT, LogClass.TRAFFIC, LogClass.CONCERN_FOR_CHILD);

    private record Party(Individual person, PersonRole role, Entry<PoliceIncident> log) {}

    private record Pair(Party one, Party other) {}

    /** All around the subject that no flag names and nobody found not to be domestic. */
    public static List<DomesticSuspicion> in(Neighbourhood around) {
        return new Incidents(around)
                .all().stream()
                        .filter(i -> !i.flagged())
                        .filter(i -> !i.foundNotDomestic())
                        .flatMap(i -> of(i, around).stream())
                        .toList();
    }

    private static Optional<DomesticSuspicion> of(Incident incident, Neighbourhood around) {
        PersonallyConnected connected = new PersonallyConnected(around);
        List<DomesticSuspicion> found = new ArrayList<>();
        for (Pair pair : pairs(parties(incident, around), incident)) {
            PersonId one = pair.one().person().id();
            PersonId other = pair.other().person().id();
            connected
                    .between(one, other, incident.day())
                    .map(tie -> new DomesticSuspicion(incident, one, other, tie, since(pair, tie)))
                    .ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparing(DomesticSuspicion::since));
    }

    private static Instant since(Pair pair, PersonalTie tie) {
        Instant logged =
                pair.one().log().received().isAfter(pair.other().log().received())
                        ? pair.one().log().received()
                        : pair.other().log().received();
        return tie.since().isAfter(logged) ? tie.since() : logged;
    }

    /** Everybody named as a party, once, by the first log that names them; of age on that day. */
    private static List<Party> parties(Incident incident, Neighbourhood around) {
        List<Party> parties = named(incident, around, PARTIES);
        if (parties.size() == 1) {
            parties.addAll(named(incident, around, Set.of(PersonRole.CALLER)));
        }
        return parties;
    }

    private static List<Party> named(
            Incident incident, Neighbourhood around, Set<PersonRole> roles) {
        List<Party> parties = new ArrayList<>();
        for (Entry<PoliceIncident> log : incident.logs()) {
            for (Participant participant : log.fact().participants()) {
                if (roles.contains(participant.role())) {
                    around.whose(participant.record())
                            .filter(p -> ofAge(p, incident))
                            .filter(p -> parties.stream().noneMatch(q -> q.person().equals(p)))
                            .ifPresent(p -> parties.add(new Party(p, participant.role(), log)));
                }
            }
        }
        return parties;
    }

    /** Whether the person meets, or may meet, the age of the definition in force on the day. */
    private static boolean ofAge(Individual person, Incident incident) {
        int minimum = DomesticDefinition.on(incident.day()).minimumAge();
        return person.born().filter(b -> b.ageOn(incident.day()).certainlyUnder(minimum)).isEmpty();
    }

    private static List<Pair> pairs(List<Party> parties, Incident incident) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            for (Party other : parties.subList(i + 1, parties.size())) {
                Party one = parties.get(i);
                if (between(one.role(), other.role(), incident)) {
                    boolean swap = other.role() == PersonRole.VICTIM;
                    pairs.add(swap ? new Pair(other, one) : new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private static boolean between(PersonRole one, PersonRole other, Incident incident) {
        if (one == PersonRole.VICTIM && other == PersonRole.VICTIM) {
            return false;
        }
        boolean plain =
                incident.logs().stream().anyMatch(l -> !NEEDS_SIDES.contains(l.body().logClass()));
        return plain || (against(one, other) || against(other, one));
    }

    private static boolean against(PersonRole one, PersonRole other) {
        return (one == PersonRole.SUSPECT || one == PersonRole.OFFENDER)
                && other == PersonRole.VICTIM;
    }
}
