package sightline.register;

import sightline.core.kernel.PncId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The file of a register of invented people, some of its rows spoilt in ways that are known. */
public final class RegisterFile {
    private static final List<String> GIVEN =
            List.of(
                    "Aldo", "Berit", "Corin", "Dagny", "Edo", "Fenna", "Garo", "Hilke", "Ivo",
                    "Jarne", "Kasimir", "Lowri");
    private static final List<String> START =
            List.of("Ash", "Brack", "Corn", "Dun", "Elm", "Farn", "Gorse", "Hasel", "Iver", "Kel");
    private static final List<String> END =
            List.of(
                    "by", "combe", "dale", "field", "ham", "ley", "mere", "stead", "thorpe",
                    "wick");
    private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

    /** How a row is spoilt: what its reason must say. */
    public enum Spoilt {
        NO_FAMILY_NAME("family_name: It is empty"),
        IMPOSSIBLE_DATE("date_of_birth: It is no day that there is"),
        FUTURE("conviction_date: It is in the future"),
        TOO_YOUNG("The person was not yet 10"),
        PNC_CHECK("pnc: "),
        CRO_CHECK("cro: "),
        UPRN("uprn: "),
        UNKNOWN_OFFENCE("The offence is not known"),
        NO_LENGTH("The sentence has no length"),
        NO_SENTENCE("There is a length and no sentence"),
        RELEASE_BEFORE("release_date: It is before the sentence"),
        UNKNOWN_REGISTER("It is no register that is known"),
        START_BEFORE("registration_start: It is before the conviction"),
        NOTIFIED_BEFORE("It is before the registration began"),
        UNKNOWN_RISK("risk_level: It is none of the words"),
        VICTIM_AGE("victim_age: It is no whole number"),
        OTHER_AREA("Another area keeps the entry"),
        TWICE("It says the same as row"),
        OTHER_PERSON("says that the person is somebody else"),
        SAME_NUMBER("the same police number under another local id"),
        OTHER_DETAILS("the same person and conviction with other details"),
        FEWER_CELLS("It has 3 cells"),
        LONG_CELL("It has more than 500 characters");

        private final String says;

        Spoilt(String says) {
            this.says = says;
        }

        public String says() {
            return says;
        }
    }

    private final Random random;
    private final String prefix;
    private final List<Map<ImportColumn, String>> rows = new ArrayList<>();
    private final Map<Integer, Spoilt> spoilt = new LinkedHashMap<>();
    private final String area;

    private RegisterFile(long seed, String prefix, String area) {
        this.random = new Random(seed);
        this.prefix = prefix;
        this.area = area;
    }

    /**
     * A file.
     *
     * @param prefix of each local id
     * @param area the id of the keeper's area
     * @param each how many rows are spoilt in each way; 0 for a clean file
     */
    public static RegisterFile of(long seed, String prefix, String area, int size, int each) {
        RegisterFile file = new RegisterFile(seed, prefix, area);
        IntStream.range(0, size).forEach(i -> file.rows.add(file.person(i)));
        int spoiltRows = each * Spoilt.values().length;
        if (spoiltRows > 0) {
            // The first rows stay good: duplicates are of them.
            int step = (size - 10) / spoiltRows;
            for (int i = 0; i < spoiltRows; i++) {
                file.spoil(10 + i * step, Spoilt.values()[i % Spoilt.values().length]);
            }
        }
        return file;
    }

    /** By the number of the row. */
    public Map<Integer, Spoilt> spoilt() {
        return spoilt;
    }

    public int size() {
        return rows.size();
    }

