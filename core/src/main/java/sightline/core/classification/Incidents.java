package sightline.core.classification;

import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Connection;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The incidents in which somebody near the subject is named, logs of one address put together. */
public final class Incidents {
    private final Neighbourhood around;
    private final MayBe mayBe;
    private final Set<PersonId> closest;
    private final Set<PersonId> near;
    private final List<Incident> all;

    private Incidents(Neighbourhood around) {
        this.around = around;
        this.mayBe = MayBe.around(around);
        this.closest = closest();
        this.near = near();
        this.all = put();
    }

    /** Those around a subject. */
    public static Incidents around(Neighbourhood around) {
        return new Incidents(around);
    }

    Neighbourhood around() {
        return around;
    }

    /** Who near the subject somebody may be. */
    MayBe mayBe() {
        return mayBe;
    }

    /** Those logs of an incident that name somebody near the subject, not only who may be. */
    List<Entry<PoliceIncident>> here(Incident incident) {
        return naming(near, incident);
    }

    /** Those that name the subject or somebody connected with it: all whom they name are read. */
    List<Entry<PoliceIncident>> closest(Incident incident) {
        return naming(closest, incident);
    }

    /** Whether somebody is the subject or connected with it: all who are beside them are read. */
    boolean closest(PersonId person) {
        return closest.contains(person);
    }

    /** Whether all of somebody's facts are read around any subject, alone or along with others. */
    public boolean readAround(PersonId person) {
        return mayBe.nearest(person);
    }

    private List<Entry<PoliceIncident>> naming(Set<PersonId> people, Incident incident) {
        return incident.logs().stream()
                .filter(log ->
                        log.fact().participants().stream()
                                .flatMap(p -> around.whoseEver(p.record()).stream())
                                .map(Individual::id)
                                .anyMatch(people::contains))
                .toList();
    }

    /** All of them, in the order in which they were first received. */
    List<Incident> all() {
        return all;
    }

    private List<Incident> put() {
        Map<FactId, Entry<PoliceIncident>> logs = new LinkedHashMap<>();
        Map<FactId, Entry<IncidentDecided>> decisions = new LinkedHashMap<>();
        for (Individual person : people()) {
            person.entries(PoliceIncident.class).forEach(e -> logs.putIfAbsent(e.fact().id(), e));
            person.entries(IncidentDecided.class)
                    .forEach(e -> decisions.putIfAbsent(e.fact().id(), e));
        }
        return grouped(logs.values()).stream().map(i -> decided(i, decisions.values())).toList();
    }

    /** The subject and whoever is connected with it. */
    private Set<PersonId> closest() {
        Set<PersonId> closest = new LinkedHashSet<>();
        around.selves().forEach(self -> closest.add(self.id()));
        for (PersonId self : List.copyOf(closest)) {
            around.connections(self).stream().map(Connection::to).forEach(closest::add);
        }
        return closest;
    }

    /**
     * The same; and around those of them whom an incident names, whoever may have been its other
     * party, or be named in another log of it.
     */
    private Set<PersonId> near() {
        Set<PersonId> near = new LinkedHashSet<>(closest);
        for (PersonId person : closest) {
            if (!around.person(person).entries(PoliceIncident.class).isEmpty()) {
                around.connections(person).stream().map(Connection::to).forEach(near::add);
                around.sharing(person).stream().map(Connection::to).forEach(near::add);
            }
        }
        return near;
    }

    /** The same, and whoever may be somebody near. */
    private Set<Individual> people() {
        Set<PersonId> all = new LinkedHashSet<>(near);
        all.addAll(mayBe.known());
        Set<Individual> people = new LinkedHashSet<>();
        all.stream().map(around::person).forEach(people::add);
        return people;
    }

    private List<Incident> grouped(Collection<Entry<PoliceIncident>> logs) {
        List<Incident> incidents = new ArrayList<>();
        logs.stream()
                .sorted(Comparator.comparingLong(e -> e.fact().position()))
                .forEach(log -> {
                    Optional<PlaceId> place = around.placeOf(log.fact());
                    Optional<Incident> same =
                            incidents.stream().filter(i -> i.takesIn(log, place)).findFirst();
                    if (same.isPresent()) {
                        List<Entry<PoliceIncident>> joined = new ArrayList<>(same.get().logs());
                        joined.add(log);
                        incidents.set(
                                incidents.indexOf(same.get()),
                                new Incident(joined, place, List.of()));
                    } else {
                        incidents.add(new Incident(List.of(log), place, List.of()));
                    }
                });
        return incidents;
    }

    private static Incident decided(
            Incident incident, Collection<Entry<IncidentDecided>> decisions) {
        List<Entry<IncidentDecided>> ofIt =
                decisions.stream()
                        .filter(d ->
                                incident.logs().stream()
                                        .map(l -> l.fact().id().message())
                                        .anyMatch(d.fact().references().regarding()::contains))
                        .sorted(Comparator.comparingLong(d -> d.fact().position()))
                        .toList();
        return new Incident(incident.logs(), incident.place(), ofIt);
    }
}
