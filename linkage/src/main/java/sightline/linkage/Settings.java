package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What each column holds: proposed by {@code auto}, written beside the output to be read and
 * edited, and read back with {@code --model}.
 *
 * <p>One line a field, apart by tabs: its name, its kind, its column in each file (a dash where a
 * file has none), the reason. Lines that begin with {@code #} are remarks.
 *
 * @param fields in the order of the columns
 */
public record Settings(List<Field> fields) {
    private static final String NONE = "-";

    public Settings {
        fields = List.copyOf(fields);
    }

    /** The text of the file. */
    public String text() {
        var out = new StringBuilder("# field\tkind\tcolumn in each file\treason\n# kinds: ");
        out.append(
                String.join(" ", Arrays.stream(FieldKind.values()).map(Settings::word).toList()));
        out.append('\n');
        for (Field field : fields) {
            out.append(field.name()).append('\t').append(word(field.kind()));
            field.columns().forEach(c -> out.append('\t').append(c.isEmpty() ? NONE : c));
            out.append('\t').append(field.reason()).append('\n');
        }
        return out.toString();
    }

    /** Reads the text of such a file for that many tables. */
    public static Settings parse(String text, int tables) {
        List<Field> fields = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                fields.add(field(line, tables));
            }
        }
        return new Settings(fields);
    }

    private static Field field(String line, int tables) {
        List<String> parts = List.of(line.split("\t"));
        if (parts.size() < 2 + tables) {
            throw new LinkageException(
                    "Settings: this line names no column for each of the %d files:%n%s"
                            .formatted(tables, line));
        }
        List<String> columns =
                parts.subList(2, 2 + tables).stream().map(c -> c.equals(NONE) ? "" : c).toList();
        String reason = parts.size() > 2 + tables ? parts.get(2 + tables) : "said so";
        return new Field(parts.getFirst(), columns, kind(parts.get(1)), reason);
    }

    private static FieldKind kind(String word) {
        for (FieldKind kind : FieldKind.values()) {
            if (word(kind).equals(word.strip())) {
                return kind;
            }
        }
        throw new LinkageException("Settings: there is no kind of column called " + word + ".");
    }

    private static String word(FieldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
