package sightline.linkage;

import java.util.List;

/**
 * The levels of each kind of comparison, from equal to different, as they are where nothing is
 * said.
 */
final class Levels {
    static final List<Level> NAME =
            List.of(
                    new Level("equal", 0.80),
                    new Level("variant", 0.02),
                    new Level("one slip", 0.06),
                    new Level("same sound", 0.01),
                    new Level("near", 0.02, 0.88),
                    new Level("initial", 0.01),
                    new Level("part", 0.02),
                    new Level("like", 0.01, 0.78),
                    new Level("different", 0.04),
                    new Level("crossed", 0.01));
    static final List<Level> DATE =
            List.of(
                    new Level("equal", 0.84),
                    new Level("day and month turned", 0.01),
                    new Level("one slip", 0.05),
                    new Level("partly known", 0.02),
                    new Level("other year", 0.02),
                    new Level("other month or day", 0.02),
                    new Level("two slips", 0.01),
                    new Level("same year", 0.01),
                    new Level("years near", 0.01),
                    new Level("different", 0.01));
    static final List<Level> CODE =
            List.of(
                    new Level("equal", 0.88),
                    new Level("one slip", 0.05),
                    new Level("two slips", 0.015),
                    new Level("half alike", 0.005, 2 / 3.0),
                    new Level("different", 0.05));
    static final List<Level> POSTCODE =
            List.of(
                    new Level("equal", 0.75),
                    new Level("one slip", 0.05),
                    new Level("same sector", 0.02),
                    new Level("same district", 0.03),
                    new Level("two slips", 0.01),
                    new Level("same area", 0.04),
                    new Level("different", 0.10));
    static final List<Level> TEXT =
            List.of(
                    new Level("equal", 0.72),
                    new Level("slips", 0.10, 0.93),
                    new Level("most words", 0.04, 0.65),
                    new Level("some words", 0.03, 0.3),
                    new Level("like", 0.02, 0.8),
                    new Level("different", 0.09));
    static final List<Level> CATEGORY =
            List.of(
                    new Level("equal", 0.85),
                    new Level("one slip", 0.03),
                    new Level("beginning alike", 0.02),
                    new Level("different", 0.10));
    static final List<Level> NUMBER =
            List.of(
                    new Level("equal", 0.85),
                    new Level("one apart", 0.04),
                    new Level("one slip", 0.05),
                    new Level("near", 0.02),
                    new Level("different", 0.04));
    static final List<Level> EMAIL =
            List.of(
                    new Level("equal", 0.80),
                    new Level("slips", 0.08),
                    new Level("same name", 0.02),
                    new Level("like name", 0.02, 0.9),
                    new Level("different", 0.08));
    static final List<Level> HOUSE_NUMBER =
            List.of(
                    new Level("equal", 0.78),
                    new Level("number in common", 0.03),
                    new Level("one slip", 0.07),
                    new Level("different", 0.12));

    private Levels() {}

    static List<Level> of(FieldKind kind) {
        return switch (kind) {
            case GIVEN_NAME, MIDDLE_NAME, SURNAME, FULL_NAME -> NAME;
            case BIRTH_DATE -> DATE;
            case YEAR, NUMBER -> NUMBER;
            case IDENTIFIER, PHONE, UPRN -> CODE;
            case EMAIL -> EMAIL;
            case POSTCODE -> POSTCODE;
            case HOUSE_NUMBER -> HOUSE_NUMBER;
            case STREET, ADDRESS, TOWN, TEXT, BIRTH_PLACE -> TEXT;
            case SEX, REGION, CATEGORY -> CATEGORY;
            case RECORD_ID, IGNORED -> List.of();
        };
    }
}
