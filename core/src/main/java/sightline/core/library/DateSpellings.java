package sightline.core.library;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A day as people write it: in figures, in words, and in languages that families here speak. */
final class DateSpellings {
    private static final List<String> ORDINALS =
            List.of(
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth",
                    "twenty first",
                    "twenty second",
                    "twenty third",
                    "twenty fourth",
                    "twenty fifth",
                    "twenty sixth",
                    "twenty seventh",
                    "twenty eighth",
                    "twenty ninth",
                    "thirtieth",
                    "thirty first");
    private static final List<Locale> LANGUAGES =
            Stream.of("ar", "cy", "de", "es", "fr", "it", "lt", "pl", "pt", "ro", "so", "tr", "uk")
                    .map(Locale::forLanguageTag)
                    .toList();

    private DateSpellings() {}

    static Set<String> of(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        String year = Integer.toString(date.getYear());
        String end = String.format(Locale.ROOT, "%02d", date.getYear() % 100);
        String longMonth = date.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
        String shortMonth = longMonth.substring(0, 3);
        Set<String> days =
                among(
                        Integer.toString(day),
                        String.format(Locale.ROOT, "%02d", day),
                        day + suffix(day),
                        day + " " + suffix(day),
                        ORDINALS.get(day - 1),
                        ORDINALS.get(day - 1) + " of",
                        day + suffix(day) + " of");
        Set<String> all = new LinkedHashSet<>();
        for (String m :
                among(longMonth, shortMonth, longMonth.equals("September") ? "Sept" : longMonth)) {
            for (String d : days) {
                all.add(d + " " + m);
                all.add(m + " " + d);
                all.add(m + " the " + d);
                for (String y : List.of(year, end)) {
                    all.add(d + " " + m + " " + y);
                    all.add(m + " " + d + " " + y);
                }
            }
        }
        for (String d : among(Integer.toString(day), String.format(Locale.ROOT, "%02d", day))) {
            for (String m :
                    among(Integer.toString(month), String.format(Locale.ROOT, "%02d", month))) {
                for (String y : List.of(year, end)) {
                    all.add(d + " " + m + " " + y);
                    all.add(m + " " + d + " " + y);
                    all.add(y + " " + m + " " + d);
                }
            }
        }
        all.add(String.format(Locale.ROOT, "%s%02d%02d", year, month, day));
        all.add(String.format(Locale.ROOT, "%02d%02d%s", day, month, year));
        elsewhere(date, all);
        return all;
    }

    private static void elsewhere(LocalDate date, Set<String> all) {
        int day = date.getDayOfMonth();
        for (Locale language : LANGUAGES) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                String month = date.getMonth().getDisplayName(style, language);
                for (String m : among(month, "de " + month)) {
                    all.add(day + " " + m);
                    all.add(day + " " + m + " " + date.getYear());
                    all.add(day + " " + m + " de " + date.getYear());
                    all.add(day + " o " + m);
                }
            }
        }
    }

    private static Set<String> among(String... spellings) {
        return new LinkedHashSet<>(List.of(spellings));
    }

    private static String suffix(int day) {
        if (day / 10 == 1) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
