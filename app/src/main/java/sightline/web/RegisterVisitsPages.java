package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.DutyReading;
import sightline.alerts.DutyRow;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterEntry;
import sightline.core.register.State;
import sightline.register.RegisterLine;
import sightline.register.RegisterList.VisitCounts;
import sightline.register.RegisterReading;
import sightline.register.RegisterReading.ToVisit;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterVisitsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom to look for and whom to visit: whereabouts unknown first, then by when a visit is due. */
@PageController
final class RegisterVisitsPages {
    /** What is owed of a register and asks for no visit. */
    private static final Set<String> NO_VISIT = Set.of("register.notice", "register.unheld");

    private final RegisterReading register;
    private final DutyReading duties;

    RegisterVisitsPages(RegisterReading register, DutyReading duties) {
        this.register = register;
        this.duties = duties;
    }

    @GetMapping("/register/visits")
    Page list(Visit visit, @RequestParam Optional<String> page) {
        ToVisit listed =
                register.visits(
                        visit.reader(), visit.today(), PageNumber.read(page), "/register/visits");
        Set<PersonId> people = new LinkedHashSet<>();
        listed.shown().forEach(line -> people.add(line.subject()));
        Map<PersonId, List<DutyRow>> owed = duties.open(visit.reader(), people, "register.");
        VisitCounts counts = listed.counts();
        return new RegisterVisitsPage(
                visit.frame("Visits", "Register"),
                Link.to("Back to the register", "/register"),
                Wording.startingMoment(visit.now(), visit.today()),
                counts(counts),
                group(visit, listed, owed, true, counts.unknown()),
                group(visit, listed, owed, false, counts.overdue() + counts.planned()),
                PageNumber.pages(
                        "/register/visits",
                        listed.number(),
                        listed.shown().size(),
                        counts.all(),
                        "whereabouts unknown first, then by when a visit is due"));
    }

    private static RegisterVisitsPage.Group group(
            Visit visit,
            ToVisit listed,
            Map<PersonId, List<DutyRow>> owed,
            boolean lost,
            long all) {
        return new RegisterVisitsPage.Group(
                all,
                listed.shown().stream()
                        .filter(line -> lost(line.entry()) == lost)
                        .map(line -> row(visit, line, listed, owed))
                        .toList());
    }

    private static boolean lost(RegisterEntry entry) {
        return entry.state() == State.WHEREABOUTS_UNKNOWN;
    }

    private static List<Count> counts(VisitCounts counts) {
        return List.of(
                count(counts.unknown(), "Whereabouts unknown", counts.unknown() > 0),
                count(counts.overdue(), "Visit overdue", counts.overdue() > 0),
                count(counts.planned(), "Visit planned", false));
    }

    private static Count count(long number, String label, boolean hot) {
        return new Count(String.valueOf(number), label, hot, "");
    }

    private static RegisterVisitsPage.Row row(
            Visit visit, RegisterLine line, ToVisit listed, Map<PersonId, List<DutyRow>> owed) {
        RegisterEntry entry = line.entry();
        List<Fact> facts = listed.facts().getOrDefault(line.subject(), List.of());
        DutyParts parts = new DutyParts(visit);
        return new RegisterVisitsPage.Row(
                Link.to(Naming.name(facts), "/register/" + line.subject().value() + "/visits"),
                Naming.age(facts, visit.today()),
                entry.visit().map(v -> PoliceVisitParts.words(v.level())).orElse("Not recorded"),
                entry.visit().map(v -> RegisterWords.due(v.due(), visit.today())).orElse(null),
                owed.getOrDefault(line.subject(), List.of()).stream()
                        .filter(d -> !NO_VISIT.contains(d.clock()))
                        .map(d ->
                                new RegisterVisitsPage.Owed(
                                        parts.line(d), DutyParts.owedBy(visit, d)))
                        .toList(),
                visit.agency(entry.keeper()));
    }
}
