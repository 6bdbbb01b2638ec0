package sightline.register;

import sightline.core.register.State;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which lines of the list, each with the condition by which they are both counted and found. */
public enum RegisterShow {
    ALL("Everybody", "true"),
    UNDER("Under a register", in(State::under)),
    UNKNOWN("Whereabouts unknown", in(EnumSet.of(State.WHEREABOUTS_UNKNOWN))),
    OVERDUE("Notice overdue", in(EnumSet.of(State.IN_BREACH))),
    SOON("Notice due soon", in(EnumSet.of(State.INITIAL_NOTICE_DUE, State.PERIODIC_NOTICE_DUE))),
    CURRENT("Up to date", in(EnumSet.of(State.CURRENT))),
    STANDING("Clocks stand", in(EnumSet.of(State.LIABLE, State.TOLLED))),
    OVER("No more under a register", "NOT " + in(State::under)),
    AWAY("Return not recorded", "away IS NOT NULL"),
    OFFERED("Offered to you", "coalesce(offered_to = ANY (:mine::text[]), false)"),
    HANDING_OVER("Hand-over waiting", "offered_to IS NOT NULL AND " + in(State::under)),
    VISIT_OVERDUE("Visit overdue", "visit_due < :today::date AND " + in(RegisterShow::found)),
    VISIT_SOON(
            "Visit due in 28 days",
            "visit_due >= :today::date AND visit_due < :today::date + 28 AND "
                    + in(RegisterShow::found));

    private final String title;
    private final String condition;

    RegisterShow(String title, String condition) {
        this.title = title;
        this.condition = condition;
    }

    /** As a page calls them. */
    public String title() {
        return title;
    }

    /** As an address names them. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of that name in an address. */
    public static Optional<RegisterShow> of(String slug) {
        return Arrays.stream(values()).filter(show -> show.slug().equals(slug)).findFirst();
    }

    /** Of a row of {@code register.entry}; may ask {@code :today} and {@code :mine}. */
    String condition() {
        return condition;
    }

    /** Whoever is to be looked for is not visited before that. */
    private static boolean found(State state) {
        return state.under() && state != State.WHEREABOUTS_UNKNOWN;
    }

    private static String in(Predicate<State> which) {
        return in(
                Arrays.stream(State.values())
                        .filter(which)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class))));
    }

    private static String in(Set<State> states) {
        return states.stream()
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", ", "state IN (", ")"));
    }
}
