package sightline.web;

import sightline.core.identity.Explanation;
import sightline.core.kernel.Certainty;

import java.util.List;
import java.util.stream.Collectors;

/** Why two records are taken for one person's, in words. */
final class JoinedWords {
    private JoinedWords() {}

    static String why(Explanation.Reason reason) {
        return switch (reason) {
            case IDENTIFIER_AGREES ->
                    "A number that is issued to one person agrees, and nothing speaks against it.";
            case IDENTIFIER_AGREES_BUT_NOTHING_ELSE ->
                    "A number agrees, yet name and date of birth both differ: one of them may be a slip, or somebody uses another’s number.";
            case TWO_NHS_NUMBERS -> "They have two different valid NHS numbers.";
            case TWINS_OR_TWO_NAMES ->
                    "One surname and birthday, two first names: twins, or one child under two names.";
            case FORENAMES_DIFFER -> "The first names differ.";
            case GENERATIONS_APART -> "One name, a generation apart.";
            case BIRTHS_DIFFER -> "The dates of birth differ by more than a slip.";
            case BORN_OF_THIS_PREGNANCY ->
                    "The one may be the child born of the other’s pregnancy.";
            case WEIGHT -> "Taken together, this is what the fields say.";
        };
    }

    /** How sure the records alone make it, and why. */
    static String joined(Explanation explanation) {
        return byItself(explanation.certainty()) + " " + why(explanation.reason());
    }

    private static String byItself(Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> "Sightline joined them: the same person, by what they say.";
            case LIKELY -> "Sightline joined them: likely the same person.";
            case POSSIBLE, NOT_KNOWN -> "Other records joined these two.";
        };
    }

    /** Those with these accounts; the reader is "you". */
    static String people(Visit visit, List<String> accounts) {
        return accounts.stream()
                .map(a -> a.equals(visit.account().id().value()) ? "you" : visit.person(a))
                .collect(Collectors.joining(" and "));
    }
}
