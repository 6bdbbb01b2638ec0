package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.core.register.Notice;
import sightline.core.register.RegisterEntry;
import sightline.register.Imports;
import sightline.register.OffenceListKeeping;
import sightline.register.RegisterAsked;
import sightline.register.RegisterLine;
import sightline.register.RegisterReading;
import sightline.register.RegisterReading.Listed;
import sightline.register.RegisterShow;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registers: the list of a keeper's people, and the entry of each. */
@PageController
final class RegisterPages {
    private static final String NOTE =
            "Each person counts once for each register. A notice that is overdue is possibly missed:"
                    + " you decide.";
    private static final List<RegisterShow> COUNTED =
            List.of(
                    RegisterShow.UNDER,
                    RegisterShow.UNKNOWN,
                    RegisterShow.OVERDUE,
                    RegisterShow.SOON,
                    RegisterShow.AWAY,
                    RegisterShow.OFFERED);
    private static final Set<RegisterShow> HOT =
            EnumSet.of(RegisterShow.UNKNOWN, RegisterShow.OVERDUE, RegisterShow.OFFERED);

    private final RegisterReading register;
    private final ChildReading people;
    private final OffenceListKeeping lists;

    RegisterPages(RegisterReading register, ChildReading people, OffenceListKeeping lists) {
        this.register = register;
        this.people = people;
        this.lists = lists;
    }

    @GetMapping("/register")
    Page list(
            Visit visit,
            @RequestParam Optional<String> show,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> page) {
        RegisterQuery query = RegisterQuery.read(show, area);
        List<AgencyId> keepers = keepers(visit, query);
        var asked =
                new RegisterAsked(
                        query.show(),
                        query.area().map(_ -> Set.copyOf(keepers)),
                        visit.reader().agencies(),
                        visit.today());
        Listed listed = register.page(visit.reader(), asked, PageNumber.read(page), "/register");
        return new RegisterPage(
                visit.frame("Register", "Register"),
                Wording.startingMoment(visit.now(), visit.today()),
                counts(query, listed.counts()),
                NOTE,
                also(visit, query),
                listed.shown().stream().map(line -> row(visit, line, listed)).toList(),
                query.everything()
                        ? "No line of a register is yours to see. A list is for those who keep the"
                                + " register of the agency that answers."
                        : "Nobody whom you may see is in this list.",
                PageNumber.pages(
                        query.address(),
                        listed.number(),
                        listed.shown().size(),
                        listed.all(),
                        words(visit, query, keepers)));
    }

    /** Those who answer in the area that was asked for. */
    private List<AgencyId> keepers(Visit visit, RegisterQuery query) {
        return query.area().isEmpty()
                ? List.of()
                : register.keepers(visit.reader()).stream()
                        .filter(k -> query.area().get().equals(RegisterQuery.area(visit, k)))
                        .toList();
    }

    private static String words(Visit visit, RegisterQuery query, List<AgencyId> keepers) {
        String where =
                keepers.stream()
                        .findFirst()
                        .map(k -> RegisterQuery.title(visit, k) + ", ")
                        .orElse("");
        String which = query.show() == RegisterShow.ALL ? "" : query.show().title() + ", ";
        return where + which + "the most urgent first";
    }

    private static List<Link> also(Visit visit, RegisterQuery query) {
        List<Link> also = new ArrayList<>();
        if (!query.everything()) {
            also.add(Link.to("The whole list", "/register"));
        }
        also.add(Link.to("Visits, and whose whereabouts nobody knows", "/register/visits"));
        if (Imports.keeps(visit.reader())) {
            also.add(
                    Link.to(
                            "An application to be told of somebody",
                            DisclosureApplicationPages.NEW));
            also.add(Link.to("Bring in a register (CSV)", "/register/import"));
            also.add(Link.to("Export it (CSV)", "/register/export"));
        }
        also.add(Link.to("How much each area has", "/register/load"));
        also.add(Link.to("Packs: what each register asks", "/register/packs"));
        return also;
    }

    @GetMapping("/register/{id}")
    Page entry(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                people.child(visit.reader(), id, "/register/entry"),
                id,
                child ->
                        new RegisterParts(visit, child, lists.packs(visit.reader()))
                                .page(kept.isPresent()));
    }

    private static List<Count> counts(RegisterQuery query, Map<RegisterShow, Long> all) {
        return COUNTED.stream()
                .map(show -> count(query, show, all.getOrDefault(show, 0L)))
                .toList();
    }

    private static Count count(RegisterQuery query, RegisterShow show, long number) {
        return new Count(
                String.valueOf(number),
                show.title(),
                HOT.contains(show) && number > 0,
                number == 0 ? "" : query.of(show).address());
    }

    private static RegisterPage.Row row(Visit visit, RegisterLine line, Listed listed) {
        RegisterEntry entry = line.entry();
        List<Fact> facts = listed.facts().getOrDefault(line.subject(), List.of());
        LocalDate today = visit.today();
        return new RegisterPage.Row(
                Link.to(Naming.name(facts), "/register/" + line.subject().value()),
                Naming.age(facts, today),
                RegisterWords.title(entry.pack()),
                RegisterWords.pack(entry.pack())
                        .map(p -> RegisterWords.state(entry.state(), p))
                        .orElse(RegisterWords.state(entry.state())),
                entry.away().map(RegisterWords::away).orElse(""),
                entry.owed().map(Notice::title).orElse(""),
                entry.due().map(day -> RegisterWords.due(day, today)).orElse(null),
                keeper(visit, entry),
                "from "
                        + Words.day(entry.starts())
                        + entry.ends().map(day -> " to " + Words.day(day)).orElse(", no end set"));
    }

    private static String keeper(Visit visit, RegisterEntry entry) {
        return visit.agency(entry.keeper())
                + entry.offeredTo()
                        .map((AgencyId to) -> ". Offered to " + visit.agency(to))
                        .orElse("");
    }
}
