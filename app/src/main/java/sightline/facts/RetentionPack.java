package sightline.facts;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import sightline.core.facts.Kinds;
import sightline.core.kernel.ShippedText;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long records are kept: periods as data, each with its source, its mark and the day from which
 * it is in force. The longest that applies to anything in a person's records counts for all.
 */
public record RetentionPack(String name, String version, List<Period> periods, List<Trace> traces) {
    private static final int ADULT = 18;

    public RetentionPack {
        periods = List.copyOf(periods);
        traces = List.copyOf(traces);
    }

    /**
     * How long something is kept that is no record: it ends by itself, and nobody orders it.
     *
     * @param key its name
     * @param mark how sure the source is: P, S, GK or INF
     */
    public record Trace(String key, String title, int days, String source, String mark) {}

    /**
     * A trace by its name.
     *
     * @throws IllegalArgumentException if the pack does not say how long it is kept
     */
    public Trace trace(String key) {
        return traces.stream()
                .filter(t -> t.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Retention pack %s does not say how long '%s' is kept.\nAdd it under 'traces'."
                                        .formatted(name, key)));
    }

    /** From when years are counted. */
    public enum From {
        /** The day of birth. */
        BIRTH,
        /** The 18th birthday or the newest entry, whichever is later. */
        ADULT_AND_QUIET
    }

    /**
     * A period.
     *
     * @param key its name in orders and tombstones, as {@code retention:KEY}
     * @param kinds to which kinds of entry it applies; empty for every one
     * @param mark how sure the source is: P, S or GK
     */
    public record Period(
            String key,
            String title,
            Set<String> kinds,
            From from,
            int years,
            LocalDate inForce,
            String source,
            String mark) {
        public Period {
            kinds = Set.copyOf(kinds);
        }

        private boolean applies(Set<String> held, LocalDate day) {
            return !inForce.isAfter(day)
                    && (kinds.isEmpty() || kinds.stream().anyMatch(held::contains));
        }
    }

    /**
     * Until when somebody's records are kept.
     *
     * @param until the last day
     */
    public record Kept(Period period, LocalDate until) {}

    /**
     * Until when records with these kinds of entry are kept.
     *
     * @param born the latest day on which the person may have been born; without one nothing ends
     * @param newest the day of the newest entry
     */
    public Optional<Kept> kept(
            Set<String> kinds, Optional<LocalDate> born, LocalDate newest, LocalDate today) {
        return born.flatMap(birth ->
                periods.stream()
                        .filter(p -> p.applies(kinds, today))
                        .map(p -> new Kept(p, until(p, birth, newest)))
                        .max(Comparator.comparing(Kept::until)));
    }

    private static LocalDate until(Period period, LocalDate born, LocalDate newest) {
        LocalDate from =
                switch (period.from()) {
                    case BIRTH -> born;
                    case ADULT_AND_QUIET -> {
                        LocalDate adult = born.plusYears(ADULT);
                        yield adult.isAfter(newest) ? adult : newest;
                    }
                };
        return from.plusYears(period.years());
    }

    /** The pack that ships with the system; an area's controllers confirm it or bring their own. */
    public static RetentionPack shipped() {
        return read(ShippedText.of("/retention/england.yaml"));
    }

    /**
     * Reads a pack from its text in YAML.
     *
     * @throws IllegalArgumentException naming the period and what is wrong with it
     */
    public static RetentionPack read(String yaml) {
        Map<?, ?> pack = map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        List<Period> periods = new ArrayList<>();
        for (Object period : list(pack.get("periods"))) {
            periods.add(period(map(period)));
        }
        List<Trace> traces = list(pack.get("traces")).stream().map(t -> trace(map(t))).toList();
        return new RetentionPack(text(pack, "pack"), text(pack, "version"), periods, traces);
    }

    private static Trace trace(Map<?, ?> trace) {
        int days = Integer.parseInt(text(trace, "days"));
        if (days < 1) {
            throw new IllegalArgumentException(
                    "Trace %s is kept for %d days.\nWrite 1 or more."
                            .formatted(text(trace, "key"), days));
        }
        return new Trace(
                text(trace, "key"),
                text(trace, "title"),
                days,
                text(trace, "source"),
                text(trace, "mark"));
    }

    private static Period period(Map<?, ?> period) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Object kind : list(period.get("kinds"))) {
            if (Kinds.named(String.valueOf(kind)).isEmpty()) {
                throw new IllegalArgumentException(
                        "Period %s: there is no kind %s.\nThe kinds stand in docs/messages.md."
                                .formatted(text(period, "key"), kind));
            }
            kinds.add(String.valueOf(kind));
        }
        String from = text(period, "from").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Period(
                text(period, "key"),
                text(period, "title"),
                kinds,
                From.valueOf(from),
                Integer.parseInt(text(period, "years")),
                LocalDate.parse(text(period, "in-force")),
                text(period, "source"),
                text(period, "mark"));
    }

    private static String text(Map<?, ?> values, String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'%s' is missing in the pack".formatted(name));
        }
        return String.valueOf(value);
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("A retention pack is a mapping with a list of periods.");
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