    public String csv() {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", columns().map(ImportColumn::heading).toList())).append("\r\n");
        for (int i = 0; i < rows.size(); i++) {
            Map<ImportColumn, String> row = rows.get(i);
            long cells = spoilt.get(i + 1) == Spoilt.FEWER_CELLS ? 3 : ImportColumn.values().length;
            text.append(
                            String.join(
                                    ",",
                                    columns()
                                            .limit(cells)
                                            .map(c -> quoted(row.getOrDefault(c, "")))
                                            .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** Puts other text in a cell of a row, by its number. */
    public RegisterFile set(int number, ImportColumn column, String text) {
        rows.get(number - 1).put(column, text);
        return this;
    }

    private static java.util.stream.Stream<ImportColumn> columns() {
        return java.util.Arrays.stream(ImportColumn.values());
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? '"' + cell + '"' : cell;
    }

    private Map<ImportColumn, String> person(int number) {
        Map<ImportColumn, String> row = new EnumMap<>(ImportColumn.class);
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(15_000));
        LocalDate convicted = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(3_000));
        row.put(ImportColumn.LOCAL_ID, prefix + number);
        row.put(ImportColumn.GIVEN_NAMES, of(GIVEN) + " " + of(GIVEN));
        row.put(ImportColumn.FAMILY_NAME, of(START) + of(END));
        row.put(ImportColumn.BORN, born.toString());
        row.put(ImportColumn.SEX, random.nextBoolean() ? "male" : "female");
        row.put(
                ImportColumn.PNC,
                pnc(
                        1990 + random.nextInt(20),
                        Math.abs(prefix.hashCode() % 90) * 100_000 + number + 1));
        row.put(
                ImportColumn.ADDRESS,
                (1 + random.nextInt(90)) + " " + of(START) + " Road, Westmarsh");
        row.put(ImportColumn.POSTCODE, "WM1 " + random.nextInt(10) + "LB");
        row.put(ImportColumn.OFFENCE_GROUP, random.nextBoolean() ? "sexual" : "wounding");
        row.put(ImportColumn.OFFENCE, "As recorded");
        row.put(ImportColumn.CONVICTED, convicted.toString());
        row.put(ImportColumn.VICTIM_AGE, String.valueOf(random.nextInt(17)));
        row.put(ImportColumn.VICTIM_TIE, "other-child");
        row.put(ImportColumn.SENTENCE, "custody");
        row.put(ImportColumn.MONTHS, String.valueOf(30 + random.nextInt(60)));
        row.put(ImportColumn.RELEASED, convicted.plusDays(400).toString());
        row.put(ImportColumn.REGISTER, "soa-2003");
        row.put(ImportColumn.STARTED, convicted.toString());
        row.put(
                ImportColumn.NOTIFIED,
                LocalDate.of(2026, 1, 5).plusDays(random.nextInt(100)).toString());
        row.put(ImportColumn.RISK, "medium");
        row.put(ImportColumn.AREA, area);
        return row;
    }

    private String of(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String pnc(int year, int serial) {
        String start = year + "/%07d".formatted(serial % 10_000_000);
        return LETTERS.chars()
                .mapToObj(letter -> start + (char) letter)
                .filter(pnc -> PncId.parse(pnc).toOptional().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void spoil(int index, Spoilt how) {
        Map<ImportColumn, String> row = rows.get(index);
        Map<ImportColumn, String> good = rows.get(index % 10);
        spoilt.put(index + 1, how);
        switch (how) {
            case NO_FAMILY_NAME -> row.remove(ImportColumn.FAMILY_NAME);
            case IMPOSSIBLE_DATE -> row.put(ImportColumn.BORN, "31/02/1970");
            case FUTURE -> row.put(ImportColumn.CONVICTED, "2199-01-01");
            case TOO_YOUNG -> row.put(ImportColumn.BORN, "2015-01-01");
            case PNC_CHECK -> row.compute(ImportColumn.PNC, (_, pnc) -> wrong(String.valueOf(pnc)));
            case CRO_CHECK -> row.put(ImportColumn.CRO, "123456/99A");
            case UPRN -> row.put(ImportColumn.UPRN, "not a number");
            case UNKNOWN_OFFENCE -> row.remove(ImportColumn.OFFENCE_GROUP);
            case NO_LENGTH -> row.remove(ImportColumn.MONTHS);
            case NO_SENTENCE -> row.remove(ImportColumn.SENTENCE);
            case RELEASE_BEFORE -> row.put(ImportColumn.RELEASED, "2001-01-01");
            case UNKNOWN_REGISTER -> row.put(ImportColumn.REGISTER, "no-such-register");
            case START_BEFORE -> row.put(ImportColumn.STARTED, "2001-01-01");
            case NOTIFIED_BEFORE -> row.put(ImportColumn.NOTIFIED, "2001-01-01");
            case UNKNOWN_RISK -> row.put(ImportColumn.RISK, "enormous");
            case VICTIM_AGE -> row.put(ImportColumn.VICTIM_AGE, "three");
            case OTHER_AREA -> row.put(ImportColumn.AREA, "eastholme-by-the-sea");
            case TWICE -> row.putAll(good);
            case OTHER_PERSON -> {
                row.put(ImportColumn.LOCAL_ID, good.getOrDefault(ImportColumn.LOCAL_ID, ""));
                row.put(ImportColumn.OFFENCE, "Another one");
            }
            case SAME_NUMBER -> row.put(ImportColumn.PNC, good.getOrDefault(ImportColumn.PNC, ""));
            case OTHER_DETAILS -> {
                row.putAll(good);
                row.put(ImportColumn.RISK, "low");
            }
            case FEWER_CELLS -> row.put(ImportColumn.CRO, "");
            case LONG_CELL -> row.put(ImportColumn.ADDRESS, "x".repeat(501));
        }
    }

    private static String wrong(String pnc) {
        char last = pnc.charAt(pnc.length() - 1);
        return pnc.substring(0, pnc.length() - 1) + (last == 'A' ? 'B' : 'A');
    }
}
