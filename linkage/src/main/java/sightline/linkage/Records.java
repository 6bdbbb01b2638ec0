package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All records of all tables, numbered through, with each field in the form that is compared. */
final class Records {
    /** What stands behind a full name's name for the part of it. */
    static final String GIVEN = ": given";

    static final String SURNAME = ": surname";

    private static final int LONGEST_COMPARED = 64;
    private static final int YEAR_DIGITS = 4;

    /** Fields in an order that does not depend on which table came first. */
    private static final Comparator<Field> IN_ORDER =
            Comparator.comparing(Field::kind)
                    .thenComparing(f -> f.columns().stream().sorted().toList().toString());

    private final List<Table> tables;
    private final List<Field> fields;
    private final List<Column> ids;
    private final int[] firstRow;
    private final int[] rowOf;
    private final List<Feature> features;

    Records(List<Table> tables, List<Field> fields) {
        this.tables = List.copyOf(tables);
        this.fields = List.copyOf(fields);
        this.ids = idColumns();
        this.firstRow = new int[tables.size() + 1];
        for (int t = 0; t < tables.size(); t++) {
            firstRow[t + 1] = Math.addExact(firstRow[t], tables.get(t).rows());
        }
        List<Draft> drafts =
                fields.stream()
                        .filter(field -> field.kind().isEvidence())
                        .sorted(IN_ORDER)
                        .toList()
                        .parallelStream()
                        .map(this::drafts)
                        .flatMap(List::stream)
                        .toList();
        rowOf = CanonicalOrder.of(drafts, firstRow[tables.size()], this::nameOf);
        features = drafts.parallelStream().map(d -> new Feature(d, rowOf)).toList();
    }

    /** The record of each row. */
    int recordAt(int row) {
        for (int record = 0; record < rowOf.length; record++) {
            if (rowOf[record] == row) {
                return record;
            }
        }
        throw new IllegalArgumentException("There is no record " + row + ".");
    }

    /** What stands in the row, as it stands there. */
    String value(int row, Field field) {
        int table = sourceOf(row);
        return tables.get(table)
                .column(field.columns().get(table))
                .map(column -> column.text(row - firstRow[table]))
                .orElse("");
    }

    /** The row of each record: rows are numbered as the tables brought them. */
    int rowOf(int record) {
        return rowOf[record];
    }

    private String nameOf(int row) {
        return sourceName(sourceOf(row)) + ":" + idOf(row);
    }

    int size() {
        return firstRow[tables.size()];
    }

    int sources() {
        return tables.size();
    }

    /** The number of the first record of the table, or of all records for the number of tables. */
    int firstOf(int table) {
        return firstRow[table];
    }

    int sourceOf(int record) {
        int table = 0;
        while (record >= firstRow[table + 1]) {
            table++;
        }
        return table;
    }

    String sourceName(int table) {
        return tables.get(table).name();
    }

    /** The record's own id; the number of its row, from 1, where the table has none. */
    String idOf(int record) {
        int table = sourceOf(record);
        int row = record - firstRow[table];
        Column own = ids.get(table);
        return own.distinct() == 0 ? Integer.toString(row + 1) : own.text(row);
    }

