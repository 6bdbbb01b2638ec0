package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the columns that say nothing of who a record is about: the day of an admission, a ward, a
 * number of a batch. Where names and date of birth, or as much, are the same, such a column agrees
 * no more often than between any two records; taken for a column about the person it would speak
 * against every true pair. Only columns that were recognised by what stands in them are doubted.
 */
final class Telling {
    private static final int ENOUGH = 40;
    private static final int MOST_PAIRS = 4000;
    private static final int A_GENERATION = 15;
    private static final double NEARLY_ALL = 0.98;
    private static final int YEAR_DIGITS = 4;
    private static final double SELDOM_EQUAL = 0.3;

    /** A column about the person agrees at least so much more often than by chance. */
    private static final double LEAST_LIFT = 0.1;

    /** So few people of one name are expected by chance where it is rare. */
    private static final double RARE = 0.1;

    /** Pairs of one rare name tell where they are so many times as many as chance brings about. */
    private static final double SURELY_MORE = 10;

    /** A code that is given out one by one has so many values to a row, and few rows to a value. */
    private static final double LEAST_DISTINCT = 0.3;

    private static final int MOST_HOLDERS = 5;

    private final Records records;
    private final List<Comparator> comparators;
    private final List<Field> fields;
    private final List<int[]> pairs = new ArrayList<>();

    /** The records in an order drawn by lot. */
    private final int[] order;

    /** Whether the pairs have in common what no two people have. */
    private boolean surelyOne = true;

    private Telling(List<Table> tables, List<Field> fields, Names names) {
        this.fields = fields;
        this.records = new Records(tables, fields);
        this.comparators =
                records.features().parallelStream()
                        .map(f -> Comparator.of(f, f.kind.levels(), names))
                        .toList();
        this.order =
                IntStream.range(0, records.size())
                        .boxed()
                        .sorted(java.util.Comparator.comparingLong(i -> Estimation.mix(i)))
                        .mapToInt(i -> i)
                        .toArray();
    }

    /** The fields, those that say nothing left out of what is compared. */
    static List<Field> among(List<Table> tables, List<Field> fields, Names names) {
        return fields.stream().anyMatch(Telling::isDoubtful) && tells(fields)
                ? new Telling(tables, fields, names).checked()
                : fields;
    }

    /** Whether a column says who or what a record is about. */
    private static boolean tells(List<Field> fields) {
        return holdsNames(fields) || Field.has(fields, FieldKind.IDENTIFIER);
    }

    private static boolean holdsNames(List<Field> fields) {
        return Field.has(fields, FieldKind.GIVEN_NAME) || Field.has(fields, FieldKind.FULL_NAME);
    }

    private static boolean isDoubtful(Field field) {
        return field.kind().isEvidence()
                && !field.kind().isName()
                && field.kind() != FieldKind.FULL_NAME
                && !field.reason().startsWith(Recogniser.BY_NAME);
    }

    private List<Field> checked() {
        findSurePairs();
        if (pairs.size() < ENOUGH) {
            return fields;
        }
        boolean told = surelyOne || !columns(FieldKind.BIRTH_DATE).isEmpty();
        Set<Field> silent =
                fields.stream().filter(f -> isSilent(f, told)).collect(Collectors.toSet());
        return isOfGroup(silent)
                ? fields
                : fields.stream().map(f -> silent.contains(f) ? silent(f) : ofRecord(f)).toList();
    }

    /**
     * Whether, where no name tells, half or more of the other columns do not go with the codes: a
     * code of a household, a journal or a seller is no one record's, and says nothing against what
     * its members differ in.
     */
    private boolean isOfGroup(Set<Field> silent) {
        List<Field> doubted = fields.stream().filter(f -> isDoubtful(f) && !isCode(f)).toList();
        long lost = doubted.stream().filter(silent::contains).count();
        return !holdsNames(fields) && 2 * lost >= doubted.size();
    }

    /** A year that mostly differs where the person is the same is no year of birth. */
    private Field ofRecord(Field field) {
        boolean other =
                field.kind() == FieldKind.YEAR
                        && isDoubtful(field)
                        && columnsOf(field).anyMatch(c -> equalWhereSure(c) < SELDOM_EQUAL);
        return other
                ? field.as(FieldKind.NUMBER, "years that differ where all else is one person's")
                : field;
    }

    /** How often the pairs that are surely one person's are equal in a column; 1 for too few. */
    private double equalWhereSure(int c) {
        double[] agree = new double[2];
        int seen = 0;
        for (int[] pair : pairs) {
            seen += look(c, pair[0], pair[1], agree);
        }
        return seen < ENOUGH ? 1 : agree[0] / seen;
    }

