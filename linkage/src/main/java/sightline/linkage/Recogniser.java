package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what each column of one table holds, from its name and from what stands in it. */
final class Recogniser {
    /** How a reason begins where a column is called what it holds. */
    static final String BY_NAME = "its name";

    private static final String SIZES = "text in it, with numbers";
    private static final String PLACES = "places in it, as two numbers";

    private static final double MOST = 0.6;
    private static final double NEARLY_ALL = 0.9;
    private static final int FEW = 60;

    /** Numbers of more values than that are a measure, of which near ones are alike. */
    private static final int FEW_NUMBERS = 40;

    private static final int FEW_NUMBERED = 12;
    private static final int SOME_ROWS = 30;

    private static final int MOST_SEXES = 199;
    private static final int FEW_SEXES = 12;
    private static final int FEWEST_HOUSES = 10;
    private static final double LONGEST_HOUSE = 16;
    private static final double SHORTEST_PHONE = 6;
    private static final double FEWEST_OF_WHOLE_NAME = 1.8;
    private static final double SOME_NAMES = 0.25;
    private static final double MOST_NAMES = 0.5;
    private static final int SHORTEST_REPEATED = 3;
    private static final Set<FieldKind> NAMES =
            EnumSet.of(FieldKind.GIVEN_NAME, FieldKind.SURNAME, FieldKind.FULL_NAME);
    private static final Set<FieldKind> ONCE = EnumSet.of(FieldKind.GIVEN_NAME, FieldKind.SURNAME);

    private final Names names;

    Recogniser(Names names) {
        this.names = names;
    }

    /**
     * What the columns of each table hold. Year, month and day in three columns are one date only
     * where no other table has but parts of one, which would have nothing to be compared with.
     */
    List<List<Field>> recognise(List<Table> tables) {
        List<List<Field>> all = recognise(tables, true);
        return DateParts.standAlone(all) ? recognise(tables, false) : all;
    }

    private List<List<Field>> recognise(List<Table> tables, boolean joinsDates) {
        return tables.parallelStream().map(table -> recognise(table, joinsDates)).toList();
    }