    /** For each table the column with its records' ids, without values where there is none. */
    private List<Column> idColumns() {
        List<Column> columns = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Column found = Column.missing("", 0);
            for (Field field : fields) {
                String name = field.columns().get(t);
                if (field.kind() == FieldKind.RECORD_ID && !name.isEmpty()) {
                    found = tables.get(t).column(name).orElse(found);
                    break;
                }
            }
            columns.add(found);
        }
        return columns;
    }

    List<Field> fields() {
        return fields;
    }

    List<Feature> features() {
        return features;
    }

    /** The field's column in each table. */
    private List<Column> columns(Field field) {
        List<Column> columns = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Table table = tables.get(t);
            columns.add(
                    table.column(field.columns().get(t))
                            .orElseGet(() -> Column.missing(field.name(), table.rows())));
        }
        return columns;
    }

    private List<Draft> drafts(Field field) {
        List<Column> columns = columns(field);
        if (field.kind() == FieldKind.FULL_NAME) {
            return List.of(
                    partOfName(field, columns, 0, GIVEN, FieldKind.GIVEN_NAME),
                    partOfName(field, columns, 1, SURNAME, FieldKind.SURNAME));
        }
        if (field.kind() == FieldKind.ADDRESS) {
            return partsOfAddress(field, columns);
        }
        boolean several = columns.stream().anyMatch(c -> Several.in(field.kind(), c));
        boolean books =
                field.kind() == FieldKind.IDENTIFIER && columns.stream().anyMatch(BookNumbers::in);
        List<UnaryOperator<String>> rules = new ArrayList<>();
        for (Column column : columns) {
            UnaryOperator<String> rule = books ? Records::book : rule(field.kind(), column);
            rules.add(several ? Several.each(rule) : rule);
        }
        Draft draft = Draft.of(field.name(), "", field.kind(), columns, rules);
        return draft.text.length > 1 ? List.of(draft) : List.of();
    }

    private static List<Draft> partsOfAddress(Field field, List<Column> columns) {
        return Stream.of(
                        part(
                                field,
                                columns,
                                ": number",
                                FieldKind.HOUSE_NUMBER,
                                AddressLine::number),
                        part(field, columns, ": street", FieldKind.ADDRESS, AddressLine::street),
                        part(
                                field,
                                columns,
                                ": postcode",
                                FieldKind.POSTCODE,
                                AddressLine::postcode))
                .filter(draft -> draft.text.length > 1)
                .toList();
    }

    private static Draft part(
            Field field,
            List<Column> columns,
            String suffix,
            FieldKind kind,
            Function<AddressLine, String> part) {
        UnaryOperator<String> rule = v -> cut(part.apply(AddressLine.of(v)));
        return Draft.of(
                field.name(), suffix, kind, columns, Collections.nCopies(columns.size(), rule));
    }

    private static Draft partOfName(
            Field field, List<Column> columns, int part, String suffix, FieldKind kind) {
        UnaryOperator<String> rule =
                v -> {
                    if (Placeholders.isNoName(Folding.fold(v))) {
                        return "";
                    }
                    String name = cut(FullName.split(v)[part]);
                    return part == 0 ? given(name) : surname(name);
                };
        return Draft.of(
                field.name(), suffix, kind, columns, Collections.nCopies(columns.size(), rule));
    }

    static UnaryOperator<String> rule(FieldKind kind, Column column) {
        return switch (kind) {
            case GIVEN_NAME, MIDDLE_NAME -> v -> given(Folding.fold(v));
            case SURNAME -> v -> surname(Folding.fold(v));
            case BIRTH_DATE -> {
                DateText.Order order = DateText.orderOf(column);
                Set<String> stopgaps = Stopgaps.of(column, order);
                yield v -> {
                    int date = DateText.read(v, order);
                    String digits = date <= 0 ? "" : DateText.digits(date);
                    return stopgaps.contains(digits) ? "" : digits;
                };
            }
            case IDENTIFIER -> v -> known(cut(CodeText.of(v)));
            case POSTCODE -> v -> cut(solid(Folding.fold(v)));
            case UPRN -> v -> uprn(solid(Folding.fold(v)));
            case PHONE -> v -> known(phone(v));
            case EMAIL -> v -> cut(v.toLowerCase(Locale.ROOT).replace(" ", ""));
            case SEX -> Records::sex;
            case YEAR -> {
                int latest = latestYear(column);
                yield v -> year(Numbers.plain(v), latest);
            }
            case NUMBER -> v -> cut(Numbers.plain(v));
            case ADDRESS -> v -> cut(AddressLine.of(v).street());
            case FULL_NAME,
                    HOUSE_NUMBER,
                    STREET,
                    TOWN,
                    REGION,
                    BIRTH_PLACE,
                    CATEGORY,
                    TEXT,
                    RECORD_ID,
                    IGNORED ->
                    v -> cut(Folding.fold(v));
        };
    }

    /** The latest year of four digits in the column; 0 where there is none. */
    private static int latestYear(Column column) {
        int latest = 0;
        for (int code = 0; code < column.distinct(); code++) {
            String plain = Numbers.plain(column.value(code));
            if (plain.length() == YEAR_DIGITS && plain.chars().allMatch(Character::isDigit)) {
                latest = Math.max(latest, Integer.parseInt(plain));
            }
        }
        return latest;
    }

    /** Two digits stand for the last year that ends with them and is in the column's time. */
    private static String year(String plain, int latest) {
        if (latest == 0 || plain.length() != 2 || !plain.chars().allMatch(Character::isDigit)) {
            return cut(plain);
        }
        int year = latest - Math.floorMod(latest - Integer.parseInt(plain), 100);
        return Integer.toString(year);
    }

    private static String given(String folded) {
        return Placeholders.isNoGivenName(folded) ? "" : cut(folded);
    }

    private static String surname(String folded) {
        return Placeholders.isNoName(folded) ? "" : cut(folded);
    }

    private static String book(String raw) {
        return known(cut(BookNumbers.of(raw)));
    }

    private static String known(String code) {
        return Scheme.isFiller(code) ? "" : code;
    }

    private static String uprn(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return known(cut(digits.substring(from)));
    }

    static String solid(String folded) {
        return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
    }

    /** Edit distances look at the first 64 characters; what is longer is text, not a name. */
    private static String cut(String text) {
        return text.length() <= LONGEST_COMPARED ? text : text.substring(0, LONGEST_COMPARED);
    }

    private static String phone(String raw) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        int keep = Math.min(digits.length(), 10);
        String end = digits.substring(digits.length() - keep);
        return end.length() == 10 && end.charAt(0) == '0' ? end.substring(1) : end;
    }

    private static String sex(String raw) {
        String plain = Folding.fold(raw);
        return switch (plain) {
            case "m", "male", "man", "boy", "1" -> "m";
            case "f", "female", "woman", "girl", "2", "w" -> "f";
            case "u", "x", "9", "0", "unspecified", "indeterminate" -> "";
            default -> cut(plain);
        };
    }
}
