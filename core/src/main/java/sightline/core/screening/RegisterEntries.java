package sightline.core.screening;

import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Period;
import sightline.core.screening.KnownRisk.Limb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs in which one person is on a register, or under an order that registers: from the entry
 * to its end, to the last period notified, or without end. Whatever is notified in between shows
 * that the entry runs.
 */
final class RegisterEntries {

    /**
     * One run.
     *
     * @param last the newest entry that says how long it runs
     * @param end its last day, where known
     * @param ended the entry that ended it
     */
    record Run(
            String register,
            Entry<?> entry,
            Entry<?> last,
            Optional<LocalDate> end,
            Optional<Entry<?>> ended) {
        Period days() {
            LocalDate from = entry.day();
            return new Period(Optional.of(from), end.map(e -> e.isBefore(from) ? from : e));
        }
    }

    private record Change(
            String register, Entry<?> entry, boolean ends, Optional<LocalDate> until) {}

    private final Individual person;

    RegisterEntries(Individual person) {
        this.person = person;
    }

    /** Limb (a): one risk for each run. */
    List<KnownRisk> risks() {
        return runs().stream().map(RegisterEntries::risk).toList();
    }

    private static KnownRisk risk(Run run) {
        return new KnownRisk(
                Limb.REGISTER,
                run.entry().fact(),
                run.entry().certainty(),
                run.days(),
                "An entry on a register of people who may pose a risk ("
                        + run.register()
                        + ") is current."
                        + KnownRisks.disputed(run.entry()),
                "with a current register entry");
    }

    List<Run> runs() {
        Map<String, List<Change>> byRegister = new LinkedHashMap<>();
        changes()
                .sorted(
                        java.util.Comparator.comparingLong(
                                (Change c) -> c.entry().fact().position()))
                .forEach(c ->
                        byRegister.computeIfAbsent(c.register(), _ -> new ArrayList<>()).add(c));
        return byRegister.values().stream().flatMap(l -> runs(l).stream()).toList();
    }

    private Stream<Change> changes() {
        Stream<Change> notified =
                person.about(RegisterNotification.class).stream()
                        .map(e ->
                                new Change(
                                        e.body().pack(),
                                        e,
                                        e.body().type() == NotificationType.ENDED,
                                        e.body().periodEnds()));
        Stream<Change> orders =
                person.about(Supervision.class).stream()
                        .filter(e -> registers(e.body().type()))
                        .map(e ->
                                new Change(
                                        words(e.body().type()),
                                        e,
                                        e.body().stage() == SupervisionStage.ENDED,
                                        e.body().ends()));
        return Stream.concat(notified, orders);
    }

    static boolean registers(SupervisionType type) {
        return switch (type) {
            case REGISTER, VIOLENT_OFFENDER_ORDER, REPORTING_ORDER -> true;
            case LICENCE, COMMUNITY_ORDER, PROBATION, OTHER_ORDER -> false;
        };
    }

    private static String words(SupervisionType type) {
        return switch (type) {
            case VIOLENT_OFFENDER_ORDER -> "violent offender order";
            case REPORTING_ORDER -> "order to report";
            case REGISTER, LICENCE, COMMUNITY_ORDER, PROBATION, OTHER_ORDER -> "register";
        };
    }

    private static List<Run> runs(List<Change> changes) {
        List<Run> runs = new ArrayList<>();
        Optional<Run> open = Optional.empty();
        for (Change change : changes) {
            if (change.ends()) {
                open.map(r -> ended(r, change)).ifPresent(runs::add);
                open = Optional.empty();
            } else {
                open = Optional.of(open.map(r -> goesOn(r, change)).orElseGet(() -> begun(change)));
            }
        }
        open.ifPresent(runs::add);
        return runs;
    }

    private static Run begun(Change change) {
        return new Run(
                change.register(),
                change.entry(),
                change.entry(),
                change.until(),
                Optional.empty());
    }

    private static Run goesOn(Run run, Change change) {
        Entry<?> last = change.until().isPresent() ? change.entry() : run.last();
        return new Run(
                run.register(), run.entry(), last, change.until().or(run::end), Optional.empty());
    }

    private static Run ended(Run run, Change change) {
        return new Run(
                run.register(),
                run.entry(),
                change.entry(),
                Optional.of(change.entry().day()),
                Optional.of(change.entry()));
    }
}
