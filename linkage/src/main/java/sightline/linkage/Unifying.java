package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds which columns of several tables hold the same: those of one name first, then those of one
 * kind, in the order of the tables.
 */
final class Unifying {
    private static final List<FieldKind> PARTS_OF_ADDRESS =
            List.of(
                    FieldKind.HOUSE_NUMBER,
                    FieldKind.STREET,
                    FieldKind.TOWN,
                    FieldKind.REGION,
                    FieldKind.POSTCODE);

    /** Columns of these kinds hold whatever it may be: what stands in them tells which is which. */
    private static final Set<FieldKind> OF_ANYTHING =
            EnumSet.of(FieldKind.CATEGORY, FieldKind.TEXT, FieldKind.REGION, FieldKind.TOWN);

    /** Two columns are of one thing where so many rows of each have a value of the other's. */
    private static final double MOST_COMMON = 0.8;

    /** Columns of long values that have more than this in common may be of one thing. */
    private static final double LEAST_COMMON = 0.05;

    private static final int FEWEST_COMMON = 10;

    private static final Set<FieldKind> OF_WORDS =
            EnumSet.of(FieldKind.TEXT, FieldKind.STREET, FieldKind.FULL_NAME);

    /** Kinds in which codes may stand for what the column is called. */
    private static final Set<FieldKind> OF_CODES =
            EnumSet.of(
                    FieldKind.IDENTIFIER,
                    FieldKind.TEXT,
                    FieldKind.GIVEN_NAME,
                    FieldKind.MIDDLE_NAME,
                    FieldKind.SURNAME,
                    FieldKind.FULL_NAME,
                    FieldKind.STREET,
                    FieldKind.POSTCODE);

    /** Numbers that stand in a text are those of a column with so many of the fewer values. */
    private static final double MOST_NUMBERS = 0.5;

    /** And of the more: small numbers stand among any greater ones. */
    private static final double SOME_NUMBERS = 0.2;

    private static final Comparator<Field> BY_SURENESS =
            Comparator.comparingInt(Unifying::sureness);

    /** Codes that so many of the fewer stand in both columns for are no chance. */
    private static final double CODES_IN_COMMON = 0.05;

    /** Numbers that are so many of those between them may be counted. */
    private static final double BY_CHANCE = 0.01;

    /** Of so many codes of each of two columns some are in both, if they are of one sort. */
    private static final int MANY_CODES = 200;

    private static final double NEARLY_ALL = 0.9;
    private static final int SHORTEST_CODE = 6;

    private static final Pattern BETWEEN = Pattern.compile("[,;|/]");
    private static final int FEWEST_VALUES = 3;
    private static final int MOST_VALUES = 2000;
    private static final int MOST_NAMES = 20_000;
    private static final int LONGEST = 64;

    private final List<Table> sources;
    private final List<List<Field>> tables;
    private final List<List<Field>> surestFirst;
    private final List<Set<Field>> used = new ArrayList<>();
    private final Map<Place, Sample> someOf = new HashMap<>();
    private final Map<Place, Sample> codesOf = new HashMap<>();
    private final Map<Place, Set<String>> valuesOf = new HashMap<>();
    private final Map<Place, Field> unifiedAs = new HashMap<>();

    /** A column of one of the tables. */
    private record Place(int table, String column) {}

    /**
     * Values drawn from a column by lot, the same ones whatever the table.
     *
     * @param values those drawn
     * @param step one in how many is drawn, a power of 2: those of a greater one are among them
     */
    private record Sample(Set<String> values, int step) {
        static final Sample NONE = new Sample(Set.of(), 1);

        /** What both have, of those that are drawn from either. */
        long common(Sample other) {
            int both = Math.max(step, other.step);
            return values.stream()
                    .filter(value -> isDrawn(value, both) && other.values.contains(value))
                    .count();
        }

        /** What both have as a share of the fewer, of those that are drawn from either. */
        double shareInCommon(Sample other) {
            return (double) common(other) / Math.max(1, fewer(other));
        }

        /** How many the one has that has fewer, of those that are drawn from either. */
        long fewer(Sample other) {
            int both = Math.max(step, other.step);
            return Math.min(size(both), other.size(both));
        }

