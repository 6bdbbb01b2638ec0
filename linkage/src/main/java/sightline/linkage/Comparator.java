package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/**
 * Compares two values of one column by ordered levels: level 0 is equality (told apart by rarity),
 * the last but any crossed level is "different".
 */
abstract class Comparator {
    final Feature feature;
    final List<Level> levels;
    private final int missing;

    Comparator(Feature feature, List<Level> levels) {
        this.feature = feature;
        this.levels = List.copyOf(levels);
        this.missing = Feature.BUCKETS + levels.size() - 1;
    }

    /** The level of two unequal values, at least 1. */
    abstract int compare(int a, int b, Similarity similarity);

    /** The same comparison of other values, with what was counted in this column. */
    Comparator over(Feature values) {
        return of(values, levels, Names.none());
    }

    /** The number of cells: equality by rarity, the other levels, and "not known". */
    final int cells() {
        return missing + 1;
    }

    final int missing() {
        return missing;
    }

    /** The cell of a level that is not equality. */
    static int cell(int level) {
        return Feature.BUCKETS - 1 + level;
    }

    /** The level that a cell is of. */
    static int level(int cell) {
        return cell < Feature.BUCKETS ? 0 : cell - Feature.BUCKETS + 1;
    }

    final int different() {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals("different")) {
                return i;
            }
        }
        return levels.size() - 1;
    }

    /** Whether a level says that one person cannot well have both values. */
    boolean isOutright(int level) {
        return level == different();
    }

    /** Whether the value proves itself right, as by a check digit. */
    boolean isSure(int code) {
        return false;
    }

    /** The level of crossed values, or 0 where this column is never crossed with another. */
    int crossed() {
        return 0;
    }

    static Comparator of(Feature feature, List<Level> levels, Names names) {
        if (Several.isIn(feature)) {
            return new SeveralComparator(feature, levels, names);
        }
        return switch (feature.kind) {
            case GIVEN_NAME, MIDDLE_NAME, SURNAME, FULL_NAME ->
                    new NameComparator(feature, levels, names);
            case BIRTH_DATE -> new DateComparator(feature, levels);
            case YEAR, NUMBER -> new NumberComparator(feature, levels);
            case IDENTIFIER, PHONE, UPRN -> new CodeComparator(feature, levels);
            case EMAIL -> new EmailComparator(feature, levels);
            case POSTCODE -> new PostcodeComparator(feature, levels);
            case HOUSE_NUMBER -> new HouseNumberComparator(feature, levels);
            case STREET, ADDRESS, TOWN, TEXT, BIRTH_PLACE -> new TextComparator(feature, levels);
            case SEX, REGION, CATEGORY -> new CategoryComparator(feature, levels);
            case RECORD_ID, IGNORED -> throw new IllegalStateException("never compared");
        };
    }
}
