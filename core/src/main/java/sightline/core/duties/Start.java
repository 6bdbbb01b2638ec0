package sightline.core.duties;

import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Text;
import sightline.core.screening.Child;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;
import sightline.core.screening.UnansweredQuestions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that started a clock.
 *
 * @param reference stable: a fact's id, or a finding's rule, matter and item
 * @param received when it was known
 * @param counted the moment from which the clock counts
 * @param position the ledger position after which facts can discharge it
 * @param addressee who owes this one, where each addressee has their own
 * @param first whom the finding names first, where a finding started it
 */
record Start(
        String reference,
        Instant received,
        Instant counted,
        long position,
        Text because,
        Optional<Fact> fact,
        List<FactId> evidence,
        Optional<AgencyId> addressee,
        Set<Recipient> first) {
    static final Comparator<Start> IN_ORDER =
            Comparator.comparing(Start::counted).thenComparing(Start::reference);

    /** What names one addressee of several in a reference. */
    private static final String TO = "@";

    /** What a start that was found is called, by the item of its finding. */
    static String found(String item) {
        return "found/" + item;
    }

    /** The question whose putting off was found, where that started it. */
    Optional<UnansweredQuestions.PutOff> putOff(Situation situation) {
        return Child.in(situation).stream()
                .flatMap(child -> UnansweredQuestions.putOff(child).stream())
                .filter(p -> reference.equals(found(p.item())))
                .findFirst();
    }

    /** The part of it that one addressee of several owes. */
    Start oneOf(AgencyId owes) {
        return referred(reference + TO + owes.value(), owes);
    }

    /** The same, owed by its only addressee. */
    Start owedBy(AgencyId owes) {
        return referred(reference, owes);
    }

    private Start referred(String reference, AgencyId owes) {
        return new Start(
                reference,
                received,
                counted,
                position,
                because,
                fact,
                evidence,
                Optional.of(owes),
                first);
    }

    /** What all its addressees had in common, and what a named person ended before they had not. */
    String referenceOfAll() {
        return addressee
                .map(a -> TO + a.value())
                .filter(reference::endsWith)
                .map(a -> reference.substring(0, reference.length() - a.length()))
                .orElse(reference);
    }
}
