package sightline.core.identity;

import static sightline.core.identity.Agreement.AGREES;
import static sightline.core.identity.Agreement.DIFFERS;
import static sightline.core.identity.Agreement.SIMILAR;

/**
 * The frozen weights of the first model, in tenths of a bit (10 = twice as likely to be one
 * person). Changing one makes a new version, because it changes who is one person.
 *
 * <p>Each is log2(m / u): how often one person's two records compare so (error rates of CRATE, BMC
 * Med Inform 2023 s12911-023-02176-6) over how often two people's do, in a population of tens of
 * millions. Names take their own frequency instead of {@code u}.
 */
enum MatchWeights {
    NHS_SAME(Field.NHS_NUMBER, AGREES, 250),
    NHS_DIFFERENT(Field.NHS_NUMBER, DIFFERS, -140),
    IDENTIFIER_SAME(Field.OTHER_IDENTIFIER, AGREES, 220),
    PASSPORT_SAME(Field.OTHER_IDENTIFIER, AGREES, 150),
    IDENTIFIER_DIFFERENT(Field.OTHER_IDENTIFIER, DIFFERS, -60),
    GIVEN_SAME(Field.GIVEN_NAME, AGREES, 100),
    GIVEN_MIDDLE(Field.GIVEN_NAME, SIMILAR, 60),
    GIVEN_HEARD(Field.GIVEN_NAME, SIMILAR, 65),
    GIVEN_SHORT_FORM(Field.GIVEN_NAME, SIMILAR, 65),
    GIVEN_SPELLING(Field.GIVEN_NAME, SIMILAR, 45),
    GIVEN_ALIKE(Field.GIVEN_NAME, SIMILAR, 20),
    GIVEN_INITIAL(Field.GIVEN_NAME, SIMILAR, 25),
    GIVEN_DIFFERENT(Field.GIVEN_NAME, DIFFERS, -45),
    NAMES_SWAPPED(Field.GIVEN_NAME, SIMILAR, 80),
    FAMILY_SAME(Field.FAMILY_NAME, AGREES, 115),
    FAMILY_FORMER(Field.FAMILY_NAME, SIMILAR, 95),
    FAMILY_PART(Field.FAMILY_NAME, SIMILAR, 70),
    FAMILY_SPELLING(Field.FAMILY_NAME, SIMILAR, 60),
    FAMILY_DIFFERENT(Field.FAMILY_NAME, DIFFERS, -35),
    BIRTH_SAME(Field.DATE_OF_BIRTH, AGREES, 125),
    BIRTH_SWAPPED(Field.DATE_OF_BIRTH, SIMILAR, 95),
    BIRTH_ONE_DIGIT(Field.DATE_OF_BIRTH, SIMILAR, 75),
    BIRTH_MONTH(Field.DATE_OF_BIRTH, SIMILAR, 80),
    BIRTH_YEAR(Field.DATE_OF_BIRTH, SIMILAR, 45),
    BIRTH_DIFFERENT(Field.DATE_OF_BIRTH, DIFFERS, -80),
    BIRTH_GENERATION(Field.DATE_OF_BIRTH, DIFFERS, -140),
    BIRTH_AS_EXPECTED(Field.DATE_OF_BIRTH, SIMILAR, 80),
    SEX_SAME(Field.SEX, AGREES, 10),
    SEX_DIFFERENT(Field.SEX, DIFFERS, -50),
    DEATH_SAME(Field.DATE_OF_DEATH, AGREES, 100),
    DEATH_DIFFERENT(Field.DATE_OF_DEATH, DIFFERS, -40),
    MOTHER_SAME(Field.MOTHER, AGREES, 110),
    MOTHER_NAMED_SAME(Field.MOTHER, AGREES, 70),
    MOTHER_DIFFERENT(Field.MOTHER, DIFFERS, -60),
    ADDRESS_SAME(Field.ADDRESS, AGREES, 100),
    ADDRESS_COMMUNAL(Field.ADDRESS, SIMILAR, 30),
    POSTCODE_SAME(Field.ADDRESS, SIMILAR, 70),
    PHONE_SAME(Field.PHONE, AGREES, 80),
    EMAIL_SAME(Field.EMAIL, AGREES, 90);

    /** Name of the model, printed with each explanation. */
    static final String VERSION = "learnt-2026-11d";

    /** At this weight two records are likely one person: some 20 to 1 among 67 million people. */
    static final int JOIN_TENTHS = 300;

    /** At this weight somebody should look. */
    static final int REVIEW_TENTHS = 210;

    /** Below this nobody need look, and the learnt model is not asked. */
    static final int LOOK_TENTHS = 100;

    /** From here the learnt model joins by itself: 256 to 1 among a million people. */
    static final double LEARNT_JOIN_BITS = 8;

    /** Below this it does not let the plain weights join: 16 to 1. */
    static final double LEARNT_AGREES_BITS = 4;

    /** From even odds on, somebody should look. */
    static final double LEARNT_REVIEW_BITS = 0;

    /** A rival this much weaker is no rival. */
    static final int CLEARLY_WEAKER_TENTHS = 30;

    private final Field field;
    private final Agreement agreement;
    private final int tenths;

    MatchWeights(Field field, Agreement agreement, int tenths) {
        this.field = field;
        this.agreement = agreement;
        this.tenths = tenths;
    }

    int tenths() {
        return tenths;
    }

    Agreement agreement() {
        return agreement;
    }

    Explanation.Line line() {
        return new Explanation.Line(field, agreement, tenths);
    }

    /** The same with a frequent name's lower weight. */
    Explanation.Line lineAtMost(int limitTenths) {
        return new Explanation.Line(field, agreement, Math.min(tenths, limitTenths));
    }
}
