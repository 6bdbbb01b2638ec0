package sightline.core.identity;

import sightline.core.identity.Explanation.Line;
import sightline.core.identity.Explanation.Reason;
import sightline.core.identity.NameComparison.Compared;
import sightline.core.identity.Prepared.IssuedNumber;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs two records: exact identifiers first, then what is absolute, then two opinions: the plain
 * weights of {@link MatchWeights} and the {@link LearntModel}. Depends on nothing but the two
 * records, and is symmetric.
 *
 * <p>A score joins only where forename and date of birth speak for it. Twins, a father and son of
 * one name and two NHS numbers are therefore never joined by a score, however much else agrees.
 */
public final class PersonComparison {
    /** Of these a person has one at most, so that two speak against. */
    private static final Set<IdentifierType> ONE_A_PERSON =
            Set.of(IdentifierType.PNC, IdentifierType.NINO);

    private static final Set<MatchWeights> ONE_FORENAME =
            Set.of(
                    MatchWeights.GIVEN_SAME,
                    MatchWeights.GIVEN_HEARD,
                    MatchWeights.GIVEN_SHORT_FORM,
                    MatchWeights.GIVEN_SPELLING);

    private PersonComparison() {}

    /** Version of the frozen model. */
    public static String modelVersion() {
        return MatchWeights.VERSION;
    }

    /** How two records compare, and why. */
    public static Explanation compare(RecordDetails a, RecordDetails b) {
        return compare(Prepared.of(a), Prepared.of(b));
    }

    /** Compares two of some records. */
    static Explanation compare(
            Map<SourceRecord, Prepared> records, SourceRecord a, SourceRecord b) {
        var first = records.get(a);
        var second = records.get(b);
        if (first == null || second == null) {
            throw new IllegalStateException("There are no details of %s or of %s.".formatted(a, b));
        }
        return compare(first, second);
    }

    static Explanation compare(Prepared a, Prepared b) {
        var lines = lines(a, b);
        var draft =
                new Explanation(Certainty.NOT_KNOWN, Reason.WEIGHT, lines, MatchWeights.VERSION);
        var finding =
                a.unborn() || b.unborn() ? Pregnancies.judge(a, b, draft) : judge(a, b, draft);
        return new Explanation(finding.certainty(), finding.reason(), lines, MatchWeights.VERSION);
    }

    /** What a comparison came to. */
    record Finding(Certainty certainty, Reason reason) {}

    /** The identifiers alone, where they settle it. */
    static Optional<Finding> byIdentifier(Explanation draft) {
        if (draft.in(Field.NHS_NUMBER) != Agreement.AGREES
                && (draft.in(Field.OTHER_IDENTIFIER) != Agreement.AGREES
                        || draft.in(Field.NHS_NUMBER) == Agreement.DIFFERS)) {
            return Optional.empty();
        }
        var nothingElse =
                draft.in(Field.GIVEN_NAME) == Agreement.DIFFERS
                        && draft.in(Field.DATE_OF_BIRTH) == Agreement.DIFFERS;
        return Optional.of(
                nothingElse
                        ? new Finding(Certainty.POSSIBLE, Reason.IDENTIFIER_AGREES_BUT_NOTHING_ELSE)
                        : new Finding(Certainty.CONFIRMED, Reason.IDENTIFIER_AGREES));
    }

    private static Finding judge(Prepared a, Prepared b, Explanation draft) {
        if (Contradictions.oneNumberForTwins(a, b)) {
            return new Finding(Certainty.POSSIBLE, Reason.TWINS_OR_TWO_NAMES);
        }
        var identified = byIdentifier(draft);
        if (identified.isPresent()) {
            return identified.get();
        }
        var contradiction = Contradictions.byDetails(a, b);
        if (Contradictions.twoNhsNumbers(a, b)) {
            return twoNhsNumbers(draft, contradiction);
        }
        var weight = draft.weightTenths();
        if (contradiction.isPresent()) {
            return contradicted(draft, contradiction.get());
        }
        var namesAndBirth =
                draft.in(Field.DATE_OF_BIRTH) != Agreement.NOT_KNOWN
                        && (draft.in(Field.GIVEN_NAME) != Agreement.NOT_KNOWN
                                || draft.in(Field.FAMILY_NAME) == Agreement.AGREES);
        if (undatedChildOfOneMother(draft) && weight >= MatchWeights.JOIN_TENTHS) {
            return new Finding(Certainty.LIKELY, Reason.WEIGHT);
        }
        return new Finding(byWeight(a, b, draft, namesAndBirth), Reason.WEIGHT);
    }