        /** The scheme that the codes follow; nine digits alone are any numbers. */
        Optional<Scheme> scheme() {
            return Scheme.of(List.copyOf(values)).filter(scheme -> scheme != Scheme.SSN);
        }

        /** What both have as a share of the more, of those that are drawn from either. */
        double shareOfMoreInCommon(Sample other) {
            int both = Math.max(step, other.step);
            return (double) common(other) / Math.max(1, Math.max(size(both), other.size(both)));
        }

        private long size(int every) {
            return values.stream().filter(value -> isDrawn(value, every)).count();
        }
    }

    Unifying(List<Table> sources, List<List<Field>> tables) {
        this.sources = List.copyOf(sources);
        this.tables = withAddresses(withFormerNames(withFullNames(tables)));
        this.surestFirst = this.tables.stream().map(Unifying::surestFirst).toList();
        tables.forEach(t -> used.add(new HashSet<>()));
    }

    /** Where one table has full names and another has them in two columns, both have full names. */
    private static List<List<Field>> withFullNames(List<List<Field>> tables) {
        boolean needed =
                tables.stream()
                        .anyMatch(t ->
                                Field.has(t, FieldKind.FULL_NAME)
                                        && !Field.has(t, FieldKind.GIVEN_NAME)
                                        && !Field.has(t, FieldKind.SURNAME));
        return needed ? tables.stream().map(Unifying::withFullName).toList() : tables;
    }

    /**
     * Where one table has a column for former surnames and another has but one surname, that may be
     * either. A second surname of any sort, such as the mother's, is the former's counterpart.
     */
    private static List<List<Field>> withFormerNames(List<List<Field>> tables) {
        boolean needed = tables.stream().anyMatch(Unifying::hasOneSurname);
        return needed ? tables.stream().map(Unifying::withFormerName).toList() : tables;
    }

    private static boolean hasOneSurname(List<Field> table) {
        return table.stream()
                        .map(f -> Vocabulary.kindOf(Vocabulary.words(f.name())))
                        .filter(kind -> kind.filter(FieldKind.SURNAME::equals).isPresent())
                        .count()
                == 1;
    }

    private static Optional<Field> former(List<Field> table) {
        return table.stream()
                .filter(f -> f.kind() == FieldKind.TEXT || f.kind() == FieldKind.SURNAME)
                .filter(f -> Vocabulary.isFormerSurname(Vocabulary.words(f.name())))
                .findFirst();
    }

    private static List<Field> withFormerName(List<Field> table) {
        Optional<Field> former = former(table);
        if (former.isEmpty()
                || !Field.has(table, FieldKind.SURNAME)
                || former.get().kind() == FieldKind.SURNAME) {
            return table;
        }
        Field surname = first(table, FieldKind.SURNAME);
        String both = surname.name() + Table.ALSO + former.get().name();
        List<Field> out = new ArrayList<>(table);
        out.set(
                out.indexOf(surname),
                new Field(both, List.of(both), FieldKind.SURNAME, "former surnames beside it"));
        out.remove(former.get());
        return out;
    }

    /** Where one table has addresses in one column, the others have them in one too. */
    private static List<List<Field>> withAddresses(List<List<Field>> tables) {
        return tables.stream().anyMatch(t -> Field.has(t, FieldKind.ADDRESS))
                ? tables.stream().map(Unifying::withAddress).toList()
                : tables;
    }

    private static List<Field> withAddress(List<Field> table) {
        if (Field.has(table, FieldKind.ADDRESS) || !Field.has(table, FieldKind.STREET)) {
            return table;
        }
        List<Field> parts =
                PARTS_OF_ADDRESS.stream()
                        .flatMap(kind ->
                                table.stream()
                                        .filter(f -> f.kind() == kind)
                                        .limit(kind == FieldKind.HOUSE_NUMBER ? table.size() : 1))
                        .toList();
        String whole = parts.stream().map(Field::name).collect(Collectors.joining(Table.LINE));
        List<Field> out = new ArrayList<>(table);
        out.set(
                out.indexOf(first(table, FieldKind.STREET)),
                new Field(
                        whole,
                        List.of(whole),
                        FieldKind.ADDRESS,
                        "addresses in one line elsewhere"));
        out.removeAll(parts);
        return out;
    }

