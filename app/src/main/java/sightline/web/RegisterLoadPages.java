package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;

import sightline.core.kernel.AgencyId;
import sightline.register.RegisterAsked;
import sightline.register.RegisterLoad;
import sightline.register.RegisterReading;
import sightline.register.RegisterShow;
import sightline.web.view.Page;
import sightline.web.view.chart.StackedBars;
import sightline.web.view.chart.StackedBars.Bar;
import sightline.web.view.chart.StackedBars.Part;
import sightline.web.view.page.RegisterLoadPage;
import sightline.web.view.page.RegisterLoadPage.Cell;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How much each area has to keep in sight, in figures and as a drawing. */
@PageController
final class RegisterLoadPages {
    private static final String NOTE =
            "Each person counts once for each register; “people” counts each once. Only what you may see is"
                    + " counted: of another area, those who are offered to you. Each number leads to"
                    + " its list.";

    /** The sorts that make up everybody under a register, each once. */
    private static final List<RegisterShow> PARTS =
            List.of(
                    RegisterShow.UNKNOWN,
                    RegisterShow.OVERDUE,
                    RegisterShow.SOON,
                    RegisterShow.CURRENT,
                    RegisterShow.STANDING);

    private static final List<RegisterShow> WORK =
            List.of(RegisterShow.VISIT_OVERDUE, RegisterShow.VISIT_SOON, RegisterShow.HANDING_OVER);
    private static final Set<RegisterShow> HOT =
            EnumSet.of(RegisterShow.UNKNOWN, RegisterShow.OVERDUE, RegisterShow.VISIT_OVERDUE);

    private final RegisterReading register;

    RegisterLoadPages(RegisterReading register) {
        this.register = register;
    }

    /** One area with what it has. */
    private record Area(String key, String title, RegisterLoad load) {
        String list(RegisterShow show) {
            return new RegisterQuery(show, Optional.of(key)).address();
        }
    }

    @GetMapping("/register/load")
    Page load(Visit visit) {
        List<Area> areas = areas(visit);
        return new RegisterLoadPage(
                visit.frame("How much each area has", "Register"),
                Link.to("Back to the register", "/register"),
                Wording.startingMoment(visit.now(), visit.today()),
                counts(areas),
                NOTE,
                StackedBars.draw(
                        "People under a register, by area and state",
                        "One bar an area. Each part is as wide as its number and leads to its list."
                                + " The table below says the same.",
                        areas.stream().map(RegisterLoadPages::bar).toList()),
                PARTS.stream()
                        .map(show -> new RegisterLoadPage.Key(css(show), show.title()))
                        .toList(),
                headings(),
                areas.stream().map(RegisterLoadPages::row).toList());
    }

    private List<Area> areas(Visit visit) {
        var asked =
                new RegisterAsked(
                        RegisterShow.ALL,
                        Optional.empty(),
                        visit.reader().agencies(),
                        visit.today());
        Map<String, Area> areas = new TreeMap<>();
        for (Map.Entry<AgencyId, RegisterLoad> of :
                register.loads(visit.reader(), asked, "/register/load").entrySet()) {
            AgencyId keeper = of.getKey();
            String key = RegisterQuery.area(visit, keeper);
            areas.merge(
                    key,
                    new Area(key, RegisterQuery.title(visit, keeper), of.getValue()),
                    (one, other) -> new Area(key, one.title(), one.load().and(other.load())));
        }
        return List.copyOf(areas.values());
    }

    private static List<Count> counts(List<Area> areas) {
        RegisterLoad all =
                areas.stream()
                        .map(Area::load)
                        .reduce(new RegisterLoad(0, Map.of()), RegisterLoad::and);
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(String.valueOf(all.people()), "People", false, ""));
        for (RegisterShow show : List.of(RegisterShow.UNKNOWN, RegisterShow.OVERDUE)) {
            counts.add(count(all, show));
        }
        WORK.forEach(show -> counts.add(count(all, show)));
        return counts;
    }

    private static Count count(RegisterLoad all, RegisterShow show) {
        long number = all.count(show);
        return new Count(
                String.valueOf(number),
                show.title(),
                HOT.contains(show) && number > 0,
                number == 0 ? "" : new RegisterQuery(show, Optional.empty()).address());
    }

    private static Bar bar(Area area) {
        return new Bar(
                area.title(),
                PARTS.stream()
                        .map(show ->
                                new Part(
                                        css(show),
                                        area.load().count(show),
                                        "%s: %s, %d"
                                                .formatted(
                                                        area.title(),
                                                        show.title().toLowerCase(Locale.ROOT),
                                                        area.load().count(show)),
                                        area.list(show)))
                        .toList());
    }

    private static String css(RegisterShow show) {
        return "load-" + show.slug();
    }

    private static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("Area", "People"));
        PARTS.forEach(show -> headings.add(show.title()));
        WORK.forEach(show -> headings.add(show.title()));
        return headings;
    }

    private static RegisterLoadPage.Row row(Area area) {
        List<Cell> cells = new ArrayList<>();
        cells.add(
                new Cell(
                        "People",
                        area.load().people(),
                        area.list(RegisterShow.UNDER),
                        area.title(),
                        false));
        PARTS.forEach(show -> cells.add(cell(area, show)));
        WORK.forEach(show -> cells.add(cell(area, show)));
        return new RegisterLoadPage.Row(Link.to(area.title(), area.list(RegisterShow.ALL)), cells);
    }

    private static Cell cell(Area area, RegisterShow show) {
        long number = area.load().count(show);
        return new Cell(
                show.title(),
                number,
                number == 0 ? "" : area.list(show),
                area.title(),
                number > 0 && HOT.contains(show));
    }
}
