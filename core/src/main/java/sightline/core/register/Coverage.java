package sightline.core.register;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a pack covers somebody, and what would change the answer. What the records do not say is
 * a question, never a no.
 *
 * @param liabilities the reasons for which it does
 * @param questions what the records leave open
 * @param reasons why each conviction, order or marker that does not count does not
 */
public record Coverage(
        List<Liability> liabilities, List<Question> questions, List<String> reasons) {

    /**
     * What to ask of whoever keeps the record.
     *
     * @param ask the question
     * @param wouldChange what the answer would change
     */
    public record Question(String ask, String wouldChange) {}

    public Coverage {
        liabilities = List.copyOf(liabilities);
        questions = List.copyOf(questions);
        reasons = List.copyOf(reasons);
    }

    /** Whether anything puts the person under the pack. */
    public boolean covered() {
        return !liabilities.isEmpty();
    }

    /** Whether all of it was over before a day. */
    public boolean overBy(LocalDate day) {
        return liabilities.stream().allMatch(l -> l.days().endedBefore(day));
    }

    /** Whether another area runs all that is not over by itself on a day. */
    public boolean elsewhereOn(LocalDate day) {
        return liabilities.stream().anyMatch(Liability::handedOver)
                && liabilities.stream().allMatch(l -> l.handedOver() || l.days().endedBefore(day));
    }
}
