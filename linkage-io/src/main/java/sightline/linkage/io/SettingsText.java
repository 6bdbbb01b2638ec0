package sightline.linkage.io;

import sightline.linkage.Field;
import sightline.linkage.FieldKind;
import sightline.linkage.Level;
import sightline.linkage.Limits;
import sightline.linkage.Settings;
import sightline.linkage.TrainedModel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes settings and models as YAML with remarks for whoever reads and edits them. */
final class SettingsText {
    static final String EVERY_PAIR = "every pair";

    private final List<String> files;
    private final StringBuilder out = new StringBuilder();

    SettingsText(List<String> files) {
        this.files = files;
    }

    String text(Settings settings) {
        remark("How these records were linked. Edit it and give it back with --model.");
        remark("Files, in the order of each field's columns: " + String.join(", ", files));
        fields(settings);
        blocking(settings.blocking());
        limits(settings.limits());
        joining(settings);
        return out.toString();
    }

    String text(TrainedModel trained) {
        text(trained.settings());
        line("");
        remark("What was learnt; with it nothing is learnt anew. Remove it to learn again.");
        line("trained:");
        remark("  The share of each kind of pair among all pairs of records.");
        line("  kinds:");
        trained.kinds().forEach(k -> line("    " + k.name() + ": " + k.share()));
        remark(
                "  Probability of each cell of a comparison under each kind of pair, in that order:");
        remark("  equality from common to rare values, the other levels, not known.");
        line("  columns:");
        for (TrainedModel.LearntColumn column : trained.columns()) {
            line("    - column: " + quoted(column.name()));
            line("      kind: " + column.kind().word());
            line("      cells:");
            column.cells().forEach(row -> line("        - " + row));
        }
        return out.toString();
    }

    private void fields(Settings settings) {
        line("");
        remark("What each column holds. Kinds: " + kinds() + ".");
        remark("ignored is never used; record-id only names the row.");
        remark(
                "Two values are on the first of the levels that fits them. share: how often records of");
        remark("one person are expected there before learning; from: the least likeness, 0 to 1.");
        line("fields:");
        settings.fields().forEach(this::field);
    }

    private static String kinds() {
        return Arrays.stream(FieldKind.values())
                .map(FieldKind::word)
                .collect(Collectors.joining(", "));
    }

    private void field(Field field) {
        line("  - name: " + quoted(field.name()));
        line("    kind: " + field.kind().word());
        line("    why: " + quoted(field.reason()));
        line(
                "    columns: ["
                        + field.columns().stream()
                                .map(SettingsText::quoted)
                                .collect(Collectors.joining(", "))
                        + "]");
        if (!field.levels().isEmpty()) {
            line("    levels:");
            field.levels().forEach(this::level);
        }
    }

    private void level(Level level) {
        String from = level.from().isPresent() ? ", from: " + level.from().getAsDouble() : "";
        line("      - {level: %s, share: %s%s}".formatted(level.name(), level.share(), from));
    }

    private void blocking(List<List<String>> keys) {
        line("");
        remark("Records are compared that agree on all parts of any of these keys.");
        remark("Leave the list empty to have keys chosen for the records at hand.");
        line(keys.isEmpty() ? "blocking: []" : "blocking:");
        for (List<String> key : keys) {
            String parts =
                    key.isEmpty()
                            ? EVERY_PAIR
                            : key.stream()
                                    .map(SettingsText::quoted)
                                    .collect(Collectors.joining(", "));
            line("  - [" + parts + "]");
        }
    }

    private void limits(Limits limits) {
        line("");
        remark("A key that more than `block` records share is left out, and counted.");
        line("limits:");
        line("  block: " + limits.block());
        line("  rules: " + limits.rules());
        line("  pairs: " + limits.pairs());
        line("  pairs-a-record: " + limits.pairsARecord());
    }

    private void joining(Settings settings) {
        line("");
        remark("The share of all pairs of records that are of one person; auto learns it.");
        line(
                "prior: "
                        + (settings.prior().isPresent()
                                ? Double.toString(settings.prior().getAsDouble())
                                : "auto"));
        remark("The probability from which records are joined.");
        line("join-from: " + settings.joinFrom());
        remark("Does one file hold a person more than once: find-out, none or some.");
        line("doubles: " + word(settings.doubles()));
    }

    static String word(Settings.Doubles doubles) {
        return doubles.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void remark(String text) {
        int indent = text.length() - text.stripLeading().length();
        line(" ".repeat(indent) + "# " + plain(text.strip()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** A remark ends where its line does, whatever a file is called. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\ufeff]", " ");
    }

    static String quoted(String text) {
        boolean simple =
                !text.isEmpty()
                        && text.chars().allMatch(SettingsText::isSimple)
                        && Character.isLetter(text.charAt(0))
                        && !text.endsWith(" ")
                        && !List.of("null", "true", "false", "yes", "no", "auto", EVERY_PAIR)
                                .contains(text.toLowerCase(Locale.ROOT));
        return simple ? text : doubleQuoted(text);
    }

    private static boolean isSimple(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == ' ' || c == '-');
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' '
                    || (c >= 0x7f && c < 0xa0)
                    || c == 0x2028
                    || c == 0x2029
                    || c == 0xfeff
                    || Character.isSurrogate(c)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
