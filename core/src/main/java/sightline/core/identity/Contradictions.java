package sightline.core.identity;

import sightline.core.identity.Explanation.Reason;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps two people apart until a person decides, whatever links them through third records.
 * Asked of two groups of records as of two records.
 */
final class Contradictions {
    private Contradictions() {}

    /** What an identifier cannot override either. */
    static Optional<Reason> absolute(Prepared a, Prepared b) {
        if (twoNhsNumbers(a, b)) {
            return Optional.of(Reason.TWO_NHS_NUMBERS);
        }
        return oneNumberForTwins(a, b) ? Optional.of(Reason.TWINS_OR_TWO_NAMES) : Optional.empty();
    }

    /**
     * One NHS number and one birthday, and yet two forenames at one agency, or of a boy and a girl:
     * rather typed for the wrong twin than one child under two names, whom two agencies know.
     */
    static boolean oneNumberForTwins(Prepared a, Prepared b) {
        if (Collections.disjoint(a.nhsNumbers(), b.nhsNumbers())
                || BirthComparison.of(a, b).filter(it -> it == MatchWeights.BIRTH_SAME).isEmpty()) {
            return false;
        }
        var boyAndGirl =
                !a.sexes().isEmpty()
                        && !b.sexes().isEmpty()
                        && Collections.disjoint(a.sexes(), b.sexes());
        var differing =
                NameComparison.given(a, b)
                        .filter(it ->
                                it.weight() == MatchWeights.GIVEN_DIFFERENT
                                        || (boyAndGirl && it.weight() == MatchWeights.GIVEN_ALIKE));
        return differing.isPresent()
                && (boyAndGirl || ofOneAgency(a, b))
                && !NameComparison.swapped(a, b);
    }

    /** What a score cannot override. */
    static Optional<Reason> anyOf(Prepared a, Prepared b) {
        return absolute(a, b).or(() -> byDetails(a, b));
    }

    static boolean twoNhsNumbers(Prepared a, Prepared b) {
        return !a.nhsNumbers().isEmpty()
                && !b.nhsNumbers().isEmpty()
                && Collections.disjoint(a.nhsNumbers(), b.nhsNumbers());
    }

    static Optional<Reason> byDetails(Prepared a, Prepared b) {
        if (a.unborn() || b.unborn()) {
            return Pregnancies.cannotBeOne(a, b)
                    ? Optional.of(Reason.TWINS_OR_TWO_NAMES)
                    : Optional.empty();
        }
        var birth = BirthComparison.of(a, b);
        if (birth.filter(it -> it == MatchWeights.BIRTH_GENERATION).isPresent()) {
            return Optional.of(Reason.GENERATIONS_APART);
        }
        if (unnamedAtOneAgency(a, b, birth)) {
            return Optional.of(Reason.TWINS_OR_TWO_NAMES);
        }
        if (forenamesDiffer(a, b)) {
            var sameBirth = birth.filter(it -> it == MatchWeights.BIRTH_SAME).isPresent();
            return Optional.of(
                    sameBirth && familyNamesAgree(a, b)
                            ? Reason.TWINS_OR_TWO_NAMES
                            : Reason.FORENAMES_DIFFER);
        }
        if (boyAndGirl(a, b)) {
            return Optional.of(Reason.TWINS_OR_TWO_NAMES);
        }
        return birth.filter(it -> it.agreement() == Agreement.DIFFERS)
                .map(it -> Reason.BIRTHS_DIFFER);
    }

    /**
     * Daniel and Danielle: names no more than alike, and not of one sex. What a record says of the
     * sex goes before what the name says.
     */
    private static boolean boyAndGirl(Prepared a, Prepared b) {
        var given = NameComparison.given(a, b);
        if (given.filter(it -> it.line().agreement() == Agreement.SIMILAR).isEmpty()) {
            return false;
        }
        if (!a.sexes().isEmpty() && !b.sexes().isEmpty()) {
            return Collections.disjoint(a.sexes(), b.sexes());
        }
        var x = sexes(a);
        var y = sexes(b);
        return given.filter(it -> it.weight() != MatchWeights.GIVEN_INITIAL).isPresent()
                && !x.isEmpty()
                && !y.isEmpty()
                && Collections.disjoint(x, y);
    }

    /** As recorded, or else as the forenames have it; none where one of them is given to both. */
    private static Set<Sex> sexes(Prepared person) {
        if (!person.sexes().isEmpty()) {
            return person.sexes();
        }
        var sexes = EnumSet.noneOf(Sex.class);
        for (var name : person.names()) {
            if (name.hasGiven()) {
                var sex = NameTables.sexOf(name.firstGiven());
                if (sex.isEmpty()) {
                    return Set.of();
                }
                sexes.add(sex.get());
            }
        }
        return sexes;
    }

    /** Two newborn records without a forename at one agency are more likely twins than a slip. */
    private static boolean unnamedAtOneAgency(
            Prepared a, Prepared b, Optional<MatchWeights> birth) {
        return !a.hasGiven()
                && !b.hasGiven()
                && birth.filter(it -> it == MatchWeights.BIRTH_SAME).isPresent()
                && ofOneAgency(a, b);
    }

    static boolean ofOneAgency(Prepared a, Prepared b) {
        return a.records().stream()
                .anyMatch(x ->
                        b.records().stream()
                                .anyMatch(y -> x.agency().equals(y.agency()) && !x.equals(y)));
    }

    /** Forenames that are no more than alike differ too: they may be a sister's. */
    private static boolean forenamesDiffer(Prepared a, Prepared b) {
        return NameComparison.given(a, b)
                        .filter(it ->
                                it.weight() == MatchWeights.GIVEN_DIFFERENT
                                        || it.weight() == MatchWeights.GIVEN_ALIKE)
                        .isPresent()
                && !NameComparison.swapped(a, b);
    }

    private static boolean familyNamesAgree(Prepared a, Prepared b) {
        return NameComparison.family(a, b)
                .filter(it -> it.line().agreement() != Agreement.DIFFERS)
                .isPresent();
    }
}
