package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.ChildHarmedInCare;
import sightline.core.facts.JusticeBody.ChildHarmedInCare.Found;
import sightline.core.facts.JusticeBody.ChildRemoved;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Standing;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Period;
import sightline.core.kernel.Words;
import sightline.core.screening.KnownRisk.Limb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is on record of one adult under the limbs (a) to (e) of AL-02. Arrests, charges and ended
 * suspicions are not read at all.
 */
final class KnownRisks {
    private static final Set<AgencyType> FINDERS =
            EnumSet.of(
                    AgencyType.COURT,
                    AgencyType.CORONER,
                    AgencyType.PARTNERSHIP,
                    AgencyType.HOSPITAL);

    private static final Set<PersonRole> CARERS =
            EnumSet.of(
                    PersonRole.MOTHER,
                    PersonRole.FATHER,
                    PersonRole.PARENT,
                    PersonRole.STEP_PARENT,
                    PersonRole.CARER);

    private final Situation situation;
    private final Individual person;
    private final Convictions convictions;

    KnownRisks(Situation situation, Individual person) {
        this.situation = situation;
        this.person = person;
        this.convictions = new Convictions(person);
    }

    /** All limbs, in the order of their letters. */
    List<KnownRisk> all() {
        List<KnownRisk> risks = new ArrayList<>(new RegisterEntries(person).risks());
        risks.addAll(convictions.risks());
        markers().filter(KnownRisks::complete).map(this::marker).forEach(risks::add);
        removed().map(this::removed).forEach(risks::add);
        harmed(Found.INFLICTED, Found.NEGLECT).map(this::harmed).forEach(risks::add);
        return List.copyOf(risks);
    }

    /** Convictions of which the record does not say who the victim was. */
    List<Entry<JusticeBody.Conviction>> unclear() {
        return convictions.unclear();
    }

    /** Markers without setter, reason or review date: shown, never alerted. */
    List<Entry<RiskMarker>> incompleteMarkers() {
        return markers().filter(e -> !complete(e)).toList();
    }

    /** Deaths or harm of an earlier child that stayed unexplained. */
    List<Entry<ChildHarmedInCare>> unexplained() {
        return harmed(Found.UNEXPLAINED).toList();
    }

    private Stream<Entry<RiskMarker>> markers() {
        List<Entry<RiskMarker>> all =
                person.entries(RiskMarker.class).stream().filter(this::isOf).toList();
        return all.stream()
                .filter(e -> e.body().set())
                .filter(e -> all.stream().noneMatch(lift -> lifts(lift, e)));
    }

    /** Of whom a marker is: a named suspect or offender, else whom it is about. */
    private boolean isOf(Entry<RiskMarker> entry) {
        Fact fact = entry.fact();
        return person.did(fact)
                || (fact.in(PersonRole.SUSPECT).findAny().isEmpty()
                        && fact.in(PersonRole.OFFENDER).findAny().isEmpty()
                        && fact.subject().filter(person::has).isPresent());
    }

    private static boolean lifts(Entry<RiskMarker> lift, Entry<RiskMarker> marker) {
        return !lift.body().set()
                && lift.fact().position() > marker.fact().position()
                && (lift.fact().source().equals(marker.fact().source())
                        || lift.fact()
                                .references()
                                .regarding()
                                .contains(marker.fact().id().message()));
    }

    private static boolean complete(Entry<RiskMarker> entry) {
        RiskMarker marker = entry.body();
        return marker.setBy().filter(s -> !s.isBlank()).isPresent()
                && marker.reason().filter(r -> !r.isBlank()).isPresent()
                && marker.review().isPresent();
    }

    private KnownRisk marker(Entry<RiskMarker> entry) {
        String review = entry.body().review().map(Words::day).orElse("no date");
        return risk(
                entry,
                Limb.MARKER,
                "A marker that this person may pose a risk to children, set by a named person with"
                        + " a reason; its review is due on "
                        + review
                        + ". A marker asks for an assessment and is no finding.",
                "with a current marker of risk to children");
    }

