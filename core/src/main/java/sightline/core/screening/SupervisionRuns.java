package sightline.core.screening;

import sightline.core.classification.SeriousViolence;
import sightline.core.classification.ViolenceAgainstChild;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.screening.KnownRisk.Limb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The supervisions, licences, orders and register periods of one person that end, for an offence of
 * AL-02 (a) to (c).
 */
final class SupervisionRuns {

    /**
     * One end.
     *
     * @param order the fact that began it: the key of the matter
     * @param shows the fact that tells of the end
     * @param moment when it ended and was known to
     */
    record End(Fact order, Fact shows, Certainty certainty, Instant moment, String words) {}

    private final Situation situation;
    private final Individual person;

    SupervisionRuns(Situation situation, Individual person) {
        this.situation = situation;
        this.person = person;
    }

    List<End> ends() {
        List<End> ends = new ArrayList<>();
        byType().values().forEach(l -> runs(l).forEach(r -> ends.addAll(end(r))));
        licences().forEach(ends::add);
        new RegisterEntries(person).runs().forEach(r -> register(r).ifPresent(ends::add));
        return ends;
    }

    private Map<SupervisionType, List<Entry<Supervision>>> byType() {
        Map<SupervisionType, List<Entry<Supervision>>> byType = new LinkedHashMap<>();
        person.about(Supervision.class).stream()
                .filter(e -> !RegisterEntries.registers(e.body().type()))
                .forEach(e ->
                        byType.computeIfAbsent(e.body().type(), _ -> new ArrayList<>()).add(e));
        return byType;
    }

    private static List<List<Entry<Supervision>>> runs(List<Entry<Supervision>> entries) {
        List<List<Entry<Supervision>>> runs = new ArrayList<>();
        for (Entry<Supervision> entry : entries) {
            boolean goesOn =
                    !runs.isEmpty()
                            && entry.body().stage() != SupervisionStage.STARTED
                            && runs.getLast().getLast().body().stage() != SupervisionStage.ENDED;
            if (goesOn) {
                runs.getLast().add(entry);
            } else {
                runs.add(new ArrayList<>(List.of(entry)));
            }
        }
        return runs;
    }

    private List<End> end(List<Entry<Supervision>> run) {
        Entry<Supervision> last = run.getLast();
        Optional<Instant> risk = offence(run);
        Optional<Entry<Supervision>> dated =
                run.stream().filter(e -> e.body().ends().isPresent()).reduce((_, later) -> later);
        Optional<Instant> byDate = dated.map(e -> past(e, e.body().ends().orElseThrow()));
        boolean told = last.body().stage() == SupervisionStage.ENDED;
        Optional<Instant> moment =
                told
                        ? Optional.of(
                                byDate.filter(last.received()::isAfter).orElse(last.received()))
                        : byDate;
        Entry<Supervision> shows = told ? last : dated.orElse(last);
        return Stream.of(moment)
                .flatMap(Optional::stream)
                .flatMap(m -> risk.map(r -> Namings.latest(m, r)).stream())
                .map(m ->
                        new End(
                                run.getFirst().fact(),
                                shows.fact(),
                                shows.certainty(),
                                m,
                                Found.words(last.body().type())))
                .toList();
    }

    private static Instant past(Entry<?> entry, LocalDate last) {
        return Namings.latest(entry.received(), London.endOf(last));
    }

    /** Since when it is known to be for an offence of (b) or (c), by its own or by a conviction. */
    private Optional<Instant> offence(List<Entry<Supervision>> run) {
        Optional<Instant> own =
                run.stream()
                        .filter(e -> e.body().offence().filter(o -> counts(o, e.day())).isPresent())
                        .map(Entry::received)
                        .findFirst();
        return own.or(this::convicted);
    }

    private static boolean counts(Offence offence, LocalDate day) {
        Conviction conviction =
                new Conviction(
                        offence, Optional.empty(), false, Optional.empty(), Optional.empty());
        return ViolenceAgainstChild.of(conviction, day).yes()
                || SeriousViolence.toFamily(conviction, List.of(), day).yes();
    }

    private Optional<Instant> convicted() {
        return new KnownRisks(situation, person)
                .all().stream()
                        .filter(r -> r.ofOffence() && r.limb() != Limb.REGISTER)
                        .map(KnownRisk::received)
                        .min(Comparator.naturalOrder());
    }

    /** Licences known only from the release. */
    private Stream<End> licences() {
        boolean recorded = byType().containsKey(SupervisionType.LICENCE);
        return person.about(Release.class).stream()
                .filter(e -> !recorded && e.body().onLicence())
                .flatMap(e ->
                        e
                                .body()
                                .licenceEnds()
                                .flatMap(d -> convicted().map(r -> Namings.latest(past(e, d), r)))
                                .map(m -> new End(e.fact(), e.fact(), e.certainty(), m, "licence"))
                                .stream());
    }

    private static Optional<End> register(RegisterEntries.Run run) {
        Entry<?> shows = run.ended().isPresent() ? run.ended().get() : run.entry();
        return run.end()
                .map(d -> run.ended().map(Entry::received).orElseGet(() -> past(run.last(), d)))
                .map(m ->
                        new End(
                                run.entry().fact(),
                                shows.fact(),
                                shows.certainty(),
                                m,
                                "register period"));
    }
}
