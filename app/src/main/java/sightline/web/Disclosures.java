package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.PoliceBody.DisclosureApplication;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.Disclosure.DisclosureStep;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureStage;
import sightline.core.facts.SharedBody.DisclosureStage.Stage;
import sightline.core.facts.SharedBody.Route;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One question whether something is told, asked on a page or sent as an application, with the
 * stages that it went through, what was decided and what was said.
 *
 * @param stages of a scheme, oldest first
 * @param decided the newest decision; a sender that tells decided and said not apart sends one
 *     message for both
 * @param said what was said on it: of the person where it was decided to tell, else only to whoever
 *     applied
 * @param settled whether its duty was done by a decision that the reader may not see: one that
 *     ended otherwise leaves a question to be decided
 */
record Disclosures(
        Entry<DisclosureAsked> asked,
        List<Entry<DisclosureStage>> stages,
        Optional<Entry<Disclosure>> decided,
        Optional<Entry<Disclosure>> said,
        boolean settled) {
    Disclosures {
        stages = List.copyOf(stages);
    }

    /**
     * Every question about somebody, the newest first.
     *
     * @param duties what is and was owed about them
     * @param keeps whether the reader keeps the register of an agency: nothing that it was asked is
     *     settled out of their sight
     */
    static List<Disclosures> of(
            Individual subject, List<DutyRow> duties, Predicate<AgencyId> keeps) {
        List<Entry<Disclosure>> answers = subject.about(Disclosure.class);
        List<Entry<DisclosureStage>> stages = subject.about(DisclosureStage.class);
        return Stream.concat(
                        subject.about(DisclosureAsked.class).stream(),
                        subject.about(DisclosureApplication.class).stream()
                                .map(Disclosures::question))
                .sorted(Comparator.comparingLong(asked -> asked.fact().position()))
                .map(asked ->
                        of(
                                asked,
                                stages,
                                answers,
                                !keeps.test(asked.fact().source()) && settled(asked, duties)))
                .toList()
                .reversed();
    }

    private static Entry<DisclosureAsked> question(Entry<DisclosureApplication> applied) {
        return new Entry<>(
                applied.fact(), applied.body().question(), applied.standing(), applied.certainty());
    }

    private static Disclosures of(
            Entry<DisclosureAsked> asked,
            List<Entry<DisclosureStage>> stages,
            List<Entry<Disclosure>> answers,
            boolean settled) {
        Optional<Entry<Disclosure>> decided =
                answers.stream()
                        .filter(a -> a.body().step().filter(DisclosureStep.SAID::equals).isEmpty())
                        .filter(a -> regards(a.fact(), asked.fact()))
                        .reduce((_, newest) -> newest);
        Optional<Entry<Disclosure>> said =
                decided.flatMap(d ->
                        answers.stream()
                                .filter(a -> regards(a.fact(), d.fact()))
                                .reduce((_, newest) -> newest)
                                .or(() -> decided.filter(_ -> d.body().step().isEmpty())));
        List<Entry<DisclosureStage>> reached =
                stages.stream().filter(s -> regards(s.fact(), asked.fact())).toList();
        List<Entry<DisclosureStage>> after =
                stages.stream()
                        .filter(s -> reached.stream().anyMatch(r -> regards(s.fact(), r.fact())))
                        .toList();
        return new Disclosures(
                asked,
                Stream.concat(reached.stream(), after.stream()).toList(),
                decided,
                said,
                settled);
    }

    /** Whether a decision that was owed was made, and none is owed any more. */
    private static boolean settled(Entry<DisclosureAsked> asked, List<DutyRow> duties) {
        String clock = "disclosure." + Codes.kebab(asked.body().to());
        List<DutyRow> own =
                duties.stream()
                        .filter(d -> d.clock().equals(clock))
                        .filter(d -> d.key().endsWith("|" + asked.fact().id().text()))
                        .toList();
        return own.stream().anyMatch(DutyRow::done) && own.stream().noneMatch(DutyRow::open);
    }

    private static boolean regards(Fact later, Fact earlier) {
        return later.references().regarding().contains(earlier.id().message());
    }

    /** Whether it waits for its decision. */
    boolean open() {
        return decided.isEmpty() && !settled;
    }

    /** Whether it was decided by what the reader may not see. */
    boolean outOfSight() {
        return decided.isEmpty() && settled;
    }

    /** Whether it was decided to tell, and nothing is recorded as said. */
    boolean toBeSaid() {
        return said.isEmpty() && decided.filter(d -> d.body().made()).isPresent();
    }

    /** Whether it was decided not to tell, and nobody has told whoever applied that it is over. */
    boolean toBeAnswered() {
        return said.isEmpty() && applied() && decided.filter(d -> !d.body().made()).isPresent();
    }

    private boolean applied() {
        return asked.body().route().filter(Route.RIGHT_TO_ASK::equals).isPresent();
    }

    /** Whether a scheme has stages for it. */
    boolean ofScheme() {
        return DisclosureFields.scheme(asked.body().to());
    }

    /** The stages of its scheme that it has still to go through, while it waits for a decision. */
    List<Stage> ahead() {
        if (!open() || !ofScheme()) {
            return List.of();
        }
        return Stream.of(Stage.CHECKED, Stage.MET)
                .filter(stage -> stage == Stage.CHECKED || applied())
                .filter(stage -> stages.stream().noneMatch(s -> s.body().stage() == stage))
                .toList();
    }

    /** The first stage that found a danger on which nobody has recorded what was done. */
    Optional<Entry<DisclosureStage>> danger() {
        return stages.stream()
                .filter(s -> s.body().danger())
                .filter(s ->
                        stages.stream()
                                .noneMatch(a ->
                                        a.body().stage() == Stage.ACTED
                                                && regards(a.fact(), s.fact())))
                .findFirst();
    }

    /** Whether anybody has anything to do on it. */
    boolean waits() {
        return open() || toBeSaid() || toBeAnswered() || danger().isPresent();
    }
}
