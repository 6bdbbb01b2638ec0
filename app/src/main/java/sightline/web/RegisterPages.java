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
import sightline.core.register.State;
import sightline.register.RegisterLine;
import sightline.register.RegisterReading;
import sightline.register.RegisterReading.Listed;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The registers: the list of a keeper's people, and the entry of each. */
@PageController
final class RegisterPages {
    private static final String NOTE =
            "Each person counts once for each register. A notice that is overdue is possibly missed:"
                    + " you decide.";
    private static final int MOST_PAGES = 100;

    private final RegisterReading register;
    private final ChildReading people;

    RegisterPages(RegisterReading register, ChildReading people) {
        this.register = register;
        this.people = people;
    }

    @GetMapping("/register")
    Page list(Visit visit, @RequestParam Optional<String> page) {
        int number = number(page);
        Listed listed = register.page(visit.reader(), number, "/register");
        List<RegisterPage.Row> rows =
                listed.shown().stream().map(line -> row(visit, line, listed)).toList();
        return new RegisterPage(
                visit.frame("Register", "Register"),
                Wording.startingMoment(visit.now(), visit.today()),
                counts(visit, listed.all()),
                NOTE,
                List.of(Link.to("Visits, and whose whereabouts nobody knows", "/register/visits")),
                rows,
                "No line of a register is yours to see. A list is for those who keep the register of"
                        + " the agency that answers.",
                pages(number, listed));
    }

    private static int number(Optional<String> page) {
        return page.filter(p -> p.matches("[1-9][0-9]{0,2}"))
                .map(Integer::parseInt)
                .filter(n -> n <= MOST_PAGES)
                .orElse(1);
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
                child -> new RegisterParts(visit, child).page(kept.isPresent()));
    }

    private static List<Count> counts(Visit visit, List<RegisterLine> all) {
        List<Count> counts = new ArrayList<>();
        counts.add(count(all, "Under a register", false, e -> e.state().under()));
        counts.add(count(all, "Notice overdue", true, e -> e.state() == State.IN_BREACH));
        counts.add(
                count(
                        all,
                        "Whereabouts unknown",
                        true,
                        e -> e.state() == State.WHEREABOUTS_UNKNOWN));
        Set<State> soon = EnumSet.of(State.INITIAL_NOTICE_DUE, State.PERIODIC_NOTICE_DUE);
        counts.add(count(all, "Notice due soon", false, e -> soon.contains(e.state())));
        counts.add(count(all, "Return not recorded", false, e -> e.away().isPresent()));
        counts.add(count(all, "Offered to you", true, e -> offered(visit, e)));
        return counts;
    }

    private static boolean offered(Visit visit, RegisterEntry entry) {
        return entry.offeredTo()
                .filter(to -> visit.reader().agencies().contains(to.value()))
                .isPresent();
    }

    private static Count count(
            List<RegisterLine> all, String label, boolean hot, Predicate<RegisterEntry> which) {
        long number = all.stream().map(RegisterLine::entry).filter(which).count();
        return new Count(String.valueOf(number), label, hot && number > 0, "");
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

    private static Pages pages(int number, Listed listed) {
        int from = (number - 1) * RegisterReading.PAGE;
        int last = from + listed.shown().size();
        String summary =
                listed.shown().isEmpty()
                        ? ""
                        : "%d to %d of %d, the most urgent first"
                                .formatted(from + 1, last, listed.all().size());
        return new Pages(
                summary,
                number > 1 ? Link.to("Previous", "/register?page=" + (number - 1)) : null,
                last < listed.all().size()
                        ? Link.to("Next", "/register?page=" + (number + 1))
                        : null);
    }
}
