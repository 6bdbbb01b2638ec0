package sightline.web;

import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.Disclosure.DisclosureStep;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.household.Entry;
import sightline.core.household.Individual;

import java.util.List;
import java.util.Optional;

/**
 * One question whether something is told, with what was decided and what was said.
 *
 * @param decided the newest decision
 * @param said what was said, after it was decided to
 */
record Disclosures(
        Entry<DisclosureAsked> asked,
        Optional<Entry<Disclosure>> decided,
        Optional<Entry<Disclosure>> said) {

    /** Every question about somebody, the newest first. */
    static List<Disclosures> of(Individual subject) {
        List<Entry<Disclosure>> answers = subject.about(Disclosure.class);
        return subject.about(DisclosureAsked.class).stream()
                .map(asked -> of(asked, answers))
                .toList()
                .reversed();
    }

    private static Disclosures of(Entry<DisclosureAsked> asked, List<Entry<Disclosure>> answers) {
        Optional<Entry<Disclosure>> decided =
                answers.stream()
                        .filter(a ->
                                a.body().step().filter(DisclosureStep.DECIDED::equals).isPresent())
                        .filter(a -> regards(a.fact(), asked.fact()))
                        .reduce((_, newest) -> newest);
        Optional<Entry<Disclosure>> said =
                decided.flatMap(d ->
                        answers.stream()
                                .filter(a -> regards(a.fact(), d.fact()))
                                .reduce((_, newest) -> newest));
        return new Disclosures(asked, decided, said);
    }

    private static boolean regards(Fact later, Fact earlier) {
        return later.references().regarding().contains(earlier.id().message());
    }

    /** Whether it waits for its decision. */
    boolean open() {
        return decided.isEmpty();
    }

    /** Whether it was decided to tell, and nothing is recorded as said. */
    boolean toBeSaid() {
        return said.isEmpty() && decided.filter(d -> d.body().made()).isPresent();
    }
}
