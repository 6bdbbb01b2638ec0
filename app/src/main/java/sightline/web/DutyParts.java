package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.directory.AgencyType;
import sightline.core.duties.ClockDefinition;
import sightline.core.duties.PackReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.screening.RuleId;
import sightline.web.view.chart.ClockBar;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Rung;
import sightline.web.view.part.RungState;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Duties as parts of pages. */
final class DutyParts {
    private static final Map<String, List<ClockDefinition>> CLOCKS =
            PackReader.shipped().stream()
                    .flatMap(pack -> pack.clocks().stream())
                    .collect(Collectors.groupingBy(c -> c.key().value()));
    private static final String REPEATS =
            "It does not stop: after its last rung it repeats each day.";

    private static final String REVIEW =
            "Nobody: it is history. Look once, and end it with a reason.";

    private static final String RECORDED_BY = ", recorded by ";

    private final Visit visit;

    DutyParts(Visit visit) {
        this.visit = visit;
    }

    /** The clock of a duty, as its pack defines it: of several with one key, that of its title. */
    static Optional<ClockDefinition> clock(DutyRow duty) {
        List<ClockDefinition> all = CLOCKS.getOrDefault(duty.clock(), List.of());
        return all.stream()
                .filter(c -> c.title().equals(duty.title()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The clock of that key; of several, that of everywhere. */
    static Optional<ClockDefinition> definition(String key) {
        return CLOCKS.getOrDefault(key, List.of()).stream().findFirst();
    }

    /** By how much a named person may put it off at most; none where its clock allows nothing. */
    static Optional<Limit> putOff(DutyRow duty) {
        return clock(duty).flatMap(ClockDefinition::extension);
    }

    /** Who owes it, in words. */
    static String owedBy(Visit visit, DutyRow duty) {
        return Wording.texts(duty.content().path("owedBy")).stream()
                .map(r -> Wording.recipient(visit, r))
                .collect(Collectors.joining("; "));
    }

    /** Whether a finding of the rule started this duty: several rules may start one clock. */
    static boolean startedBy(DutyRow duty, String rule) {
        String because = duty.content().path("because").asString("");
        if (because.startsWith("alert ") || because.startsWith("rule ")) {
            return because.endsWith(" " + rule);
        }
        return clock(duty).filter(c -> c.startsOn(new RuleId(rule))).isPresent();
    }

    Due due(DutyRow duty) {
        Instant due = duty.dueAt();
        String date = date(due);
        if (!duty.open()) {
            return new Due(date, closed(duty), DueTone.DONE);
        }
        if (!due.isAfter(visit.now())) {
            return new Due(
                    date,
                    Wording.length(Duration.between(due, visit.now())) + " late",
                    DueTone.OVER);
        }
        String left = Wording.length(Duration.between(visit.now(), due)) + " left";
        boolean today = London.day(due).equals(visit.today()) || isEndOf(due);
        return new Due(date, left, today ? DueTone.TODAY : tone(due));
    }

    private static String closed(DutyRow duty) {
        return switch (duty.state()) {
            case "ended" -> "Ended";
            case "withdrawn" ->
                    switch (duty.content().path("lapsedBecause").asString("")) {
                        case "entry-withdrawn" ->
                                "Withdrawn: the entry that started it was withdrawn";
                        case "another-person" ->
                                "Withdrawn: the record that started it is somebody else's";
                        default -> "Withdrawn: what started it is not found any more";
                    };
            default -> "Done";
        };
    }

    /** A duty that is due on a day is late from the first moment of the next one. */
    private boolean isEndOf(Instant due) {
        return due.equals(London.endOf(visit.today()));
    }

    private DueTone tone(Instant due) {
        return Duration.between(visit.now(), due).toDays() < 7 ? DueTone.SOON : DueTone.LATER;
    }

    private static String date(Instant due) {
        var local = London.time(due);
        if (local.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)) {
            return Words.day(local.toLocalDate().minusDays(1));
        }
        return Words.day(local.toLocalDate()) + ", " + Words.time(local.toLocalTime());
    }

    DutyLine line(DutyRow duty) {
        return new DutyLine(duty.title(), because(duty), due(duty), "/duties/" + duty.hash());
    }

    /** What started it, with the name of whoever recorded it, and to whom it was passed. */
    String because(DutyRow duty) {
        String because = duty.content().path("because").asString("");
        int by = because.lastIndexOf(RECORDED_BY);
        if (by < 0) {
            return Wording.capital(because);
        }
        String source = because.substring(by + RECORDED_BY.length());
        int end = source.indexOf(';') < 0 ? source.length() : source.indexOf(';');
        return Wording.capital(because.substring(0, by))
                + RECORDED_BY
                + Wording.source(visit, source.substring(0, end))
                + source.substring(end);
    }

    ClockBar bar(DutyRow duty) {
        long spent = Math.max(0, minutes(duty.startedAt(), visit.now()));
        long limit = Math.max(0, minutes(duty.startedAt(), duty.dueAt()));
        return ClockBar.of(
                spent, limit, Wording.spent(Duration.ofMinutes(spent), Duration.ofMinutes(limit)));
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    /** Who was told already because it is late; empty when nobody. */
    String told(DutyRow duty) {
        return lastTold(duty).map(last -> told(duty, last)).orElse("");
    }

    private String told(DutyRow duty, JsonNode last) {
        return again(duty, last)
                ? "Told " + toldAt(last) + ", and each day until it is done: " + to(last) + "."
                : "Told: " + to(last) + ", " + when(last) + ".";
    }

    /** The last rung that was told, where one was. */
    private Optional<JsonNode> lastTold(DutyRow duty) {
        return duty.rung() == 0
                ? Optional.empty()
                : rungs(duty).stream()
                        .filter(r -> r.path("rung").asInt(0) <= duty.rung() && isPast(r))
                        .reduce((_, later) -> later);
    }

    /** Whether the next rung tells the same people again. */
    private boolean again(DutyRow duty, JsonNode last) {
        return rungs(duty).stream()
                .filter(r -> !isPast(r))
                .findFirst()
                .filter(r -> to(r).equals(to(last)))
                .isPresent();
    }

    /** Who is told next, and when; never empty. */
    String next(DutyRow duty) {
        return rungs(duty).stream()
                .filter(r -> !isPast(r))
                .findFirst()
                .map(r -> Wording.capital(to(r)) + ": " + when(r))
                .orElse(duty.open() ? REPEATS : duty.review() ? REVIEW : "Nobody: it is done");
    }

    /** As {@link #told}, in few words. */
    String toldInShort(DutyRow duty) {
        return lastTold(duty)
                .map(last -> "Told " + toldAt(last) + eachDay(duty, last) + toThem(last))
                .orElse("");
    }

    /**
     * The same before {@link #nextBriefly}: where the next rung tells the same people, they are
     * named there.
     */
    String toldBriefly(DutyRow duty) {
        return lastTold(duty)
                .map(last ->
                        "Told "
                                + toldAt(last)
                                + (again(duty, last) ? eachDay(duty, last) + ":" : toThem(last)))
                .orElse("");
    }

    private String eachDay(DutyRow duty, JsonNode last) {
        return again(duty, last) ? ", and each day" : "";
    }

    private String toThem(JsonNode rung) {
        return ": " + briefly(rung) + ".";
    }

    /** As {@link #next}, for a list. */
    String nextBriefly(DutyRow duty) {
        return rungs(duty).stream()
                .filter(r -> !isPast(r))
                .findFirst()
                .map(r -> Wording.capital(briefly(r)) + ": " + when(r))
                .orElseGet(() -> next(duty));
    }

    private String briefly(JsonNode rung) {
        return Wording.texts(rung.path("to")).stream()
                .map(this::brief)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The post alone, where its agency is the reader's own or the partnership itself. */
    private String brief(String address) {
        int slash = address.indexOf('/');
        if (slash < 0) {
            return address;
        }
        AgencyId agency = new AgencyId(address.substring(0, slash));
        String post = Wording.code(address.substring(slash + 1));
        if (agency.equals(visit.reader().agencyId())) {
            return "your " + post;
        }
        boolean partnership =
                visit.directory()
                        .agency(agency)
                        .filter(a -> a.type() == AgencyType.PARTNERSHIP)
                        .isPresent();
        return partnership ? post : Wording.recipient(visit, address);
    }

    Ladder ladder(String heading, DutyRow duty) {
        List<Rung> rungs = new ArrayList<>();
        boolean next = false;
        for (JsonNode rung : rungs(duty)) {
            RungState state = RungState.LATER;
            if (isPast(rung)) {
                state = RungState.DONE;
            } else if (!next) {
                state = RungState.NEXT;
                next = true;
            }
            String note = state == RungState.NEXT ? "Next" : "";
            rungs.add(new Rung(Wording.capital(when(rung)), to(rung), note, state));
        }
        return new Ladder(heading, rungs, explanation(duty), null);
    }

    private static String explanation(DutyRow duty) {
        boolean unconfirmed = clock(duty).filter(c -> c.law().unconfirmed()).isPresent();
        return REPEATS
                + " A post with no holder and no cover goes to the area’s named lead at once."
                + (unconfirmed ? " This setting is unconfirmed." : "");
    }

    private static List<JsonNode> rungs(DutyRow duty) {
        return duty.content().path("rungs").valueStream().toList();
    }

    private boolean isPast(JsonNode rung) {
        return !at(rung).isAfter(visit.now());
    }

    private static Instant at(JsonNode rung) {
        return Instant.parse(rung.path("at").asString());
    }

    private String when(JsonNode rung) {
        return Wording.moment(at(rung), visit.today());
    }

    private String toldAt(JsonNode rung) {
        return Wording.atMoment(at(rung), visit.today());
    }

    private String to(JsonNode rung) {
        return Wording.texts(rung.path("to")).stream()
                .map(r -> Wording.recipient(visit, r))
                .collect(Collectors.joining("; "));
    }
}