    private static Field silent(Field field) {
        return field.as(FieldKind.IGNORED, "says nothing of who the record is about");
    }

    /**
     * A date that nobody called so may yet be the only date of birth: a father and a son of one
     * name have all but that in common. They have not what one person alone has, and are not born
     * within a few years.
     */
    private boolean isSilent(Field field, boolean told) {
        if (!isDoubtful(field)) {
            return false;
        }
        if (field.kind() == FieldKind.BIRTH_DATE
                && !told
                && !Vocabulary.isOfRecord(Vocabulary.words(field.name()))
                && !isOfFewYears(field)) {
            return false;
        }
        return columnsOf(field).allMatch(this::isSilent);
    }

    /** Whether nearly all its dates lie nearer together than a father's and a son's do. */
    private boolean isOfFewYears(Field field) {
        return columnsOf(field).allMatch(c -> isOfFewYears(comparators.get(c).feature));
    }

    /** The columns that were made of the field, or of a part of it. */
    private IntStream columnsOf(Field field) {
        return IntStream.range(0, comparators.size())
                .filter(c -> comparators.get(c).feature.isOf(field.name()));
    }

    private static boolean isOfFewYears(Feature dates) {
        TreeMap<Integer, Integer> rows = new TreeMap<>();
        for (int v = 0; v < dates.text.length; v++) {
            if (dates.text[v].length() >= YEAR_DIGITS) {
                int year = Integer.parseInt(dates.text[v].substring(0, YEAR_DIGITS));
                rows.merge(year, dates.counts[v], Integer::sum);
            }
        }
        int widest = 0;
        for (int from : rows.keySet()) {
            int within =
                    rows.subMap(from, from + A_GENERATION).values().stream().mapToInt(i -> i).sum();
            widest = Math.max(widest, within);
        }
        return widest > NEARLY_ALL * dates.present;
    }

