package sightline.web;

import sightline.alerts.LateDuties.Figures;
import sightline.alerts.LateDuties.Owed;
import sightline.alerts.LateDuties.Stage;
import sightline.alerts.LateDuties.Standing;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.chart.Columns;
import sightline.web.view.chart.Stages;
import sightline.web.view.page.OwedLine;
import sightline.web.view.page.WhereItSticksPage;
import sightline.web.view.page.WhereItSticksPage.Cell;
import sightline.web.view.page.WhereItSticksPage.Row;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Figures of what is late, as tables and as drawings from the same numbers. */
final class LateParts {
    private static final String NOTE =
            "These are counts of duties; one that two agencies owe counts once for each. They rank neither people nor"
                    + " agencies: who is asked most is also late most often, so “late” stands beside “open”.";
    private static final String FOOT =
            "No child is named here. Open a duty to see whose it is, if you may; that is written in the access log."
                    + " There may be records this page cannot show.";
    private static final List<Bucket> BUCKETS =
            List.of(
                    new Bucket("0", 0, 0),
                    new Bucket("1", 1, 1),
                    new Bucket("2–3", 2, 3),
                    new Bucket("4–5", 4, 5),
                    new Bucket("6–10", 6, 10),
                    new Bucket("11–20", 11, 20),
                    new Bucket("21+", 21, Integer.MAX_VALUE));

    private final Visit visit;
    private final Overseen overseen;
    private final Figures figures;
    private final LateDays days;

    LateParts(Visit visit, Overseen overseen, Figures figures, LateDays days) {
        this.visit = visit;
        this.overseen = overseen;
        this.figures = figures;
        this.days = days;
    }

    /** How late, from so many working days to so many. */
    private record Bucket(String words, int from, int until) {}

    /** Numbers of one clock, or of all. */
    private record Sum(long late, long soon, long open) {
        static Sum of(List<Owed> owed) {
            return new Sum(
                    owed.stream().mapToLong(Owed::late).sum(),
                    owed.stream().mapToLong(Owed::soon).sum(),
                    owed.stream().mapToLong(Owed::open).sum());
        }
    }

    WhereItSticksPage page(List<OwedLine> oldest) {
        Set<AgencyKind> kinds = EnumSet.noneOf(AgencyKind.class);
        overseen.agencies().forEach(a -> kinds.add(AgencyKind.of(visit.directory(), a)));
        String title = "Where it sticks: " + overseen.name();
        return new WhereItSticksPage(
                visit.frame(title, "Where it sticks"),
                title,
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ". Duties of "
                        + Wording.count(overseen.agencies().size(), "agency")
                                .replace("agencys", "agencies")
                        + ".",
                counts(),
                NOTE,
                headings(kinds),
                rows(kinds),
                row("", "All clocks", "", figures.owed(), kinds),
                weeks(),
                lateness(),
                stages(),
                oldest,
                Link.to("All that are late", LatePages.LIST + "?late=1"),
                FOOT);
    }

    private List<Count> counts() {
        Sum all = Sum.of(figures.owed());
        Sum undeliverable =
                Sum.of(
                        figures.owed().stream()
                                .filter(o -> o.clock().equals("alert.deliver"))
                                .toList());
        return List.of(
                new Count(
                        String.valueOf(all.late()),
                        "late",
                        all.late() > 0,
                        LatePages.LIST + "?late=1"),
                new Count(
                        String.valueOf(all.soon()), "due in 5 working days", false, LatePages.LIST),
                new Count(String.valueOf(all.open()), "open in all", false, LatePages.LIST),
                new Count(
                        String.valueOf(undeliverable.open()),
                        "undeliverable",
                        undeliverable.open() > 0,
                        LatePages.LIST + "?clock=alert.deliver"));
    }

    private static List<String> headings(Set<AgencyKind> kinds) {
        List<String> headings = new ArrayList<>(List.of("Clock"));
        kinds.forEach(k -> headings.add(k.title()));
        headings.addAll(List.of("Late", "Open"));
        return headings;
    }

