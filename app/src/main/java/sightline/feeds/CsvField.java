package sightline.feeds;

import sightline.core.kernel.London;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How one field of a message is made from a row.
 *
 * @param path where it goes: {@code people[0].localId}
 * @param source a constant, or text with columns in braces: {@code {pupil}-{day}}
 * @param required whether a row without it is set aside
 * @param values what a cell means, where it is a code; another value sets the row aside
 * @param form how what is found becomes JSON
 */
record CsvField(
        String path, String source, boolean required, Map<String, String> values, Form form) {
    CsvField {
        values = Map.copyOf(values);
    }

    /** What a value is on the wire. */
    sealed interface Form {
        /** Text as it stands. */
        record Plain() implements Form {}

        /** A whole number. */
        record Whole() implements Form {}

        /** Yes or no, in the usual spellings. */
        record Truth() implements Form {}

        /**
         * A day.
         *
         * @param pattern as {@code dd/MM/uuuu}
         */
        record Day(String pattern) implements Form {}

        /**
         * A date and time of the clock on the wall in London.
         *
         * @param pattern as {@code dd/MM/uuuu HH:mm}
         */
        record Time(String pattern) implements Form {}
    }

    /** The value as JSON takes it, or nothing where it has not that form. */
    Optional<Object> shaped(String text) {
        try {
            return switch (form) {
                case Form.Plain _ -> Optional.of(text);
                case Form.Whole _ -> Optional.of(Long.parseLong(text));
                case Form.Truth _ -> truth(text);
                case Form.Day(var pattern) ->
                        Optional.of(LocalDate.parse(text, formatter(pattern)).toString());
                case Form.Time(var pattern) ->
                        Optional.of(
                                LocalDateTime.parse(text, formatter(pattern))
                                        .atZone(London.ZONE)
                                        .toOffsetDateTime()
                                        .toString());
            };
        } catch (DateTimeException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** What a cell would have to look like. */
    String wanted() {
        return switch (form) {
            case Form.Plain _ -> "text";
            case Form.Whole _ -> "a whole number";
            case Form.Truth _ -> "yes or no";
            case Form.Day(var pattern) -> "a day like " + pattern;
            case Form.Time(var pattern) -> "a time like " + pattern;
        };
    }

    private static Optional<Object> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1" -> Optional.of(true);
            case "n", "no", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