    /**
     * What one mother adds, in bits, to what the learnt model says, which knows nothing of mothers.
     * Strangers who share a name and a birthday do not share a mother; brothers and sisters share
     * her and no birthday; twins share both and no forename, however it is written.
     */
    private static double motherBits(Prepared a, Prepared b, Explanation draft) {
        var speaks =
                draft.in(Field.MOTHER) == Agreement.AGREES
                        && draft.in(Field.DATE_OF_BIRTH) == Agreement.AGREES
                        && NameComparison.given(a, b)
                                .filter(it -> ONE_FORENAME.contains(it.weight()))
                                .isPresent();
        return speaks ? draft.weightTenths(Field.MOTHER) / 10.0 : 0;
    }

    /**
     * One side has no date of birth, but both have one full name, one home and one mother: a mother
     * gives no two of her children one name.
     */
    private static boolean undatedChildOfOneMother(Explanation draft) {
        return draft.in(Field.DATE_OF_BIRTH) == Agreement.NOT_KNOWN
                && draft.in(Field.GIVEN_NAME) == Agreement.AGREES
                && draft.in(Field.FAMILY_NAME) == Agreement.AGREES
                && draft.in(Field.MOTHER) == Agreement.AGREES
                && draft.in(Field.ADDRESS) == Agreement.AGREES
                && draft.in(Field.SEX) != Agreement.DIFFERS;
    }

    /** Plain weights and the learnt model together: either may ask, neither joins against both. */
    private static Certainty byWeight(
            Prepared a, Prepared b, Explanation draft, boolean namesAndBirth) {
        var tenths = draft.weightTenths();
        if (tenths < MatchWeights.LOOK_TENTHS) {
            return Certainty.NOT_KNOWN;
        }
        if (!namesAndBirth && tenths >= MatchWeights.REVIEW_TENTHS) {
            return Certainty.POSSIBLE;
        }
        var bits = LearntModel.bits(a, b) + motherBits(a, b, draft);
        var bothForIt =
                tenths >= MatchWeights.JOIN_TENTHS && bits >= MatchWeights.LEARNT_AGREES_BITS;
        if (namesAndBirth && (bothForIt || bits >= MatchWeights.LEARNT_JOIN_BITS)) {
            return Certainty.LIKELY;
        }
        return tenths >= MatchWeights.REVIEW_TENTHS || bits >= MatchWeights.LEARNT_REVIEW_BITS
                ? Certainty.POSSIBLE
                : Certainty.NOT_KNOWN;
    }

    /**
     * Two valid numbers: a person looks if all else agrees; two people if anything else differs.
     */
    private static Finding twoNhsNumbers(Explanation draft, Optional<Reason> contradiction) {
        var nhsWeight = MatchWeights.NHS_DIFFERENT.tenths();
        var allElse = draft.weightTenths() - nhsWeight >= MatchWeights.JOIN_TENTHS;
        return new Finding(
                allElse && contradiction.isEmpty() ? Certainty.POSSIBLE : Certainty.NOT_KNOWN,
                Reason.TWO_NHS_NUMBERS);
    }

    private static Finding contradicted(Explanation draft, Reason reason) {
        var plausible =
                switch (reason) {
                    case GENERATIONS_APART -> false;
                    case FORENAMES_DIFFER, BIRTHS_DIFFER ->
                            draft.weightTenths() >= MatchWeights.REVIEW_TENTHS
                                    && !(draft.in(Field.GIVEN_NAME) == Agreement.DIFFERS
                                            && draft.in(Field.DATE_OF_BIRTH) == Agreement.DIFFERS);
                    default -> draft.weightTenths() >= MatchWeights.REVIEW_TENTHS;
                };
        return new Finding(plausible ? Certainty.POSSIBLE : Certainty.NOT_KNOWN, reason);
    }

    private static List<Line> lines(Prepared a, Prepared b) {
        var lines = new ArrayList<Line>(Field.values().length);
        nhs(a, b).map(MatchWeights::line).ifPresent(lines::add);
        otherNumbers(a, b).map(MatchWeights::line).ifPresent(lines::add);
        names(a, b, lines);
        births(a, b).map(MatchWeights::line).ifPresent(lines::add);
        either(a.sexes(), b.sexes(), MatchWeights.SEX_SAME, MatchWeights.SEX_DIFFERENT)
                .ifPresent(lines::add);
        either(a.deaths(), b.deaths(), MatchWeights.DEATH_SAME, MatchWeights.DEATH_DIFFERENT)
                .ifPresent(lines::add);
        mother(a, b).map(MatchWeights::line).ifPresent(lines::add);
        address(a, b).map(MatchWeights::line).ifPresent(lines::add);
        if (!Collections.disjoint(a.phones(), b.phones())) {
            lines.add(MatchWeights.PHONE_SAME.line());
        }
        if (!Collections.disjoint(a.emails(), b.emails())) {
            lines.add(MatchWeights.EMAIL_SAME.line());
        }
        return lines;
    }

