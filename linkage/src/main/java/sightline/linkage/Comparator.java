package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/**
 * Compares two values of one column by ordered levels: level 0 is equality (told apart by rarity),
 * the last but any crossed level is "different".
 *
 * <p>The shares say how often records of one person are expected at each level before anything is
 * learnt; they are a weak opinion that data overrules.
 */
abstract class Comparator {
    /** One level: what it is called, and how often records of one person are expected there. */
    record Level(String name, double share) {}

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

    /** The level of crossed values, or 0 where this column is never crossed with another. */
    int crossed() {
        return 0;
    }

    static Comparator of(Feature feature, Names names) {
        return switch (feature.kind) {
            case GIVEN_NAME, MIDDLE_NAME, SURNAME, FULL_NAME -> new NameComparator(feature, names);
            case BIRTH_DATE -> new DateComparator(feature);
            case YEAR, NUMBER -> new NumberComparator(feature);
            case IDENTIFIER, PHONE -> new CodeComparator(feature);
            case EMAIL -> new EmailComparator(feature);
            case POSTCODE -> new PostcodeComparator(feature);
            case HOUSE_NUMBER -> new HouseNumberComparator(feature);
            case STREET, TOWN, TEXT, BIRTH_PLACE -> new TextComparator(feature);
            case SEX, REGION, CATEGORY, RECORD_ID, IGNORED -> new CategoryComparator(feature);
        };
    }
}