    /** The last word of the courts on each earlier child. */
    private Stream<Entry<ChildRemoved>> removed() {
        Map<Object, Entry<ChildRemoved>> last = new LinkedHashMap<>();
        cared(ChildRemoved.class)
                .filter(e -> earlierChild(e.fact()))
                .sorted(java.util.Comparator.comparing(Entry::day))
                .forEach(e -> last.put(childOf(e.fact()), e));
        return last.values().stream().filter(e -> !e.body().returned());
    }

    /**
     * Entries in which the person is who had the child's care, in whatever order they are named.
     */
    private <B extends Body> Stream<Entry<B>> cared(Class<B> kind) {
        return person.entries(kind).stream().filter(e -> hadTheCare(e.fact()));
    }

    private boolean hadTheCare(Fact fact) {
        boolean named = CARERS.stream().flatMap(fact::in).anyMatch(person::has);
        boolean first =
                fact.participants().stream()
                        .limit(1)
                        .anyMatch(p -> p.role() == PersonRole.SUBJECT && person.has(p.record()));
        boolean carerElsewhere =
                CARERS.stream().flatMap(fact::in).findAny().isPresent()
                        && fact.in(PersonRole.CHILD).findAny().isEmpty();
        return named || (first && !carerElsewhere);
    }

    private Object childOf(Fact fact) {
        return fact.in(PersonRole.CHILD)
                .findFirst()
                .or(() -> fact.subject().filter(s -> !person.has(s)))
                .<Object>map(r -> situation.around().whose(r).<Object>map(Individual::id).orElse(r))
                .orElse("");
    }

    private KnownRisk removed(Entry<ChildRemoved> entry) {
        return risk(
                entry,
                Limb.EARLIER_CHILD,
                "A court removed an earlier child from this person's care"
                        + year(entry)
                        + " and none has returned the child. This is no proof of violence.",
                "whose earlier child was removed by a court");
    }

    private Stream<Entry<ChildHarmedInCare>> harmed(Found... found) {
        Set<Found> wanted = Set.of(found);
        return cared(ChildHarmedInCare.class)
                .filter(e -> wanted.contains(e.body().found()) && earlierChild(e.fact()))
                .filter(e -> type(e).filter(FINDERS::contains).isPresent());
    }

    private Optional<AgencyType> type(Entry<?> entry) {
        return situation.directory().agency(entry.fact().source()).map(Agency::type);
    }

    private KnownRisk harmed(Entry<ChildHarmedInCare> entry) {
        String what = entry.body().died() ? "died" : "was seriously harmed";
        String found =
                entry.body().found() == Found.INFLICTED
                        ? "as inflicted, without saying by whom"
                        : "as neglect";
        return risk(
                entry,
                Limb.EARLIER_CHILD,
                "An earlier child "
                        + what
                        + " in this person's care"
                        + year(entry)
                        + "; a court, inquest, review or named doctor recorded it "
                        + found
                        + ". This is no proof of violence by this person.",
                "in whose care an earlier child " + what);
    }

    /** Whether the fact is of another child than the subject. */
    private boolean earlierChild(Fact fact) {
        return situation.around().selves().stream()
                .noneMatch(
                        self -> fact.participants().stream().anyMatch(p -> self.has(p.record())));
    }

    private static KnownRisk risk(Entry<?> entry, Limb limb, String sentence, String phrase) {
        return new KnownRisk(
                limb,
                entry.fact(),
                entry.certainty(),
                Period.always(),
                sentence + disputed(entry),
                phrase);
    }

    private static String year(Entry<?> entry) {
        return entry.fact()
                .times()
                .happened()
                .earliest()
                .map(LocalDate::getYear)
                .map(y -> " in " + y)
                .orElse("");
    }

    static String disputed(Entry<?> entry) {
        return entry.standing() == Standing.DISPUTED
                ? " The person disputes what is recorded."
                : "";
    }
}