    private List<Field> recognise(Table table, boolean joinsDates) {
        List<Field> fields = new ArrayList<>();
        int keyAt = keyOf(table);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            fields.add(
                    i == keyAt
                            ? field(column, FieldKind.RECORD_ID, "names each row once")
                            : recognise(column, new ColumnContent(column, names)));
        }
        List<Field> whole = secondThoughts(table, fields, joinsDates);
        FreeLines lines = new FreeLines(table, names);
        return whole.stream()
                .flatMap(field -> lines.parts(field, whole).stream())
                .flatMap(field -> apart(field).stream())
                .toList();
    }

    /**
     * A place in one cell is two measures, its latitude and its longitude; texts that mostly hold a
     * number, as of years, pages or amounts, are compared by that, too.
     */
    private static List<Field> apart(Field field) {
        if (field.reason().equals(SIZES)) {
            String size = field.name() + Table.SIZE;
            return List.of(
                    field,
                    new Field(size, List.of(size), FieldKind.NUMBER, "numbers in " + field.name()));
        }
        return field.reason().equals(PLACES)
                ? Table.DEGREES.stream()
                        .map(degree -> field.name() + degree)
                        .map(name -> new Field(name, List.of(name), field.kind(), PLACES))
                        .toList()
                : List.of(field);
    }

    private static Field field(Column column, FieldKind kind, String reason) {
        return new Field(column.name(), List.of(column.name()), kind, reason);
    }

    private int keyOf(Table table) {
        int best = -1;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String words = Vocabulary.words(column.name());
            boolean unique = column.distinct() == column.rows() && column.rows() > 0;
            if (!unique) {
                continue;
            }
            if (Vocabulary.isRowKey(words)) {
                return i;
            }
            boolean named = Vocabulary.saysId(words) && Vocabulary.kindOf(words).isEmpty();
            if (named && best < 0) {
                best = i;
            }
        }
        return best;
    }

    private Field recognise(Column column, ColumnContent content) {
        String words = Vocabulary.words(column.name());
        if (content.isEmpty()) {
            return field(column, FieldKind.IGNORED, "empty");
        }
        if (Vocabulary.isAnswer(words)) {
            return field(column, FieldKind.IGNORED, "its name says that it is the answer");
        }
        if (Vocabulary.isSource(words) || Vocabulary.isRowKey(words)) {
            return field(column, FieldKind.IGNORED, "names rows or their source");
        }
        if (content.isConstant() && content.rows > 1) {
            return field(column, FieldKind.IGNORED, "one value everywhere");
        }
        Optional<FieldKind> named = Vocabulary.kindOf(words);
        if (named.isPresent()) {
            return checked(column, named.get(), content);
        }
        return byContent(column, content, words);
    }

    private Field checked(Column column, FieldKind kind, ColumnContent content) {
        boolean fits =
                switch (kind) {
                    case BIRTH_DATE -> content.dates > 0.5;
                    case EMAIL -> content.emails > 0.4;
                    case YEAR -> content.numbers > MOST;
                    case NUMBER -> content.anyNumbers > MOST;
                    case PHONE -> content.words < 0.5 && content.length >= SHORTEST_PHONE;
                    case SEX -> content.distinct <= mostSexes(column);
                    case STREET -> content.addresses <= 0.5;
                    case FULL_NAME -> content.mayNamePeople();
                    // A number is no name, and many words are no number.
                    case GIVEN_NAME, SURNAME -> content.numbers < MOST;
                    case HOUSE_NUMBER -> content.length <= LONGEST_HOUSE;
                    // Of many rows few values tell nobody from another, whatever they are called.
                    case IDENTIFIER ->
                            content.distinct > FEW_NUMBERED || content.present <= SOME_ROWS;
                    default -> true;
                };
        if (fits) {
            String seen =
                    kind == FieldKind.IDENTIFIER && content.scheme.isPresent()
                            ? ", and " + content.scheme.get().words() + " in it"
                            : "";
            return field(column, kind, BY_NAME + seen);
        }
        if (kind == FieldKind.BIRTH_DATE && content.years > 0.5) {
            return field(column, FieldKind.YEAR, BY_NAME + ", and years in it");
        }
        return byContent(column, content, "");
    }

    private static int mostSexes(Column column) {
        return Vocabulary.isSexOrSort(Vocabulary.words(column.name())) ? FEW_SEXES : MOST_SEXES;
    }

    private static Field byContent(Column column, ColumnContent content, String words) {
        if (content.emails > MOST) {
            return field(column, FieldKind.EMAIL, "addresses of e-mail in it");
        }
        if (content.scheme.filter(Scheme::isChecked).isPresent()
                && content.distinctShare() > 0.02) {
            return field(column, FieldKind.IDENTIFIER, content.scheme.get().words() + " in it");
        }
        if (content.dates > MOST) {
            String named = Vocabulary.isOfBirth(words) ? BY_NAME + ", and " : "";
            return field(column, FieldKind.BIRTH_DATE, named + "dates in it");
        }
        if (content.addresses > 0.5) {
            return field(column, FieldKind.ADDRESS, "whole addresses in it");
        }
        if (content.postcodes > MOST) {
            return field(column, FieldKind.POSTCODE, "postcodes in it");
        }
        if (content.years > MOST && content.distinct < 250) {
            return field(column, FieldKind.YEAR, "years in it");
        }
        if (content.scheme.isPresent()
                && content.distinctShare() > 0.2
                && (content.scheme.get() == Scheme.NINO || content.marked > MOST)) {
            return field(column, FieldKind.IDENTIFIER, content.scheme.get().words() + " in it");
        }
        if (content.phones > MOST && content.distinctShare() > 0.2 && content.length >= 9.5) {
            return field(column, FieldKind.PHONE, "long numbers in it, as of telephones");
        }
        if (AddressLine.shareOfStreets(column) > MOST) {
            return field(column, FieldKind.STREET, "numbers and kinds of street in it");
        }
        if (content.codes > MOST && content.distinctShare() > 0.2 && content.length >= 5) {
            return content.isUnique() && Vocabulary.saysId(words)
                    ? field(column, FieldKind.IGNORED, "differs in every row")
                    : field(column, FieldKind.IDENTIFIER, "codes in it, most of them once");
        }
        return byWords(column, content, words);
    }

    private static Field byWords(Column column, ColumnContent content, String words) {
        if (content.distinct <= 6 && content.present > 30 && content.length <= 8) {
            return field(column, FieldKind.CATEGORY, "few values");
        }
        boolean few = content.distinct <= FEW || content.distinctShare() < 0.005;
        boolean given = content.givenNames > SOME_NAMES || content.givenNamesByRows > MOST_NAMES;
        if (content.words > MOST && content.tokens < 1.6 && given) {
            return field(column, FieldKind.GIVEN_NAME, "given names in it");
        }
        if (content.tokens >= FEWEST_OF_WHOLE_NAME
                && content.tokens < 3.5
                && content.mayNamePeople()
                && !content.several
                && content.distinctShare() > 0.3) {
            return field(column, FieldKind.FULL_NAME, "two or three words, mostly once");
        }
        if (content.places > MOST) {
            return field(column, FieldKind.NUMBER, PLACES);
        }
        if (content.anyNumbers > 0.8) {
            return content.distinct <= FEW_NUMBERS && !Vocabulary.isAge(words)
                    ? field(column, FieldKind.CATEGORY, "few numbers")
                    : field(column, FieldKind.NUMBER, "numbers in it");
        }
        if (few) {
            return field(column, FieldKind.CATEGORY, "few values");
        }
        return field(column, FieldKind.TEXT, content.sizes > MOST ? SIZES : "text in it");
    }

    /** What only the columns together show: copies of other columns, a surname not named as one. */
    private List<Field> secondThoughts(Table table, List<Field> fields, boolean joinsDates) {
        List<Field> out = new ArrayList<>(fields);
        findShortNames(out);
        findNamesAtBirth(table, out);
        joinNames(table, out);
        if (joinsDates) {
            joinDates(table, out);
        }
        doubtGivenNames(out);
        findGivenName(table, out);
        findSurname(table, out);
        findBirthYear(table, out);
        findHouseNumbers(table, out);
        for (FieldKind kind : ONCE) {
            keepOne(kind, out);
        }
        dropCopies(table, out);
        dropRepeated(table, out);
        return out;
    }

    /**
     * V_Name and N_Name are a German's two names where both, or one and the other's kind, stand.
     */
    private static void findShortNames(List<Field> out) {
        boolean given = isThere(FieldKind.GIVEN_NAME, out);
        boolean surname = isThere(FieldKind.SURNAME, out);
        out.replaceAll(field -> {
            String words = Vocabulary.words(field.name());
            if (surname && Vocabulary.isShortFor(FieldKind.GIVEN_NAME, words)) {
                return field.as(FieldKind.GIVEN_NAME, BY_NAME);
            }
            return given && Vocabulary.isShortFor(FieldKind.SURNAME, words)
                    ? field.as(FieldKind.SURNAME, BY_NAME)
                    : field;
        });
    }

    private static boolean isThere(FieldKind kind, List<Field> out) {
        return Field.has(out, kind)
                || out.stream()
                        .anyMatch(f -> Vocabulary.isShortFor(kind, Vocabulary.words(f.name())));
    }

    /** The only name there, of two words and more, is no surname but the whole name at birth. */
    private void findNamesAtBirth(Table table, List<Field> out) {
        int surname = only(FieldKind.SURNAME, out);
        if (surname < 0
                || Field.has(out, FieldKind.GIVEN_NAME)
                || !Vocabulary.isFormerSurname(Vocabulary.words(out.get(surname).name()))) {
            return;
        }
        ColumnContent content = new ColumnContent(table.columns().get(surname), names);
        if (content.tokens >= FEWEST_OF_WHOLE_NAME && content.mayNamePeople()) {
            out.set(surname, out.get(surname).as(FieldKind.FULL_NAME, BY_NAME));
        }
    }

    /** Where a row has its name in one column or else in two, the three are one. */
    private static void joinNames(Table table, List<Field> out) {
        int full = only(FieldKind.FULL_NAME, out);
        int given = only(FieldKind.GIVEN_NAME, out);
        int surname = only(FieldKind.SURNAME, out);
        if (full < 0 || given < 0 || surname < 0) {
            return;
        }
        Column whole = table.columns().get(full);
        Column first = table.columns().get(given);
        Column last = table.columns().get(surname);
        int wholes = 0;
        int both = 0;
        int parts = 0;
        for (int row = 0; row < table.rows(); row++) {
            boolean part = first.code(row) >= 0 || last.code(row) >= 0;
            wholes += whole.code(row) >= 0 ? 1 : 0;
            parts += part ? 1 : 0;
            both += part && whole.code(row) >= 0 ? 1 : 0;
        }
        if (wholes > 0 && parts > 0 && both < (1 - NEARLY_ALL) * Math.min(wholes, parts)) {
            String name = whole.name() + Table.OR + first.name() + Table.JOIN + last.name();
            out.set(
                    full,
                    new Field(
                            name,
                            List.of(name),
                            FieldKind.FULL_NAME,
                            BY_NAME + ", and in other rows the name in two columns"));
            for (int part : new int[] {given, surname}) {
                out.set(part, out.get(part).as(FieldKind.IGNORED, "stands in full names"));
            }
        }
    }

    /**
     * Where year, month and day of birth of people with names stand in three columns, they are one
     * date. Where no name tells, each part says more by itself.
     */
    private static void joinDates(Table table, List<Field> out) {
        if (NAMES.stream().anyMatch(kind -> Field.has(out, kind))) {
            DateParts.in(table.columns())
                    .filter(date -> out.stream().noneMatch(f -> goesBefore(f, date)))
                    .ifPresent(date -> joinDates(date, out));
        }
    }

    /**
     * A date that is not called one of birth is of the record where any other is there, or an age.
     */
    private static boolean goesBefore(Field field, DateParts.Found date) {
        return date.isOfBirth()
                ? field.kind() == FieldKind.BIRTH_DATE && field.reason().startsWith(BY_NAME)
                : field.kind() == FieldKind.BIRTH_DATE
                        || Vocabulary.isAge(Vocabulary.words(field.name()));
    }

    private static void joinDates(DateParts.Found date, List<Field> out) {
        List<String> parts = date.columns();
        String name = String.join(Table.DATE, parts);
        Field whole =
                new Field(
                        name,
                        List.of(name),
                        FieldKind.BIRTH_DATE,
                        (date.isOfBirth() ? BY_NAME + ", " : "") + DateParts.REASON);
        out.replaceAll(f ->
                f.name().equals(parts.getFirst())
                        ? whole
                        : parts.contains(f.name())
                                ? f.as(FieldKind.IGNORED, "stands in a date")
                                : f);
    }

    /** Where the only field of the kind is; below 0 where there is none or more than one. */
    private static int only(FieldKind kind, List<Field> out) {
        int found = -1;
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).kind() == kind) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /**
     * Beside streets that have no numbers, the columns next to them with numbers of up to four
     * digits, or flats, of many different ones, are the numbers of houses: no ages, years or flags.
     */
    private static void findHouseNumbers(Table table, List<Field> out) {
        int street = only(FieldKind.STREET, out);
        if (street < 0
                || Field.has(out, FieldKind.HOUSE_NUMBER)
                || AddressLine.shareWithNumber(table.columns().get(street)) > 1 - NEARLY_ALL) {
            return;
        }
        for (int way : new int[] {-1, 1}) {
            for (int at = street + way; at >= 0 && at < out.size(); at += way) {
                Field field = out.get(at);
                if (!mayBeOfHouses(field, table.columns().get(at))) {
                    break;
                }
                out.set(at, field.as(FieldKind.HOUSE_NUMBER, "numbers beside streets"));
            }
        }
    }

    private static boolean mayBeOfHouses(Field field, Column column) {
        String words = Vocabulary.words(field.name());
        boolean other =
                field.kind() == FieldKind.YEAR
                        || field.kind() == FieldKind.BIRTH_DATE
                        || Vocabulary.isAge(words)
                        || Vocabulary.isYear(words);
        return !other
                && field.kind().isEvidence()
                && !field.reason().startsWith(BY_NAME)
                && column.distinct() >= FEWEST_HOUSES
                && AddressLine.shareOfNumbers(column) >= NEARLY_ALL;
    }

    /** Given names that nobody called so and that stand beside full names are somebody else's. */
    private static void doubtGivenNames(List<Field> out) {
        if (Field.has(out, FieldKind.FULL_NAME)) {
            out.replaceAll(f ->
                    f.kind() == FieldKind.GIVEN_NAME && !f.reason().startsWith(BY_NAME)
                            ? f.as(FieldKind.TEXT, "given names beside full names")
                            : f);
        }
    }

    private static void keepOne(FieldKind kind, List<Field> out) {
        List<Field> all = out.stream().filter(f -> f.kind() == kind).toList();
        if (all.size() < 2) {
            return;
        }
        Field best =
                all.stream()
                        .filter(f -> Vocabulary.isExactly(Vocabulary.words(f.name()), kind))
                        .min(Comparator.comparing(Recogniser::isFormer))
                        .orElse(all.getFirst());
        FieldKind other = kind == FieldKind.GIVEN_NAME ? FieldKind.MIDDLE_NAME : FieldKind.TEXT;
        out.replaceAll(f ->
                f.kind() == kind && !f.equals(best)
                        ? f.as(other, "a second column of its kind")
                        : f);
    }

    private static boolean isFormer(Field field) {
        return Vocabulary.isFormerSurname(Vocabulary.words(field.name()));
    }

    /**
     * What is called a name, has one word and stands beside surnames, is a given or middle name.
     */
    private void findGivenName(Table table, List<Field> out) {
        if (!Field.has(out, FieldKind.SURNAME)) {
            return;
        }
        boolean given = Field.has(out, FieldKind.GIVEN_NAME);
        FieldKind kind = given ? FieldKind.MIDDLE_NAME : FieldKind.GIVEN_NAME;
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).kind() == FieldKind.FULL_NAME
                    && new ColumnContent(table.columns().get(i), names).tokens < 1.5) {
                out.set(i, out.get(i).as(kind, BY_NAME + ", single words beside surnames"));
                return;
            }
        }
    }

    private void findSurname(Table table, List<Field> out) {
        if (Field.has(out, FieldKind.SURNAME) || !Field.has(out, FieldKind.GIVEN_NAME)) {
            return;
        }
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).kind() == FieldKind.TEXT) {
                var content = new ColumnContent(table.columns().get(i), names);
                if (content.words > 0.8 && content.tokens < 1.4) {
                    out.set(i, out.get(i).as(FieldKind.SURNAME, "single words beside given names"));
                    return;
                }
            }
        }
    }

    /**
     * Where nothing says when people were born but their ages and one column says when they were so
     * old, that is a year of birth, and the two by themselves are of the record and not of the
     * person.
     */
    private static void findBirthYear(Table table, List<Field> out) {
        List<Integer> ages = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            Field field = out.get(i);
            String words = Vocabulary.words(field.name());
            boolean born = field.reason().startsWith(BY_NAME);
            switch (field.kind()) {
                case BIRTH_DATE, YEAR -> {
                    if (born) {
                        return;
                    }
                    if (!Vocabulary.isOfDeath(words)) {
                        times.add(i);
                    }
                }
                case NUMBER, CATEGORY -> {
                    if (Vocabulary.isAge(words)) {
                        ages.add(i);
                    } else if (Vocabulary.isYear(words)) {
                        times.add(i);
                    }
                }
                default -> {}
            }
        }
        if (ages.size() != 1 || times.size() != 1) {
            return;
        }
        int when = times.getFirst();
        int age = ages.getFirst();
        if (BirthYears.canBeOf(table.columns().get(when), table.columns().get(age))) {
            String both = out.get(when).name() + Table.LESS + out.get(age).name();
            out.set(
                    age,
                    new Field(
                            both,
                            List.of(both),
                            FieldKind.YEAR,
                            "ages and when people were so old"));
            out.set(when, out.get(when).as(FieldKind.IGNORED, "when the record was made"));
        }
    }

    private static void dropCopies(Table table, List<Field> out) {
        Optional<Column> given = first(table, out, FieldKind.GIVEN_NAME);
        Optional<Column> surname = first(table, out, FieldKind.SURNAME);
        if (given.isEmpty() || surname.isEmpty()) {
            return;
        }
        for (int i = 0; i < out.size(); i++) {
            FieldKind kind = out.get(i).kind();
            if ((kind == FieldKind.FULL_NAME || kind == FieldKind.TEXT)
                    && holds(table.columns().get(i), given.get(), surname.get())) {
                out.set(i, out.get(i).as(FieldKind.IGNORED, "made of other columns"));
            }
        }
    }

    /** What mostly stands in another column's text too, such as a maker in a title, counts once. */
    private static void dropRepeated(Table table, List<Field> out) {
        for (int part = 0; part < out.size(); part++) {
            FieldKind kind = out.get(part).kind();
            for (int whole = 0; whole < out.size(); whole++) {
                if (part != whole
                        && (kind == FieldKind.TEXT || kind == FieldKind.CATEGORY)
                        && out.get(whole).kind() == FieldKind.TEXT
                        && standsIn(table.columns().get(part), table.columns().get(whole))) {
                    out.set(
                            part,
                            out.get(part)
                                    .as(
                                            FieldKind.IGNORED,
                                            "stands in " + out.get(whole).name() + " too"));
                    break;
                }
            }
        }
    }

    private static boolean standsIn(Column part, Column whole) {
        long share = Math.max(1, whole.rows() / 2000);
        int both = 0;
        int of = 0;
        for (int row = 0; row < whole.rows(); row++) {
            if (whole.code(row) >= 0
                    && part.code(row) >= 0
                    && Estimation.mix(whole.text(row).hashCode()) % share == 0) {
                String inner = Folding.fold(part.text(row));
                String outer = Folding.fold(whole.text(row));
                of++;
                if (inner.length() >= SHORTEST_REPEATED
                        && outer.length() > inner.length()
                        && (" " + outer + " ").contains(" " + inner + " ")) {
                    both++;
                }
            }
        }
        return of > 10 && both > of * MOST;
    }

    private static Optional<Column> first(Table table, List<Field> fields, FieldKind kind) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == kind) {
                return Optional.of(table.columns().get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Column whole, Column given, Column surname) {
        long share = Math.max(1, whole.rows() / 2000);
        int both = 0;
        int of = 0;
        for (int row = 0; row < whole.rows(); row++) {
            if (whole.code(row) >= 0
                    && Estimation.mix(whole.text(row).hashCode()) % share == 0
                    && given.code(row) >= 0
                    && surname.code(row) >= 0) {
                String text = whole.text(row);
                of++;
                if (text.contains(given.text(row)) && text.contains(surname.text(row))) {
                    both++;
                }
            }
        }
        return of > 10 && both > of * 0.5;
    }
}
