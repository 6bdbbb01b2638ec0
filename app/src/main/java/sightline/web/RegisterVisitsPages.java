package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;

import sightline.alerts.DutyReading;
import sightline.alerts.DutyRow;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterEntry;
import sightline.core.register.Registration;
import sightline.core.register.State;
import sightline.register.RegisterLine;
import sightline.register.RegisterReading;
import sightline.register.RegisterReading.Listed;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterVisitsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom to look for and whom to visit: whereabouts unknown first, then by when a visit is due. */
@PageController
final class RegisterVisitsPages {
    private static final Comparator<RegisterEntry> ORDER =
            Comparator.comparing((RegisterEntry e) -> e.state() != State.WHEREABOUTS_UNKNOWN)
                    .thenComparing(
                            e -> e.visit().map(Registration.Visit::due).orElse(LocalDate.MAX));

    private final RegisterReading register;
    private final DutyReading duties;

    RegisterVisitsPages(RegisterReading register, DutyReading duties) {
        this.register = register;
        this.duties = duties;
    }

    @GetMapping("/register/visits")
    Page list(Visit visit) {
        Listed listed =
                register.of(
                        visit.reader(),
                        e ->
                                e.state() == State.WHEREABOUTS_UNKNOWN
                                        || (e.state().under() && e.visit().isPresent()),
                        ORDER,
                        "/register/visits");
        Set<PersonId> people = new LinkedHashSet<>();
        listed.shown().forEach(line -> people.add(line.subject()));
        Map<PersonId, List<DutyRow>> owed = duties.open(visit.reader(), people, "register.");
        return new RegisterVisitsPage(
                visit.frame("Visits", "Register"),
                Link.to("Back to the register", "/register"),
                Wording.startingMoment(visit.now(), visit.today()),
                counts(visit, listed),
                listed.shown().stream()
                        .filter(line -> lost(line.entry()))
                        .map(line -> row(visit, line, listed, owed))
                        .toList(),
                listed.shown().stream()
                        .filter(line -> !lost(line.entry()))
                        .map(line -> row(visit, line, listed, owed))
                        .toList(),
                listed.all().size() > listed.shown().size()
                        ? "The first " + listed.shown().size() + " of " + listed.all().size() + "."
                        : "");
    }

    private static boolean lost(RegisterEntry entry) {
        return entry.state() == State.WHEREABOUTS_UNKNOWN;
    }

    private static List<Count> counts(Visit visit, Listed listed) {
        List<RegisterEntry> all = listed.all().stream().map(RegisterLine::entry).toList();
        long unknown = all.stream().filter(RegisterVisitsPages::lost).count();
        long overdue =
                all.stream()
                        .filter(e -> !lost(e))
                        .flatMap(e -> e.visit().stream())
                        .filter(v -> v.due().isBefore(visit.today()))
                        .count();
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(String.valueOf(unknown), "Whereabouts unknown", unknown > 0, ""));
        counts.add(new Count(String.valueOf(overdue), "Visit overdue", overdue > 0, ""));
        counts.add(
                new Count(
                        String.valueOf(all.size() - unknown - overdue),
                        "Visit planned",
                        false,
                        ""));
        return counts;
    }

    private static RegisterVisitsPage.Row row(
            Visit visit, RegisterLine line, Listed listed, Map<PersonId, List<DutyRow>> owed) {
        RegisterEntry entry = line.entry();
        List<Fact> facts = listed.facts().getOrDefault(line.subject(), List.of());
        DutyParts parts = new DutyParts(visit);
        return new RegisterVisitsPage.Row(
                Link.to(Naming.name(facts), "/register/" + line.subject().value() + "/visits"),
                Naming.age(facts, visit.today()),
                entry.visit().map(v -> PoliceVisitParts.words(v.level())).orElse("Not recorded"),
                entry.visit().map(v -> RegisterWords.due(v.due(), visit.today())).orElse(null),
                owed.getOrDefault(line.subject(), List.of()).stream()
                        .filter(d -> !d.clock().equals("register.notice"))
                        .map(d ->
                                new RegisterVisitsPage.Owed(
                                        parts.line(d), DutyParts.owedBy(visit, d)))
                        .toList(),
                visit.agency(entry.keeper()));
    }
}
