package sightline.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody looks for. Within a filter one value is enough; of several filters each must fit.
 *
 * @param words as they were typed, at most {@link #WORDS_MAX} letters
 * @param from how many are left out, newest or best first
 */
public record Asked(
        String words,
        List<String> themes,
        List<String> ages,
        List<String> agencies,
        List<String> kinds,
        List<String> models,
        List<String> years,
        boolean newestFirst,
        int from) {
    /** So many letters are looked at. */
    public static final int WORDS_MAX = 300;

    /** So many values of a filter are looked at. */
    private static final int VALUES_MAX = 30;

    public Asked {
        words = clean(words);
        themes = few(themes);
        ages = few(ages);
        agencies = few(agencies);
        kinds = few(kinds);
        models = few(models);
        years = few(years);
        from = Math.clamp(from, 0, Library.MATCHES_MAX);
    }

    /** The same, by whatever model a review was made. */
    public Asked(
            String words,
            List<String> themes,
            List<String> ages,
            List<String> agencies,
            List<String> kinds,
            List<String> years,
            boolean newestFirst,
            int from) {
        this(words, themes, ages, agencies, kinds, List.of(), years, newestFirst, from);
    }

    /** Everything, newest first. */
    public static Asked everything() {
        return new Asked("", List.of(), List.of(), List.of(), List.of(), List.of(), true, 0);
    }

    /** Whether anything but words narrows it. */
    public boolean isFiltered() {
        return Stream.of(themes, ages, agencies, kinds, models, years).anyMatch(f -> !f.isEmpty());
    }

    private static List<String> few(List<String> values) {
        return values.stream().limit(VALUES_MAX).toList();
    }

    private static String clean(String typed) {
        String plain =
                typed.codePoints()
                        .map(c ->
                                Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE
                                        ? ' '
                                        : c)
                        .limit(WORDS_MAX)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return plain.strip().toLowerCase(Locale.ROOT);
    }
}