    private boolean isSilent(int c) {
        int seen = 0;
        int seenByChance = 0;
        double[] agree = new double[2];
        double[] byChance = new double[2];
        for (int p = 0; p < pairs.size(); p++) {
            int left = pairs.get(p)[0];
            seen += look(c, left, pairs.get(p)[1], agree);
            seenByChance += look(c, left, pairs.get((p + 1) % pairs.size())[1], byChance);
        }
        if (seen < ENOUGH || seenByChance == 0) {
            return false;
        }
        for (int how = 0; how < agree.length; how++) {
            double chance = byChance[how] / seenByChance;
            if (agree[how] / seen - chance > LEAST_LIFT * (1 - chance)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Counts whether two records are equal in a column, also in one of several values, and whether
     * at least somehow alike.
     */
    private int look(int c, int i, int j, double[] agree) {
        Comparator comparator = comparators.get(c);
        int x = comparator.feature.codes[i];
        int y = comparator.feature.codes[j];
        if (x < 0 || y < 0) {
            return 0;
        }
        int level =
                x == y ? 0 : comparator.compare(Math.min(x, y), Math.max(x, y), new Similarity());
        agree[0] += level <= 0 ? 1 : 0;
        agree[1] += comparator.isOutright(level) ? 0 : 1;
        return 1;
    }

    /** The columns of a kind that are called what they hold, or are addresses without doubt. */
    private List<Integer> columns(FieldKind kind) {
        boolean named = comparators.stream().anyMatch(x -> x.feature.kind == FieldKind.GIVEN_NAME);
        return IntStream.range(0, comparators.size())
                .filter(c -> {
                    Feature feature = comparators.get(c).feature;
                    return feature.kind == kind
                            && fields.stream()
                                    .anyMatch(f ->
                                            feature.isOf(f.name())
                                                    && (kind == FieldKind.ADDRESS
                                                            || !isDoubtful(f)
                                                            || (!named && isCode(f))));
                })
                .boxed()
                .toList();
    }

    /** Where nobody's name tells, codes do, as long as other columns go with them. */
    private static boolean isCode(Field field) {
        return field.kind() == FieldKind.IDENTIFIER;
    }

    private void findSurePairs() {
        List<Integer> given = columns(FieldKind.GIVEN_NAME);
        List<Integer> surname = columns(FieldKind.SURNAME);
        if (given.isEmpty() || surname.isEmpty()) {
            columns(FieldKind.IDENTIFIER).stream()
                    .filter(this::isGivenOutSingly)
                    .forEach(c -> addPairs(new int[] {c}, i -> holders(c, i) <= MOST_HOLDERS));
            return;
        }
        for (FieldKind kind :
                List.of(
                        FieldKind.BIRTH_DATE,
                        FieldKind.IDENTIFIER,
                        FieldKind.EMAIL,
                        FieldKind.PHONE,
                        FieldKind.POSTCODE,
                        FieldKind.STREET,
                        FieldKind.ADDRESS)) {
            surelyOne &= kind.sharing() == FieldKind.Sharing.PERSON;
            for (int third : columns(kind)) {
                addPairs(new int[] {given.getFirst(), surname.getFirst(), third}, i -> true);
            }
            if (pairs.size() >= ENOUGH) {
                return;
            }
        }
        if (!tellsCodes(given.getFirst(), surname.getFirst()) && isEverywhere(given.getFirst())) {
            addRareNames(given.getFirst(), surname.getFirst());
        }
    }

    /**
     * Whether records with one code that is given out one by one mostly have one name, too: then
     * they are about what has the code, such as a machine, and the name is of who has many. Their
     * pairs are taken; of a household's code the members have other given names.
     */
    private boolean tellsCodes(int given, int surname) {
        List<int[]> before = List.copyOf(pairs);
        IntStream.range(0, comparators.size())
                .filter(c -> comparators.get(c).feature.kind == FieldKind.IDENTIFIER)
                .filter(this::isGivenOutSingly)
                .forEach(c -> addPairs(new int[] {c}, i -> holders(c, i) <= MOST_HOLDERS));
        double[] ofGiven = new double[2];
        double[] ofSurname = new double[2];
        int seen = 0;
        for (int[] pair : pairs) {
            seen += look(given, pair[0], pair[1], ofGiven);
            look(surname, pair[0], pair[1], ofSurname);
        }
        surelyOne = seen >= ENOUGH && 2 * Math.min(ofGiven[1], ofSurname[1]) > seen;
        if (!surelyOne) {
            pairs.clear();
            pairs.addAll(before);
        }
        return surelyOne;
    }

    /** Whether every file has the column: those of one file alone tell nothing across files. */
    private boolean isEverywhere(int c) {
        return fields.stream()
                .filter(f -> comparators.get(c).feature.isOf(f.name()))
                .allMatch(f -> f.columns().stream().noneMatch(String::isEmpty));
    }

    private boolean isGivenOutSingly(int c) {
        Feature feature = comparators.get(c).feature;
        return feature.text.length > LEAST_DISTINCT * feature.present;
    }

    /**
     * Where nothing else tells, those who share a given name and a surname so rare together that
     * chance brings hardly any two of them about: unless chance, over all records, may have brought
     * about a good part of these pairs.
     */
    private void addRareNames(int given, int surname) {
        surelyOne = false;
        int[] names = {given, surname};
        IntPredicate isRare = i -> namesakes(given, surname, i) < RARE;
        double byChance =
                IntStream.of(order)
                                .filter(isRare)
                                .mapToDouble(i -> namesakes(given, surname, i))
                                .sum()
                        / 2;
        if (addPairs(names, isRare, Integer.MAX_VALUE) <= SURELY_MORE * byChance) {
            pairs.clear();
        }
    }

    /** How many records are expected to have both the record's names by chance. */
    private double namesakes(int given, int surname, int i) {
        return (double) holders(given, i) * holders(surname, i) / Math.max(1, records.size());
    }

    /** How many records have the record's value. */
    private int holders(int c, int i) {
        Feature feature = comparators.get(c).feature;
        return feature.codes[i] < 0 ? 0 : feature.counts[feature.codes[i]];
    }

    private void addPairs(int[] columns, IntPredicate isFit) {
        addPairs(columns, isFit, MOST_PAIRS - pairs.size());
    }

    /**
     * Adds pairs of records that have all these values in common, in an order drawn by lot.
     *
     * @param most how many are looked for; no more are kept than are needed
     * @return how many were found
     */
    private int addPairs(int[] columns, IntPredicate isFit, int most) {
        Map<List<Integer>, Integer> last = new HashMap<>();
        int found = 0;
        for (int at = 0; at < order.length && found < most; at++) {
            int i = order[at];
            List<Integer> key = new ArrayList<>();
            for (int c : columns) {
                key.add(comparators.get(c).feature.codes[i]);
            }
            if (!key.contains(Column.MISSING) && isFit.test(i)) {
                Integer before = last.put(key, i);
                if (before != null) {
                    found++;
                    keep(before, i);
                }
            }
        }
        return found;
    }

    private void keep(int left, int right) {
        if (pairs.size() < MOST_PAIRS) {
            pairs.add(new int[] {left, right});
        }
    }
}
