package sightline.core.alerts;

import sightline.core.alerts.Alert.State;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.duties.DutyEvaluation;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.kernel.PostId;
import sightline.core.screening.AlertReference;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSettings;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one pure function from a situation to everything that follows from it. */
public final class Derivation {
    private final Screening screening;
    private final Clocks clocks;

    public Derivation(Screening screening, Clocks clocks) {
        this.screening = screening;
        this.clocks = clocks;
    }

    /** The rules that it runs. */
    public Screening screening() {
        return screening;
    }

    /** The clocks that it runs. */
    public Clocks clocks() {
        return clocks;
    }

    /** The same rules with other clocks. */
    public Derivation with(Clocks others) {
        return new Derivation(screening, others);
    }

    /** The same clocks with the rules as areas set them. */
    public Derivation with(RuleSettings settings) {
        return new Derivation(screening.with(settings), clocks);
    }

    /** What follows for the situation's subject at its moment. */
    public Derived derive(Situation situation) {
        return derive(situation, screen(situation));
    }

    /** What the rules say of the situation's subject: the first half of what follows. */
    public Evaluation screen(Situation situation) {
        situation.around().attend();
        return screening.evaluate(situation.under(clocks.registers()));
    }

    /**
     * The same, where what one rule throws keeps no other from finding.
     *
     * @param failures is told which rule failed, and how
     */
    public Evaluation screen(Situation situation, BiConsumer<RuleId, Throwable> failures) {
        situation.around().attend();
        return screening.evaluate(situation.under(clocks.registers()), failures);
    }

    /**
     * The other half. What Sightline told of anybody since ({@link
     * sightline.core.household.Neighbourhood#hear}) changes this half alone: no rule reads it.
     *
     * @param evaluation what the rules said in the same neighbourhood at the same moment
     */
    public Derived derive(Situation situation, Evaluation evaluation) {
        situation.around().attend();
        Situation under = situation.under(clocks.registers());
        DutyEvaluation duties = clocks.evaluate(under, evaluation.findings());
        Optional<Instant> recheck =
                Stream.of(
                                evaluation.recheckAt(),
                                duties.recheckAt(),
                                under.registers().recheckAt(),
                                succession(situation),
                                staffing(duties.duties(), situation))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        return new Derived(
                situation.subject().id(),
                !situation.around().becameBorn().isEmpty(),
                alerts(situation, evaluation.findings()),
                evaluation.findings().stream().filter(f -> !f.alerts()).toList(),
                duties.duties(),
                under.registers().entries(),
                recheck);
    }

    /** When somebody's work becomes another's, whoever is told or owes may be another. */
    private static Optional<Instant> succession(Situation situation) {
        return situation.directory().nextSuccession(situation.today()).map(London::startOf);
    }

    /**
     * When somebody goes or comes who owes a duty, it may come to a post that nobody has; of one
     * that nobody has, when somebody comes to whom it can be passed on.
     */
    private static Optional<Instant> staffing(List<Duty> duties, Situation situation) {
        Directory directory = situation.directory();
        Set<PostId> posts =
                duties.stream()
                        .filter(d -> d.state().open())
                        .flatMap(d -> awaited(d, situation))
                        .distinct()
                        .flatMap(to ->
                                directory.posts(to.agency()).stream()
                                        .filter(post -> post.role().equals(to.role())))
                        .map(Post::id)
                        .collect(Collectors.toSet());
        return directory.nextStaffing(posts, situation.today()).map(London::startOf);
    }

    private static Stream<Recipient> awaited(Duty duty, Situation situation) {
        Attendance recorded = Attendance.asRecorded();
        boolean nobody =
                duty.told().stream()
                        .allMatch(to ->
                                recorded.absence(situation.directory(), to, situation.now(), false)
                                        .isPresent());
        return nobody
                ? Stream.concat(
                        Stream.concat(
                                duty.told().stream(), duty.ladder().stream().flatMap(Set::stream)),
                        Stream.of(situation.recipients().lead()))
                : duty.told().stream();
    }

    /** Findings that are only shown make no alert; they may start duties. */
    private static List<Alert> alerts(Situation situation, List<Finding> findings) {
        Map<String, List<Finding>> matters = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.alerts()) {
                String key = finding.rule().value() + "|" + finding.matter();
                matters.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
            }
        }
        return matters.values().stream()
                .map(f -> alert(situation, f))
                .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::reference))
                .toList();
    }

    private static Alert alert(Situation situation, List<Finding> findings) {
        Finding first = AlertReference.first(findings);
        String reference = AlertReference.of(situation, first);
        return new Alert(
                reference,
                first.rule(),
                first.subject(),
                first.matter(),
                findings,
                state(situation, reference));
    }

    private static State state(Situation situation, String reference) {
        Optional<Entry<SharedBody.AlertAnswered>> answer =
                situation.subject().entries(SharedBody.AlertAnswered.class).stream()
                        .filter(e -> e.body().alert().equals(reference))
                        .findFirst();
        if (answer.isPresent()) {
            Entry<SharedBody.AlertAnswered> entry = answer.get();
            return new State.Answered(entry.body().answer(), entry.fact().id(), entry.received());
        }
        return situation.around().becameBorn().isEmpty() ? new State.Open() : new State.Passed();
    }
}
