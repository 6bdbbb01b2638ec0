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
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** All around the subject that no flag names, whatever anybody decided since. */
    public static List<DomesticSuspicion> in(Neighbourhood around) {
        MayBe mayBe = MayBe.around(around);
        return new Incidents(around, mayBe)
                .all().stream()
                        .filter(i -> !i.flagged())
                        .flatMap(i -> of(i, around, mayBe).stream())
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

    private static Optional<DomesticSuspicion> of(
            Incident incident, Neighbourhood around, MayBe mayBe) {
        PersonallyConnected connected = new PersonallyConnected(around);
        Judgement judgement = new Judgement(incident);
        List<Party> here = parties(incident, around::whose);
        List<Pair> pairs = pairs(parties(incident, around::whoseEver));
        List<DomesticSuspicion> found = new ArrayList<>();
        boolean tied = false;
        for (Pair pair : pairs) {
            PersonId one = pair.one().person().id();
            PersonId other = pair.other().person().id();
            // Of those who only may be somebody here their own tie is no concern of anybody here.
            Optional<Possibly> tie =
                    Optional.of(pair)
                            .filter(p -> p.isOf(here))
                            .flatMap(_ -> connected.between(one, other, incident.day()))
                            .map(t -> new Possibly(t, List.of()))
                            .or(() -> connected.possibly(one, other, incident.day(), mayBe));
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
                : byWords(incident, around, judgement, here);
    }

    /** Where no record ties the parties, but the log's own words do. */
    private static Optional<DomesticSuspicion> byWords(
            Incident incident, Neighbourhood around, Judgement judgement, List<Party> parties) {
        boolean surmised = named(incident, around::whose, PARTIES).size() < 2;
        if (parties.isEmpty()
                || !judgement.byWords()
                || (surmised && namesSomebodyYoung(incident, around))) {
            return Optional.empty();
        }
        PersonallyConnected connected = new PersonallyConnected(around);
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

    /** A party under the age of the definition: the words may speak of them. */
    private static boolean namesSomebodyYoung(Incident incident, Neighbourhood around) {
        return incident.logs().stream()
                .flatMap(l -> l.fact().participants().stream())
                .filter(p -> PARTIES.contains(p.role()))
                .flatMap(p -> around.whose(p.record()).stream())
                .anyMatch(p -> !ofAge(p, incident));
    }

    /** Whom the logs of an incident name as parties of age, and who only may be somebody here. */
    static List<PersonId> partiesOf(Incident incident, Neighbourhood around) {
        return parties(incident, around::whoseEver).stream().map(p -> p.person().id()).toList();
    }

    private static Instant since(Pair pair, PersonalTie tie) {
        Instant logged =
                pair.one().log().received().isAfter(pair.other().log().received())
                        ? pair.one().log().received()
                        : pair.other().log().received();
        return tie.since().isAfter(logged) ? tie.since() : logged;
    }

    /**
     * Everybody named as a party, once, by the first log that names them; of age on that day. Where
     * a log names fewer than two so, whoever stands in it in another way may be one: whoever rang,
     * and whoever it has no word for.
     */
    private static List<Party> parties(
            Incident incident, Function<SourceRecord, Optional<Individual>> whose) {
        List<Party> parties = named(incident, whose, PARTIES);
        if (parties.size() < 2) {
            add(parties, named(incident, whose, Set.of(PersonRole.OTHER)));
            if (!parties.isEmpty()) {
                add(parties, named(incident, whose, Set.of(PersonRole.CALLER)));
            }
        }
        return parties;
    }

    private static void add(List<Party> parties, List<Party> more) {
        more.stream()
                .filter(m -> parties.stream().noneMatch(p -> p.person().equals(m.person())))
                .forEach(parties::add);
    }

    private static List<Party> named(
            Incident incident,
            Function<SourceRecord, Optional<Individual>> whose,
            Set<PersonRole> roles) {
        List<Party> parties = new ArrayList<>();
        for (Entry<PoliceIncident> log : incident.logs()) {
            for (Participant participant : log.fact().participants()) {
                if (roles.contains(participant.role())) {
                    whose.apply(participant.record())
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