    private static List<Field> withFullName(List<Field> table) {
        if (Field.has(table, FieldKind.FULL_NAME)
                || !Field.has(table, FieldKind.GIVEN_NAME)
                || !Field.has(table, FieldKind.SURNAME)) {
            return table;
        }
        Field given = first(table, FieldKind.GIVEN_NAME);
        Field surname = first(table, FieldKind.SURNAME);
        String both = given.name() + Table.JOIN + surname.name();
        List<Field> out = new ArrayList<>(table);
        out.set(
                out.indexOf(given),
                new Field(both, List.of(both), FieldKind.FULL_NAME, "full names elsewhere"));
        out.remove(surname);
        return out;
    }

    private static Field first(List<Field> table, FieldKind kind) {
        return table.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    }

    List<Field> fields() {
        List<Field> out = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Map<Field, Field> found = new HashMap<>();
            for (Field field : surestFirst.get(t)) {
                if (used.get(t).add(field)) {
                    found.put(field, unified(field, t));
                }
            }
            tables.get(t).stream()
                    .filter(found::containsKey)
                    .map(field -> Objects.requireNonNull(found.get(field)))
                    .forEach(out::add);
        }
        return out;
    }

    /** The field with its counterparts; of words and codes, what one of them is called decides. */
    private Field unified(Field field, int from) {
        List<Field> all = new ArrayList<>(List.of(field));
        List<String> columns = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Optional<Field> same = t == from ? Optional.of(field) : counterpart(field, from, t);
            same.ifPresent(used.get(t)::add);
            Place place = new Place(t, same.map(Field::name).orElse(""));
            unifiedAs.put(place, field);
            same.ifPresent(all::add);
            columns.add(same.map(Field::name).orElse(""));
        }
        if (areNamesByLooksAlone(all)) {
            return new Field(field.name(), columns, FieldKind.TEXT, "the same names as elsewhere");
        }
        Field surest = OF_CODES.contains(field.kind()) ? Collections.max(all, BY_SURENESS) : field;
        return new Field(field.name(), columns, surest.kind(), surest.reason());
    }

    /** Names of people in one table that are text in another, and nowhere are called names. */
    private static boolean areNamesByLooksAlone(List<Field> all) {
        List<Field> names = all.stream().filter(f -> f.kind() == FieldKind.FULL_NAME).toList();
        return !names.isEmpty()
                && names.stream().noneMatch(f -> sureness(f) > 1)
                && Field.has(all, FieldKind.TEXT);
    }

    /** What is called by its kind chooses before what only looks like it. */
    private static List<Field> surestFirst(List<Field> table) {
        return table.stream().sorted(BY_SURENESS.reversed()).toList();
    }

    private static int sureness(Field field) {
        if (Vocabulary.isExactly(Vocabulary.words(field.name()), field.kind())) {
            return 2;
        }
        return field.reason().startsWith(Recogniser.BY_NAME) ? 1 : 0;
    }

    private Optional<Field> counterpart(Field field, int from, int in) {
        Optional<Field> named = first(field, in, (a, b) -> a.name().equals(b.name()));
        if (named.isPresent()) {
            return named;
        }
        Optional<Field> calledSo = first(field, in, (a, b) -> areCalledAlike(a, from, b));
        if (calledSo.isPresent()) {
            return calledSo;
        }
        List<Field> own = tables.get(from);
        BiPredicate<Field, Field> free = (a, b) -> !holds(from, b.name());
        BiPredicate<Field, Field> ofOneKind =
                free.and((a, b) ->
                        a.kind() == b.kind()
                                && !haveNothingInCommon(a, from, b, in)
                                && mayBeSameNumbers(a, from, b, in));
        BiPredicate<Field, Field> alike = free.and((a, b) -> holdTheSame(a, from, b, in));
        BiPredicate<Field, Field> nobodyElses =
                (a, b) ->
                        own.stream()
                                .noneMatch(o ->
                                        !o.equals(a)
                                                && o.kind() == b.kind()
                                                && holdTheSame(o, from, b, in));
        return mostCodesInCommon(field, from, in)
                .or(() -> first(field, in, ofOneKind.and(alike)))
                .or(() -> mostNamesInCommon(field, from, in))
                .or(() -> mostInCommon(field, from, in))
                .or(() -> first(field, in, ofOneKind))
                .or(() -> first(field, in, alike.and(nobodyElses)));
    }

    /**
     * Whether two columns differ in nothing but how their one name is spelt: Post_Code, postCode;
     * not # and %, which have no words.
     */
    private boolean areCalledAlike(Field a, int from, Field b) {
        String words = Vocabulary.words(a.name());
        return !words.isEmpty()
                && !holds(from, b.name())
                && words.equals(Vocabulary.words(b.name()));
    }

    private boolean holds(int table, String column) {
        return tables.get(table).stream().anyMatch(o -> o.name().equals(column));
    }

    /**
     * Of several columns of names that with most of the surnames of this one: owners go with
     * owners, and not with their ships. The first, which is called by its kind, gives way only to
     * one with more than twice as many: a person's kin share most surnames with them.
     */
    private Optional<Field> mostNamesInCommon(Field field, int from, int in) {
        if (field.kind() != FieldKind.FULL_NAME) {
            return Optional.empty();
        }
        Set<String> own = surnames(field, from).collect(Collectors.toSet());
        long most = FEWEST_COMMON;
        Optional<Field> best = Optional.empty();
        for (Field other : unused(in).toList()) {
            if (other.kind() == FieldKind.FULL_NAME && !holds(from, other.name())) {
                long common = surnames(other, in).filter(own::contains).count();
                if (common > (best.isPresent() ? 2 * most : most)) {
                    most = common;
                    best = Optional.of(other);
                }
            }
        }
        return best;
    }

    /** The surname in each of some thousands of the column's names. */
    private Stream<String> surnames(Field names, int of) {
        return column(new Place(of, names.name())).stream()
                .flatMap(column ->
                        drawn(
                                IntStream.range(0, column.distinct()).mapToObj(column::value),
                                column.distinct(),
                                MOST_NAMES))
                .map(name -> FullName.split(name)[1])
                .filter(surname -> !surname.isEmpty());
    }

    /** About so many of the values, drawn by lot: the same ones in whatever order they came. */
    private static Stream<String> drawn(Stream<String> values, int distinct, int most) {
        int step = step(distinct, most);
        return values.filter(v -> isDrawn(v, step));
    }

    private static int step(int distinct, int most) {
        return Math.max(1, Integer.highestOneBit(distinct / most));
    }

    private static boolean isDrawn(String value, int step) {
        return Math.floorMod(Estimation.mix(value.hashCode()), step) == 0;
    }

    /** The free column of words that has most values in common with this one, a few at least. */
    private Optional<Field> mostInCommon(Field field, int from, int in) {
        if (!OF_WORDS.contains(field.kind())) {
            return Optional.empty();
        }
        Sample own = some(field, from);
        double most = LEAST_COMMON;
        Optional<Field> best = Optional.empty();
        for (Field other : unused(in).toList()) {
            if (!OF_WORDS.contains(other.kind()) || holds(from, other.name())) {
                continue;
            }
            Sample theirs = some(other, in);
            double share = own.shareInCommon(theirs);
            if (own.common(theirs) >= FEWEST_COMMON && share > most) {
                most = share;
                best = Optional.of(other);
            }
        }
        return best;
    }

    /**
     * The free column of codes that has most of them in common with this one, whatever each is
     * called or was taken for: long codes hardly stand in two columns that are of different things.
     */
    private Optional<Field> mostCodesInCommon(Field field, int from, int in) {
        Sample own = codes(field, from);
        double most = CODES_IN_COMMON;
        Optional<Field> best = Optional.empty();
        for (Field other : own.values().isEmpty() ? List.<Field>of() : unused(in).toList()) {
            Sample theirs = holds(from, other.name()) ? Sample.NONE : codes(other, in);
            double share = own.shareInCommon(theirs);
            if (own.common(theirs) >= FEWEST_COMMON && share > most) {
                most = share;
                best = Optional.of(other);
            }
        }
        return best;
    }

    /** Some of a column's values, where nearly all of them are codes, and no dates or numbers. */
    private Sample codes(Field field, int of) {
        if (!OF_CODES.contains(field.kind())) {
            return Sample.NONE;
        }
        Sample some = codesOf.computeIfAbsent(new Place(of, field.name()), this::codes);
        Set<String> values = some.values();
        long codes = values.stream().filter(Unifying::isCode).count();
        return codes > NEARLY_ALL * values.size() && !areCounted(values, field, of)
                ? some
                : Sample.NONE;
    }

    /**
     * Whether mostly numbers stand there, so near each other that others of the same size have many
     * of them by chance, as those of patients and of bills that are both counted from one.
     */
    private boolean areCounted(Set<String> values, Field field, int of) {
        double[] numbers =
                values.stream()
                        .filter(value -> value.chars().allMatch(Character::isDigit))
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray();
        if (numbers.length <= (1 - NEARLY_ALL) * values.size()) {
            return false;
        }
        int middle = numbers.length / 2;
        double span = numbers[(numbers.length + middle) / 2] - numbers[middle / 2] + 1;
        double within = column(new Place(of, field.name())).map(Column::distinct).orElse(0) / 2.0;
        return within > BY_CHANCE * span;
    }

    private static boolean isCode(String folded) {
        return folded.length() >= SHORTEST_CODE
                && folded.indexOf(' ') < 0
                && folded.chars().anyMatch(Character::isDigit);
    }

    /** The same few thousand of a column's values whatever the table. */
    private Sample some(Field field, int of) {
        return someOf.computeIfAbsent(new Place(of, field.name()), this::some);
    }

    private Sample some(Place place) {
        return some(place, Folding::fold);
    }

    private Sample some(Place place, UnaryOperator<String> form) {
        Optional<Column> column = column(place);
        int distinct = column.map(Column::distinct).orElse(0);
        Stream<String> starts =
                column.stream().flatMap(Unifying::cells).map(form).map(Unifying::start);
        Set<String> values = drawn(starts, distinct, MOST_VALUES).collect(Collectors.toSet());
        return new Sample(values, step(distinct, MOST_VALUES));
    }

    private Sample codes(Place place) {
        return some(place, Unifying::code);
    }

    /** What stands in one word as the code that it may be. */
    private static String code(String cell) {
        return cell.strip().indexOf(' ') < 0 ? CodeText.of(cell) : Folding.fold(cell);
    }

    private Optional<Column> column(Place place) {
        return sources.get(place.table()).column(place.column());
    }

    private static Stream<String> cells(Column column) {
        return IntStream.range(0, column.distinct()).mapToObj(column::value);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Whether nearly the same values stand in both, a few at least. */
    private boolean holdTheSame(Field a, int from, Field b, int in) {
        if (!OF_ANYTHING.contains(a.kind()) || !OF_ANYTHING.contains(b.kind())) {
            return false;
        }
        Set<String> x = values(a, from);
        Set<String> y = values(b, in);
        return common(x, y) >= FEWEST_VALUES
                && shareOfRows(a, from, y) >= MOST_COMMON
                && shareOfRows(b, in, x) >= MOST_COMMON;
    }

    /** How many of the rows with a value have one of these: misspelt ones stand once. */
    private double shareOfRows(Field field, int of, Set<String> values) {
        return column(new Place(of, field.name()))
                .map(column -> shareOfRows(column, values))
                .orElse(0.0);
    }

    private static double shareOfRows(Column column, Set<String> values) {
        int[] counts = column.counts();
        long present = 0;
        long held = 0;
        for (int value = 0; value < counts.length; value++) {
            present += counts[value];
            held += mostAreAmong(column.value(value), values) ? counts[value] : 0;
        }
        return present == 0 ? 0 : (double) held / present;
    }

    /**
     * Whether more than half of what stands in the cell is among these: a town and not its land.
     */
    private static boolean mostAreAmong(String cell, Set<String> values) {
        List<String> parts = parts(cell).toList();
        return 2 * parts.stream().filter(values::contains).count() > parts.size();
    }

    private static long common(Set<String> x, Set<String> y) {
        return x.stream().filter(y::contains).count();
    }

    /** Whether codes begin or end longer ones, as a firm's number does that of its tax. */
    private static boolean areWithin(Sample shorter, Sample longer) {
        Set<String> ends =
                longer.values().stream().flatMap(Unifying::ends).collect(Collectors.toSet());
        return common(shorter.values(), ends) > CODES_IN_COMMON * shorter.values().size();
    }

    /** What a code begins and ends with, as long as a code is. */
    private static Stream<String> ends(String code) {
        return IntStream.rangeClosed(1, code.length() - SHORTEST_CODE)
                .boxed()
                .flatMap(cut ->
                        Stream.of(code.substring(cut), code.substring(0, code.length() - cut)));
    }

    /**
     * Whether both hold one of a few things, or very many codes, and never the same: a school's
     * number of a pupil is not a hospital's of a patient. Of what is counted that tells nothing,
     * nor of columns drawn so thinly that few of the smaller one's codes were looked for.
     */
    private boolean haveNothingInCommon(Field a, int from, Field b, int in) {
        if (a.kind() == FieldKind.IDENTIFIER) {
            Sample ours = codes(a, from);
            Sample theirs = codes(b, in);
            return ours.fewer(theirs) >= MANY_CODES
                    && ours.common(theirs) == 0
                    && !areOfOneSort(a, ours, b, theirs)
                    && !areWithin(ours, theirs)
                    && !areWithin(theirs, ours);
        }
        if (a.kind() != FieldKind.CATEGORY) {
            return false;
        }
        Set<String> x = values(a, from);
        Set<String> y = values(b, in);
        return !x.isEmpty() && !y.isEmpty() && x.stream().noneMatch(y::contains);
    }

    /** Whether both are called the number of one thing, or the codes of both follow one scheme. */
    private static boolean areOfOneSort(Field a, Sample ours, Field b, Sample theirs) {
        String called = Vocabulary.numbered(Vocabulary.words(a.name()));
        if (!called.isEmpty() && called.equals(Vocabulary.numbered(Vocabulary.words(b.name())))) {
            return true;
        }
        Optional<Scheme> scheme = ours.scheme();
        return scheme.isPresent() && scheme.equals(theirs.scheme());
    }

    /**
     * Numbers that stand in texts go with those of the texts' counterpart, or with a column of the
     * same numbers, as of pages: not with just any, such as prices.
     */
    private boolean mayBeSameNumbers(Field a, int from, Field b, int in) {
        Optional<Field> of = textOf(a, from);
        Optional<Field> other = textOf(b, in);
        if (isOfText(a) && isOfText(b)) {
            return of.isPresent() && of.equals(other);
        }
        if (!isOfText(a) && !isOfText(b)) {
            return true;
        }
        Sample ours = some(a, from);
        Sample theirs = some(b, in);
        return ours.shareInCommon(theirs) >= MOST_NUMBERS
                && ours.shareOfMoreInCommon(theirs) >= SOME_NUMBERS;
    }

    private static boolean isOfText(Field field) {
        return field.name().endsWith(Table.SIZE);
    }

    /** The field that the text is in whose numbers these are. */
    private Optional<Field> textOf(Field numbers, int table) {
        String text = numbers.name().replace(Table.SIZE, "");
        return Optional.ofNullable(unifiedAs.get(new Place(table, text)));
    }

    /** The values of a cell, also where they stand in one apart by commas. */
    private static Stream<String> parts(String cell) {
        return BETWEEN.splitAsStream(cell).map(Folding::fold).filter(part -> !part.isEmpty());
    }

    /** All values of the column; none where there are many. */
    private Set<String> values(Field field, int of) {
        return valuesOf.computeIfAbsent(new Place(of, field.name()), this::values);
    }

    private Set<String> values(Place place) {
        return column(place).filter(column -> column.distinct() <= MOST_VALUES).stream()
                .flatMap(column -> IntStream.range(0, column.distinct()).mapToObj(column::value))
                .flatMap(Unifying::parts)
                .collect(Collectors.toSet());
    }

    private Optional<Field> first(Field field, int in, BiPredicate<Field, Field> fits) {
        return unused(in).filter(other -> fits.test(field, other)).findFirst();
    }

    private Stream<Field> unused(int in) {
        return surestFirst.get(in).stream().filter(other -> !used.get(in).contains(other));
    }
}