    private static void names(Prepared a, Prepared b, List<Line> lines) {
        var given = NameComparison.given(a, b).map(Compared::line);
        var differs = given.filter(line -> line.agreement() == Agreement.DIFFERS).isPresent();
        if (differs && NameComparison.swapped(a, b)) {
            lines.add(MatchWeights.NAMES_SWAPPED.line());
            lines.add(MatchWeights.FAMILY_FORMER.line());
            return;
        }
        given.ifPresent(lines::add);
        NameComparison.family(a, b).map(Compared::line).ifPresent(lines::add);
    }

    private static Optional<MatchWeights> births(Prepared a, Prepared b) {
        if (BirthComparison.canBeOfPregnancy(a, b)
                || BirthComparison.canBeOfPregnancy(b, a)
                || BirthComparison.samePregnancy(a, b)) {
            return Optional.of(MatchWeights.BIRTH_AS_EXPECTED);
        }
        return BirthComparison.of(a, b);
    }

    private static Optional<MatchWeights> nhs(Prepared a, Prepared b) {
        if (!Collections.disjoint(a.nhsNumbers(), b.nhsNumbers())) {
            return Optional.of(MatchWeights.NHS_SAME);
        }
        return Contradictions.twoNhsNumbers(a, b)
                ? Optional.of(MatchWeights.NHS_DIFFERENT)
                : Optional.empty();
    }

    private static Optional<MatchWeights> otherNumbers(Prepared a, Prepared b) {
        var best = Optional.<MatchWeights>empty();
        for (var number : a.otherNumbers()) {
            if (b.otherNumbers().contains(number)) {
                if (number.type() != IdentifierType.PASSPORT) {
                    return Optional.of(MatchWeights.IDENTIFIER_SAME);
                }
                best = Optional.of(MatchWeights.PASSPORT_SAME);
            } else if (best.isEmpty() && ofThisTypeToo(number, b)) {
                best = Optional.of(MatchWeights.IDENTIFIER_DIFFERENT);
            }
        }
        return best;
    }

    private static boolean ofThisTypeToo(IssuedNumber number, Prepared other) {
        return ONE_A_PERSON.contains(number.type())
                && other.otherNumbers().stream().anyMatch(it -> it.type() == number.type());
    }

    private static Optional<MatchWeights> mother(Prepared a, Prepared b) {
        if (!Collections.disjoint(a.motherRecords(), b.motherRecords())
                || !Collections.disjoint(a.motherNumbers(), b.motherNumbers())) {
            return Optional.of(MatchWeights.MOTHER_SAME);
        }
        if (nhsKnown(a.motherNumbers()) && nhsKnown(b.motherNumbers())) {
            return Optional.of(MatchWeights.MOTHER_DIFFERENT);
        }
        return Collections.disjoint(a.motherNames(), b.motherNames())
                ? Optional.empty()
                : Optional.of(MatchWeights.MOTHER_NAMED_SAME);
    }

    private static boolean nhsKnown(Set<IssuedNumber> numbers) {
        return numbers.stream().anyMatch(number -> number.type() == IdentifierType.NHS);
    }

    /** Having moved speaks against nobody, so addresses only ever speak for. */
    private static Optional<MatchWeights> address(Prepared a, Prepared b) {
        var best = Optional.<MatchWeights>empty();
        for (var x : a.places()) {
            for (var y : b.places()) {
                if (AddressComparison.compare(x, y).answer() == AddressComparison.Answer.SAME) {
                    if (!x.communal() && !y.communal()) {
                        return Optional.of(MatchWeights.ADDRESS_SAME);
                    }
                    best = Optional.of(MatchWeights.ADDRESS_COMMUNAL);
                }
            }
        }
        if (best.isEmpty() && !Collections.disjoint(a.postcodes(), b.postcodes())) {
            return Optional.of(MatchWeights.POSTCODE_SAME);
        }
        return best;
    }

    private static <T> Optional<Line> either(
            Set<T> a, Set<T> b, MatchWeights same, MatchWeights different) {
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Collections.disjoint(a, b) ? different.line() : same.line());
    }
}
