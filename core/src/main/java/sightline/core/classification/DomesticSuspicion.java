package sightline.core.classification;

import sightline.core.classification.PersonallyConnected.Possibly;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An incident between two personally connected people that carries no domestic flag, whatever the
 * class of its log: noise, nuisance, drunkenness, an abandoned call and a welfare check too.
 * Suffolk 2008: two incidents between a mother and a father were "not logged as being of a domestic
 * nature".
 *
 * @param one a party, the victim first where one is named
 * @param other the other party; nobody where the log names one person and writes of the other only
 * @param tie why the two are personally connected
 * @param possible between whom near the subject the tie is, where nobody has decided whether the
 *     parties are those two; nobody where the tie is the parties' own
 * @param since when both parties, their tie and the log were known
 */
public record DomesticSuspicion(
        Incident incident,
        PersonId one,
        Optional<PersonId> other,
        PersonalTie tie,
        List<PersonId> possible,
        Instant since) {
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

    public DomesticSuspicion {
        possible = List.copyOf(possible);
    }

    private record Party(Individual person, PersonRole role, Entry<PoliceIncident> log) {}

    private record Pair(Party one, Party other) {
        boolean isOf(List<Party> parties) {
            return Stream.of(one, other)
                    .allMatch(p -> parties.stream().anyMatch(q -> q.person().equals(p.person())));
        }

        Judgement.Sides sides() {
            boolean against =
                    against(one.role(), other.role()) || against(other.role(), one.role());
            return against ? Judgement.Sides.AGAINST : Judgement.Sides.NAMED;
        }
    }

    /** Logs of an incident, all or some, and whom they name. */
    private record Logs(Incident incident, List<Entry<PoliceIncident>> logs, Neighbourhood around) {

        static Logs all(Incident incident, Neighbourhood around) {
            return new Logs(incident, incident.logs(), around);
        }

        /**
         * Everybody named as a party, once, by the first log that names them; of age on that day.
         * Where they name fewer than two so, whoever stands in them in another way may be one:
         * whoever rang, and whoever they have no word for.
         */
        List<Party> parties() {
            List<Party> parties = named(PARTIES);
            if (!nameTwo()) {
                add(parties, named(Set.of(PersonRole.OTHER)));
                if (!parties.isEmpty()) {
                    add(parties, named(Set.of(PersonRole.CALLER)));
                }
            }
            return parties;
        }

        /** Whether they name two as parties, of whom more is known here or not. */
        boolean nameTwo() {
            return participants(PARTIES)
                            .filter(p -> whose(p).filter(i -> !ofAge(i, incident)).isEmpty())
                            .map(p ->
                                    whose(p).map(i -> i.id().value())
                                            .orElseGet(() -> p.record().text()))
                            .distinct()
                            .limit(2)
                            .count()
                    == 2;
        }

        /** A party under the age of the definition: the words may speak of them. */
        boolean nameSomebodyYoung() {
            return participants(PARTIES)
                    .flatMap(p -> whose(p).stream())
                    .anyMatch(p -> !ofAge(p, incident));
        }

        private Stream<Participant> participants(Set<PersonRole> roles) {
            return logs.stream()
                    .flatMap(log -> log.fact().participants().stream())
                    .filter(p -> roles.contains(p.role()));
        }

        private Optional<Individual> whose(Participant participant) {
            return around.whoseEver(participant.record());
        }

        private List<Party> named(Set<PersonRole> roles) {
            List<Party> parties = new ArrayList<>();
            for (Entry<PoliceIncident> log : logs) {
                for (Participant participant : log.fact().participants()) {
                    if (roles.contains(participant.role())) {
                        whose(participant)
                                .filter(p -> ofAge(p, incident))
                                .map(p -> new Party(p, participant.role(), log))
                                .ifPresent(p -> add(parties, List.of(p)));
                    }
                }
            }
            return parties;
        }

        private static void add(List<Party> parties, List<Party> more) {
            more.stream()
                    .filter(m -> parties.stream().noneMatch(p -> p.person().equals(m.person())))
                    .forEach(parties::add);
        }

        /** Whether the person meets, or may meet, the age of the definition in force that day. */
        private static boolean ofAge(Individual person, Incident incident) {
            int minimum = DomesticDefinition.on(incident.day()).minimumAge();
            return person.born()
                    .filter(b -> b.ageOn(incident.day()).certainlyUnder(minimum))
                    .isEmpty();
        }
    }

    /** All that no flag names, whatever anybody decided since. */
    public static List<DomesticSuspicion> in(Incidents incidents) {
        return incidents.all().stream()
                .filter(i -> !i.flagged())
                .flatMap(i -> of(i, incidents).stream())
                .toList();
    }

    /** The parties whom it names, one or two. */
    public List<PersonId> parties() {
        return other.map(o -> List.of(one, o)).orElseGet(() -> List.of(one));
    }

    /** What stands in its logs, one for each that has words. */
    public List<LogReading> readings() {
        return Judgement.readings(incident);
    }

    private static Optional<DomesticSuspicion> of(Incident incident, Incidents incidents) {
        Neighbourhood around = incidents.around();
        Logs logs = new Logs(incident, incidents.here(incident), around);
        PersonallyConnected connected = new PersonallyConnected(around);
        Judgement judgement = new Judgement(incident);
        List<Party> here = logs.parties();
        List<Party> read = new Logs(incident, incidents.closest(incident), around).parties();
        List<Pair> pairs = pairs(Logs.all(incident, around).parties());
        List<DomesticSuspicion> found = new ArrayList<>();
        boolean tied = false;
        for (Pair pair : pairs) {
            PersonId one = pair.one().person().id();
            PersonId other = pair.other().person().id();
            // Of those who only may be somebody here their own tie is no concern of anybody here;
            // of those further off not all may be read from which it would follow.
            boolean whole =
                    pair.isOf(read)
                            || (pair.isOf(here)
                                    && (incidents.closest(one) || incidents.closest(other)));
            Optional<Possibly> tie =
                    Optional.of(pair)
                            .filter(_ -> whole)
                            .flatMap(_ -> connected.between(one, other, incident.day()))
                            .map(t -> new Possibly(t, List.of()))
                            .or(() ->
                                    connected.possibly(
                                            one, other, incident.day(), incidents.mayBe()));
            tied |= tie.isPresent();
            tie.filter(t -> judgement.ofConnected(pair.sides(), t.tie().certainty()))
                    .map(t ->
                            new DomesticSuspicion(
                                    incident,
                                    one,
                                    Optional.of(other),
                                    t.tie(),
                                    t.people(),
                                    since(pair, t.tie())))
                    .ifPresent(found::add);
        }
        return tied
                ? found.stream().min(Comparator.comparing(DomesticSuspicion::since))
                : byWords(logs, judgement);
    }

    /** Where no record ties the parties, but the log's own words do. */
    private static Optional<DomesticSuspicion> byWords(Logs logs, Judgement judgement) {
        Incident incident = logs.incident();
        List<Party> parties = logs.parties();
        boolean surmised = !logs.nameTwo();
        if (parties.isEmpty() || !judgement.byWords() || (surmised && logs.nameSomebodyYoung())) {
            return Optional.empty();
        }
        PersonallyConnected connected = new PersonallyConnected(logs.around());
        // Whoever stands beside in a log, such as a neighbour, hides nobody else.
        List<Pair> pairs =
                pairs(parties).stream().filter(p -> !surmised || !unrelated(p, connected)).toList();
        Optional<Pair> pair =
                pairs.stream()
                        .filter(p -> p.sides() == Judgement.Sides.AGAINST)
                        .findFirst()
                        .or(() -> pairs.stream().findFirst());
        if ((pair.isEmpty() && parties.size() > 1)
                || pair.filter(p -> unrelated(p, connected)).isPresent()) {
            return Optional.empty();
        }
        PersonalTie tie =
                new PersonalTie(
                        "written of in the log as partners, former partners or relatives",
                        judgement.logsThatTie().stream().map(Entry::fact).toList(),
                        Certainty.POSSIBLE);
        return Optional.of(
                pair.map(p ->
                                new DomesticSuspicion(
                                        incident,
                                        p.one().person().id(),
                                        Optional.of(p.other().person().id()),
                                        tie,
                                        List.of(),
                                        since(p, tie)))
                        .orElseGet(() ->
                                new DomesticSuspicion(
                                        incident,
                                        parties.getFirst().person().id(),
                                        Optional.empty(),
                                        tie,
                                        List.of(),
                                        tie.since())));
    }

    private static boolean unrelated(Pair pair, PersonallyConnected connected) {
        return connected.recordedAsUnrelated(pair.one().person().id(), pair.other().person().id());
    }

    /** Whom the logs of an incident name as parties of age, and who only may be somebody here. */
    static List<PersonId> partiesOf(Incident incident, Neighbourhood around) {
        return Logs.all(incident, around).parties().stream().map(p -> p.person().id()).toList();
    }

    private static Instant since(Pair pair, PersonalTie tie) {
        Instant logged =
                pair.one().log().received().isAfter(pair.other().log().received())
                        ? pair.one().log().received()
                        : pair.other().log().received();
        return tie.since().isAfter(logged) ? tie.since() : logged;
    }

    private static List<Pair> pairs(List<Party> parties) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            for (Party other : parties.subList(i + 1, parties.size())) {
                Party one = parties.get(i);
                if (one.role() != PersonRole.VICTIM || other.role() != PersonRole.VICTIM) {
                    boolean swap = other.role() == PersonRole.VICTIM;
                    pairs.add(swap ? new Pair(other, one) : new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private static boolean against(PersonRole one, PersonRole other) {
        return (one == PersonRole.SUSPECT || one == PersonRole.OFFENDER)
                && other == PersonRole.VICTIM;
    }
}
