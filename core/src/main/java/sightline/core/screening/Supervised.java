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
                        told().stream().findFirst().map(e -> e.fact().source()));
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

    /** Whoever answers for the supervision; empty where no probation service ever said so. */
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
                        .orElse(basis.source()));
    }

    private Recipient post(AgencyId agency) {
        Role role = probation(agency) ? Role.OFFENDER_MANAGER : Role.REGISTER_KEEPER;
        return situation.recipients().current(new Recipient(agency, role));
    }

    /**
     * Whether an agency has the supervision by its own word, since another accepted it if any did;
     * before that whoever keeps the register on which the subject is, too. To say that it ended is
     * not to have it.
     */
    private boolean has(AgencyId agency, Optional<Acceptance> since, long before) {
        long after = since.map(a -> a.entry().fact().position()).orElse(-1L);
        return (since.isEmpty() && Registers.kept(situation, agency, before))
                || told().stream()
                        .filter(e -> e.body().stage() != SupervisionStage.ENDED)
                        .map(Entry::fact)
                        .filter(f -> f.source().equals(agency))
                        .anyMatch(f -> f.position() > after && f.position() < before);
    }

    /** What probation said; courts and prisons hold nobody. */
    private List<Entry<Supervision>> told() {
        return situation.subject().about(Supervision.class).stream()
                .filter(e -> !RegisterEntries.registers(e.body().type()))
                .filter(e -> probation(e.fact().source()))
                .toList();
    }

    private boolean probation(AgencyId agency) {
        return situation
                .directory()
                .agency(agency)
                .map(Agency::type)
                .filter(AgencyType.PROBATION::equals)
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