    private List<Row> rows(Set<AgencyKind> kinds) {
        Map<String, List<Owed>> byClock =
                figures.owed().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Owed::clock, TreeMap::new, Collectors.toList()));
        return byClock.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<String, List<Owed>> e) ->
                                        Sum.of(e.getValue()).late())
                                .thenComparing(e -> Sum.of(e.getValue()).open())
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .map(e ->
                        row(
                                e.getKey(),
                                LatePages.title(e.getKey()),
                                limit(e.getKey()),
                                e.getValue(),
                                kinds))
                .toList();
    }

    private static String limit(String clock) {
        return DutyParts.definition(clock).map(c -> Wording.limit(c.limit().text())).orElse("");
    }

    private Row row(
            String clock, String title, String limit, List<Owed> owed, Set<AgencyKind> kinds) {
        Map<AgencyKind, List<Owed>> byKind =
                owed.stream()
                        .collect(
                                Collectors.groupingBy(
                                        o -> AgencyKind.of(visit.directory(), o.agency())));
        List<Cell> cells = new ArrayList<>();
        for (AgencyKind kind : kinds) {
            Sum sum = Sum.of(byKind.getOrDefault(kind, List.of()));
            cells.add(
                    new Cell(
                            kind.title(),
                            sum.late(),
                            sum.late() == 0 ? "" : list(clock, "&late=1&kind=" + kind.slug()),
                            "%d late: %s, %s".formatted(sum.late(), title, kind.title()),
                            clock.isEmpty() || sum.open() > 0,
                            heat(sum.late())));
        }
        Sum all = Sum.of(owed);
        cells.add(
                new Cell(
                        "Late",
                        all.late(),
                        all.late() == 0 ? "" : list(clock, "&late=1"),
                        "%d late of all: %s".formatted(all.late(), title),
                        true,
                        "sum"));
        cells.add(
                new Cell(
                        "Open",
                        all.open(),
                        all.open() == 0 ? "" : list(clock, ""),
                        "%d open: %s".formatted(all.open(), title),
                        true,
                        "sum"));
        return new Row(title, limit, cells);
    }

    private static String list(String clock, String more) {
        return LatePages.LIST + (clock.isEmpty() ? "?all=1" : "?clock=" + clock) + more;
    }

    private static String heat(long late) {
        if (late == 0) {
            return "heat0";
        }
        return late < 3 ? "heat1" : late < 6 ? "heat2" : "heat3";
    }

    private Columns weeks() {
        List<Instant> mondays = LatePages.mondays(visit);
        List<Columns.Bar> bars = new ArrayList<>();
        for (int i = 0; i < mondays.size(); i++) {
            LocalDate day = London.day(mondays.get(i));
            long number = figures.weeks().get(i);
            String shown = Words.day(day).replaceAll("( [A-Z][a-z]{2})[a-z]* [0-9]{4}$", "$1");
            bars.add(
                    new Columns.Bar(
                            number,
                            i % 4 == 0 ? shown : "",
                            "%d late on %s".formatted(number, Words.day(day)),
                            "#week-" + i,
                            false));
        }
        long now = Sum.of(figures.owed()).late();
        bars.add(new Columns.Bar(now, "Now", now + " late now", "#week-now", true));
        long most = bars.stream().mapToLong(Columns.Bar::number).max().orElse(0);
        return Columns.draw(
                "weeks-drawn",
                "Late duties on 12 Mondays at 9am, and now",
                "Each Monday, 9am. The most were %d; now %d.".formatted(most, now),
                bars);
    }

    private Columns lateness() {
        List<Columns.Bar> bars = new ArrayList<>();
        for (Bucket bucket : BUCKETS) {
            TreeSet<LocalDate> in = new TreeSet<>();
            long number = 0;
            for (Map.Entry<LocalDate, Long> day : figures.lateDays().entrySet()) {
                int late = days.since(day.getKey());
                if (late >= bucket.from() && late <= bucket.until()) {
                    in.add(day.getKey());
                    number += day.getValue();
                }
            }
            bars.add(
                    new Columns.Bar(
                            number,
                            bucket.words(),
                            "%s working days late: %d".formatted(bucket.words(), number),
                            in.isEmpty()
                                    ? "#lateness"
                                    : LatePages.LIST
                                            + "?late=1&from="
                                            + in.first()
                                            + "&until="
                                            + in.last(),
                            false));
        }
        return Columns.draw(
                "lateness-drawn",
                "Late duties by how late they are",
                "Working days late, whatever unit the clock itself counts in.",
                bars);
    }

    private Stages stages() {
        long open = figures.stages().stream().mapToLong(Stage::number).sum();
        return Stages.draw(
                "Where %s %s"
                        .formatted(
                                Wording.count(open, "open referral"), open == 1 ? "waits" : "wait"),
                figures.stages().stream()
                        .map(s ->
                                new Stages.Stage(
                                        words(s.standing()),
                                        s.number(),
                                        s.late(),
                                        list(
                                                s.standing() == Standing.CHALLENGED
                                                        ? "esc.answer"
                                                        : "ref.decision",
                                                "")))
                        .toList());
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case UNDELIVERED -> "Sent, not delivered";
            case UNOPENED -> "Delivered, not opened";
            case UNDECIDED -> "Opened, not decided";
            case CHALLENGED -> "Challenged, not answered";
        };
    }
}
