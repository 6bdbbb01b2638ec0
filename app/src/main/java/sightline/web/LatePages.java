package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.DutyRow;
import sightline.alerts.LateDuties;
import sightline.alerts.LateDuties.Asked;
import sightline.alerts.LateDuties.Figures;
import sightline.alerts.LateDuties.Listed;
import sightline.core.duties.ClockDefinition;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.OwedLine;
import sightline.web.view.page.OwedListPage;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is late and where it waits, for whoever looks over a service. */
@PageController
final class LatePages {
    static final String HERE = "/where-it-sticks";
    static final String LIST = HERE + "/list";

    private static final int WEEKS = 12;
    private static final int SOON_WORKING_DAYS = 5;
    private static final int MONDAY_HOUR = 9;

    private final LateDuties duties;

    LatePages(LateDuties duties) {
        this.duties = duties;
    }

    @GetMapping(HERE)
    Page late(Visit visit) {
        Overseen overseen = Overseen.of(visit);
        var days = new LateDays(visit);
        Figures figures =
                duties.figures(
                        visit.reader(),
                        overseen.agencies(),
                        visit.now(),
                        days.endAfterWorkingDays(SOON_WORKING_DAYS),
                        mondays(visit));
        return new LateParts(visit, overseen, figures, days).page(lines(visit, figures.oldest()));
    }

    @GetMapping(LIST)
    Page list(
            Visit visit,
            @RequestParam Optional<String> clock,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> own,
            @RequestParam Optional<String> late,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> page) {
        Overseen overseen = Overseen.of(visit);
        Optional<AgencyKind> of = kind.flatMap(AgencyKind::of);
        List<AgencyId> agencies =
                overseen.agencies().stream()
                        .filter(a -> own.isEmpty() || a.equals(visit.account().agency()))
                        .filter(a ->
                                of.map(k -> AgencyKind.of(visit.directory(), a) == k).orElse(true))
                        .toList();
        int number = PageNumber.read(page);
        Optional<String> known = clock.filter(c -> !title(c).isEmpty());
        var asked =
                new Asked(
                        agencies,
                        known,
                        late.isPresent(),
                        from.flatMap(LatePages::day),
                        until.flatMap(LatePages::day));
        Listed listed = duties.list(visit.reader(), asked, visit.now(), number);
        String title =
                (late.isPresent() ? "Late: " : "Open: ")
                        + known.map(LatePages::title).orElse("all clocks")
                        + of.map(k -> ", " + k.title().toLowerCase(java.util.Locale.ROOT))
                                .orElse("");
        String address =
                LIST
                        + "?"
                        + Stream.of(
                                        known.map(c -> "clock=" + c),
                                        of.map(k -> "kind=" + k.slug()),
                                        own.map(_ -> "own=1"),
                                        late.map(_ -> "late=1"),
                                        from.flatMap(LatePages::day).map(d -> "from=" + d),
                                        until.flatMap(LatePages::day).map(d -> "until=" + d))
                                .flatMap(Optional::stream)
                                .reduce((one, more) -> one + "&" + more)
                                .orElse("");
        return new OwedListPage(
                visit.frame(title, "Where it sticks"),
                Link.to("Back to where it sticks", HERE),
                title,
                overseen.name() + ", " + Wording.moment(visit.now(), visit.today()) + ".",
                lines(visit, listed.duties()),
                "None, as of " + Wording.moment(visit.now(), visit.today()) + ".",
                pages(address, number, listed));
    }

    private static Pages pages(String address, int number, Listed listed) {
        return PageNumber.pages(
                address, number, listed.duties().size(), listed.all(), "most overdue first");
    }

    private static Optional<LocalDate> day(String text) {
        return text.matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]")
                ? Optional.of(text).flatMap(LatePages::parsed)
                : Optional.empty();
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.format.DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What a clock asks for, in words; empty for one that no pack has. */
    static String title(String clock) {
        return DutyParts.definition(clock).map(ClockDefinition::title).orElse("");
    }

    /** The last Mondays at nine, the oldest first. */
    static List<Instant> mondays(Visit visit) {
        LocalDate last = visit.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant of = nine(last);
        LocalDate newest = of.isAfter(visit.now()) ? last.minusWeeks(1) : last;
        return Stream.iterate(newest.minusWeeks(WEEKS - 1L), day -> day.plusWeeks(1))
                .limit(WEEKS)
                .map(LatePages::nine)
                .toList();
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(MONDAY_HOUR, 0).atZone(London.ZONE).toInstant();
    }

    private static List<OwedLine> lines(Visit visit, List<DutyRow> duties) {
        var parts = new DutyParts(visit);
        var days = new LateDays(visit);
        return duties.stream().map(d -> line(visit, parts, days, d)).toList();
    }

    static OwedLine line(Visit visit, DutyParts parts, LateDays days, DutyRow duty) {
        boolean late = !duty.dueAt().isAfter(visit.now());
        String told = parts.toldInShort(duty);
        return new OwedLine(
                parts.due(duty),
                late ? days.inWords(duty.dueAt()) : "",
                duty.title(),
                DutyParts.owedBy(visit, duty),
                told.isEmpty()
                        ? "On their list since " + Words.day(London.day(duty.startedAt())) + "."
                        : told,
                parts.nextBriefly(duty),
                new Link("Open", "/duties/" + duty.hash(), "the duty: " + duty.title()));
    }
}
