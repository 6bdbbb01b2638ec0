package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.SharedBody.HandOver.Handed;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.register.HandOvers;
import sightline.core.register.HandOvers.Acceptance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who supervises the subject, and what. Whoever supervised last goes on answering until another
 * accepts, after the end as well: an end is a hand-over and no exit.
 */
public final class Supervised {
    private final Situation situation;
    private final HandOvers handOvers;
    private final List<Watch> watches;

    /**
     * A supervision, licence or order as it was said last.
     *
     * @param ends its last day, where it is known; of one that ended, the day on which it did
     */
    public record Watch(
            SupervisionType type, AgencyId by, Optional<LocalDate> ends, boolean ended) {}

    private Supervised(Situation situation) {
        this.situation = situation;
        this.handOvers =
                HandOvers.of(
                        situation.subject(),
                        Handed.SUPERVISION,
                        this::probation,
                        this::has,
                        told().stream().findFirst().flatMap(e -> supervisor(e.fact())));
        this.watches = watches(situation);
    }

    /** Of the subject of a situation. */
    public static Supervised of(Situation situation) {
        return new Supervised(situation);
    }

    /** Every hand-over of the supervision. */
    public HandOvers handOvers() {
        return handOvers;
    }

    /** What watches or watched, each as it stands, in the order in which each was first said. */
    public List<Watch> watches() {
        return watches;
    }

    /** Whoever answers for the supervision; empty where nobody ever said who supervises. */
    public Optional<Recipient> by() {
        List<Entry<Supervision>> told = told();
        return told.stream()
                .filter(e -> e.body().stage() != SupervisionStage.ENDED)
                .reduce((_, last) -> last)
                .or(() -> told.stream().reduce((_, last) -> last))
                .map(e -> since(e.fact()))
                .or(() -> handOvers.accepted().map(this::post));
    }

    /** Whoever answers for the supervision, while any of it is in force today. */
    public Optional<Recipient> inForce() {
        LocalDate today = situation.today();
        boolean runs =
                watches.stream()
                        .anyMatch(w ->
                                !w.ended()
                                        && w.ends().filter(day -> day.isBefore(today)).isEmpty());
        return by().filter(_ -> runs);
    }

    /** Whoever answers for what that says: who accepted it since, else who said it. */
    Recipient since(Fact basis) {
        return post(
                handOvers
                        .acceptance()
                        .filter(a -> !a.entry().received().isBefore(basis.times().received()))
                        .map(HandOvers.Acceptance::by)
                        .or(() -> supervisor(basis))
                        .orElse(basis.source()));
    }

    private Recipient post(AgencyId agency) {
        Role role = probation(agency) ? Role.OFFENDER_MANAGER : Role.REGISTER_KEEPER;
        return situation.recipients().current(new Recipient(agency, role));
    }

    /**
     * Whether an agency has the supervision: it accepted it last, or it supervises by what was
     * recorded since another accepted it, if any did; before that whoever keeps the register on
     * which the subject is, too. To say that it ended is not to have it. Whoever took an agency's
     * place has what it had.
     */
    private boolean has(AgencyId agency, Optional<Acceptance> since, long before) {
        long after = since.map(a -> a.entry().fact().position()).orElse(-1L);
        return since.filter(a -> Registers.isOf(situation, a.by(), agency)).isPresent()
                || (since.isEmpty() && Registers.kept(situation, agency, before))
                || told().stream()
                        .filter(e -> e.body().stage() != SupervisionStage.ENDED)
                        .map(Entry::fact)
                        .filter(f -> f.position() > after && f.position() < before)
                        .flatMap(this::supervisors)
                        .anyMatch(by -> Registers.isOf(situation, by, agency));
    }

    /** What says who supervises; courts and prisons hold nobody. */
    private List<Entry<Supervision>> told() {
        return situation.subject().about(Supervision.class).stream()
                .filter(e -> !RegisterEntries.registers(e.body().type()))
                .filter(e -> supervisor(e.fact()).isPresent())
                .toList();
    }

    /** Whoever answers by what a fact says: of several the first that it names. */
    private Optional<AgencyId> supervisor(Fact fact) {
        return supervisors(fact).findFirst();
    }

    /**
     * Who may say that they supervise by what a fact says: the probation service that says it;
     * where a court or a prison says that it began, each service that it is addressed to.
     */
    private Stream<AgencyId> supervisors(Fact fact) {
        if (probation(fact.source())) {
            return Stream.of(fact.source());
        }
        boolean began =
                fact.body() instanceof Supervision supervision
                        && supervision.stage() == SupervisionStage.STARTED
                        && (is(fact.source(), AgencyType.COURT)
                                || is(fact.source(), AgencyType.PRISON));
        return fact.references().addressees().stream().filter(_ -> began).filter(this::probation);
    }

    private boolean probation(AgencyId agency) {
        return is(agency, AgencyType.PROBATION);
    }

    private boolean is(AgencyId agency, AgencyType type) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(type::equals)
                .isPresent();
    }

    private static List<Watch> watches(Situation situation) {
        Map<String, Watch> last = new LinkedHashMap<>();
        situation.subject().about(Supervision.class).stream()
                .filter(e -> !RegisterEntries.registers(e.body().type()))
                .forEach(e ->
                        last.merge(
                                e.fact().source().value() + "/" + e.body().type(),
                                watch(e),
                                Supervised::goesOn));
        return List.copyOf(last.values());
    }

    private static Watch watch(Entry<Supervision> entry) {
        boolean ended = entry.body().stage() == SupervisionStage.ENDED;
        return new Watch(
                entry.body().type(),
                entry.fact().source(),
                ended ? Optional.of(entry.day()) : entry.body().ends(),
                ended);
    }

    /** What says nothing of the end leaves it as it was. */
    private static Watch goesOn(Watch before, Watch now) {
        return new Watch(
                now.type(),
                now.by(),
                before.ended() ? now.ends() : now.ends().or(before::ends),
                now.ended());
    }
}
